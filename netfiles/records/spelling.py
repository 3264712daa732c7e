"""Which field a misspelt one was meant to be."""

import re
import unicodedata
from difflib import get_close_matches
from functools import lru_cache


@lru_cache(10_000)
def meant(key: str, known: tuple[str, ...]) -> str | None:
    """The known field that `key` looks like; None where it is a field of the owner's own."""
    word = key.lower().replace("-", "_").replace(" ", "_")
    if word in known:
        return word
    near = get_close_matches(word, known, 1, 0.78)
    return near[0] if near else None


@lru_cache(10_000)
def meant_private(key: str) -> bool:
    """Whether a field that is not `private` was meant to be (better private once too often than too seldom)."""
    word = unicodedata.normalize("NFKC", key).lower().strip("_- ")
    if key == "private" or len(set("private") & set(word)) < 4:
        return False
    last = re.split(r"[_\s-]+", word)[-1]
    short = word.startswith("priv") and len(word) < len("privilege")
    return short or any(get_close_matches(w, ["private"], 1, 0.75) for w in {word, last})
