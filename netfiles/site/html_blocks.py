"""Which of our HTML blocks Python-Markdown hands on untouched."""

import re

_SIGNS = "\0\x01\x02\x03\x04\n\v\f\r\x1c\x1d\x1e\x1f"
_TAGS = re.compile(
    r"<(?:[!?]|/?(?:[A-Z]|s(?:cript|tyle)|textarea|iframe|no(?:embed|frames|script)|plaintext|xmp)|[^<>]*+(?:<|\Z))"
)
_REFERENCE = re.compile(r"&#(?![0-9]{1,7};|x[0-9a-f]{1,6};)")
_AS_MARKDOWN = re.compile(r"<[^>]*\bmarkdown\b", re.IGNORECASE)


def passes(html: str) -> bool:
    """Whether `<div>html</div>` on a line of its own comes out of Python-Markdown as it went in.

    That is so for whole, balanced HTML as our templates and the sanitiser write it. What might not be is refused
    (comments, scripts, what is unfinished, signs that are no text); then the page takes the long way.
    """
    return not (
        any(sign in html for sign in _SIGNS)
        or _TAGS.search(html)
        or ("&#" in html and _REFERENCE.search(html))
        or ("markdown" in html and _AS_MARKDOWN.search(html))
        or not _balanced(html)
    )


def _balanced(html: str) -> bool:
    depth = 0
    *closed, rest = html.split("</div")
    for part in closed:
        depth += part.count("<div") - 1
        if depth < 0:
            return False
    return depth + rest.count("<div") == 0


def block(html: str) -> str:
    """The block as Python-Markdown hands it on: tabs become spaces."""
    return f"<div>{html}</div>".expandtabs(4) if "\t" in html else f"<div>{html}</div>"
