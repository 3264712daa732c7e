"""Which of several things some words mean."""

import re
from collections.abc import Callable, Sequence

from netfiles.text.letters import flat


def fitting(what: str, texts: Sequence[str]) -> list[int]:
    """The numbers of the texts that hold all the words: as they are, else as beginnings."""
    asked, said = _words(what), [_words(text) for text in texts]
    for fits in _WAYS:
        if found := [n for n, words in enumerate(said) if all(any(fits(one, word) for word in words) for one in asked)]:
            return found
    return []


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", flat(text))


_WAYS: tuple[Callable[[str, str], bool], ...] = (
    lambda asked, word: asked == word,
    lambda asked, word: word.startswith(asked),
)
