"""Letters without their accents, for comparing and for addresses."""

import unicodedata

# Letters of the Latin script that Unicode does not take apart.
_WHOLE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n"}
)


def unaccented(text: str) -> str:
    """Text without accents and case: `Søren Kjær` and `soren kjaer` are the same."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_WHOLE))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def flat(text: str) -> str:
    """A text as texts are compared: without accents and case, with single spaces."""
    return " ".join(unaccented(text).split())
