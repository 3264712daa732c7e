"""Which field a misspelt one was meant to be."""

from difflib import get_close_matches
from functools import cache


@cache
def meant(key: str, known: tuple[str, ...]) -> str | None:
    """The known field that `key` looks like; None where it is a field of the owner's own."""
    word = key.lower().replace("-", "_").replace(" ", "_")
    if word in known:
        return word
    near = get_close_matches(word, known, 1, 0.78)
    return near[0] if near else None


@cache
def meant_private(key: str) -> bool:
    """Whether a field that is not `private` was meant to be (better private once too often than too seldom)."""
    return key != "private" and bool(get_close_matches(key.lower().strip("_- "), ["private"], 1, 0.75))
