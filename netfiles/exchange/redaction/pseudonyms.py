"""Made-up names: for the same thing and the same key always the same one, which nobody can undo without the key."""

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Literal

Sort = Literal["person", "company", "place", "tag", "text", "lead", "goal", "news"]

_CONSONANTS, _VOWELS, _ENDS = "bdklmnrstv", "aeio", "nrlms"
_SYLLABLES = tuple(consonant + vowel for consonant in _CONSONANTS for vowel in _VOWELS)

_SHAPES: Mapping[Sort, tuple[str, tuple[int, ...]]] = {
    "person": ("{} {}", (3, 3)),
    "company": ("{}", (4,)),
    "place": ("{}", (3,)),
    "tag": ("{}", (3,)),
    "text": ("{}", (4,)),
    "lead": ("Role {}", (3,)),
    "goal": ("Goal {}", (3,)),
    "news": ("News {}", (3,)),
}
"""How a name of each sort is put together, and how many syllables its words have."""


class Pseudonyms:
    """The made-up names of one vault, each borne once; none has a word of `avoid` (in small letters)."""

    def __init__(self, key: bytes, avoid: frozenset[str]) -> None:
        self._key, self._avoid = key, avoid
        self._known: dict[tuple[Sort, str, str], str] = {}
        self._words: set[str] = set()

    def of(self, sort: Sort, text: str, bearer: str = "") -> str:
        """The name for `text`; several bearers of one text have names of their own."""
        asked = (sort, text, bearer)
        if asked not in self._known:
            self._known[asked] = next(filter(None, map(self._new, self._tries(sort, text))))
        return self._known[asked]

    def _new(self, made: tuple[str, tuple[str, ...]]) -> str | None:
        """The name, unless it is borne already or has a word that is to be avoided."""
        name, words = made
        small = tuple(word.casefold() for word in words)
        if " ".join(small) in self._words or not self._avoid.isdisjoint(small):
            return None
        self._words.add(" ".join(small))
        return name

    def _tries(self, sort: Sort, text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        shape, lengths = _SHAPES[sort]
        number = 0
        while True:
            asked = f"{sort}\0{text}\0{number}".encode(errors="surrogatepass")
            drawn = int.from_bytes(blake2b(asked, key=self._key, digest_size=32).digest())
            words = []
            for length in lengths:
                word, drawn = _word(drawn, length)
                words.append(word if sort == "tag" else word.capitalize())
            yield shape.format(*words), tuple(words)
            number += 1


def _word(drawn: int, syllables: int) -> tuple[str, int]:
    """A word of so many syllables, and what is left to draw from."""
    word = ""
    for _ in range(syllables):
        drawn, at = divmod(drawn, len(_SYLLABLES))
        word += _SYLLABLES[at]
    drawn, at = divmod(drawn, len(_ENDS))
    return word + _ENDS[at], drawn
