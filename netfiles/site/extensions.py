"""The extensions of Python-Markdown that are known to leave HTML blocks alone, each looked through for that."""

from collections.abc import Collection, Mapping
from typing import Any

_NOTHING = ""
_ANYTHING = "."

HARMLESS: Mapping[str, str] = {
    "abbr": _NOTHING,
    "admonition": _NOTHING,
    "attr_list": _NOTHING,
    "codehilite": _NOTHING,
    "def_list": _NOTHING,
    "extra": _NOTHING,
    "fenced_code": _NOTHING,
    "footnotes": _NOTHING,
    "legacy_attrs": _NOTHING,
    "legacy_em": _NOTHING,
    "md_in_html": _NOTHING,
    "meta": _NOTHING,
    "nl2br": _NOTHING,
    "sane_lists": _NOTHING,
    "smarty": "['.&-]",
    "tables": _NOTHING,
    "toc": _NOTHING,
    "wikilinks": _NOTHING,
    "material.extensions.preview": _NOTHING,
    "pymdownx.arithmatex": _NOTHING,
    "pymdownx.betterem": _NOTHING,
    "pymdownx.blocks.admonition": _NOTHING,
    "pymdownx.blocks.caption": _NOTHING,
    "pymdownx.blocks.definition": _NOTHING,
    "pymdownx.blocks.details": _NOTHING,
    "pymdownx.blocks.html": _NOTHING,
    "pymdownx.blocks.tab": _NOTHING,
    "pymdownx.caret": _NOTHING,
    "pymdownx.critic": _NOTHING,
    "pymdownx.details": _NOTHING,
    "pymdownx.emoji": _NOTHING,
    "pymdownx.escapeall": _NOTHING,
    "pymdownx.extra": _NOTHING,
    "pymdownx.highlight": _NOTHING,
    "pymdownx.inlinehilite": _NOTHING,
    "pymdownx.keys": _NOTHING,
    "pymdownx.magiclink": "[.]",
    "pymdownx.mark": _NOTHING,
    "pymdownx.progressbar": _NOTHING,
    "pymdownx.saneheaders": _NOTHING,
    "pymdownx.smartsymbols": "[0-9&]",
    "pymdownx.snippets": _NOTHING,
    "pymdownx.superfences": _NOTHING,
    "pymdownx.tabbed": _NOTHING,
    "pymdownx.tasklist": _NOTHING,
    "pymdownx.tilde": _NOTHING,
}
"""The signs of a heading, as `literal` writes it, that each may make something else of.

Not here, because they rewrite HTML: pymdownx.b64, pathconverter, striphtml.
"""

_MAKE_SOMETHING_OF_ANY_WORD = (("abbr", "glossary"), ("pymdownx.snippets", "auto_append"))


def unknown(names: Collection[str]) -> tuple[str, ...]:
    """The extensions that may not leave HTML blocks alone."""
    return tuple(name for name in names if _short(name) not in HARMLESS)


def asking(names: Collection[str], options: Mapping[str, Mapping[str, Any]]) -> str:
    """A pattern for headings that an extension may make something else of; empty for none."""
    settings = {_short(name): given for name, given in options.items()}
    if any((settings.get(name) or {}).get(option) for name, option in _MAKE_SOMETHING_OF_ANY_WORD):
        return _ANYTHING
    return "|".join(sorted({signs for name in names if (signs := HARMLESS.get(_short(name)))}))


def _short(name: str) -> str:
    return name.removeprefix("markdown.extensions.")
