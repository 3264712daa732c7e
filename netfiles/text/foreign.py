"""Notes that others wrote, in whatever words and shapes: every key of their front matter with its texts, and the body.

What is nested is taken apart into its texts; what cannot be read as YAML is text.
"""

import codecs
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from netfiles.problems import Problem
from netfiles.text.document import Field, Nested, Scalar
from netfiles.text.frontmatter import Refused, nodes, split
from netfiles.text.layout import normal


class Said(NamedTuple):
    """What a key says: its name with those it is nested in (`phone`, `mobile`), its texts, the line of the first."""

    keys: tuple[str, ...]
    texts: tuple[str, ...]
    line: int


class Note(NamedTuple):
    """A note of others. `fault` says why its front matter could not be read: then all of the text is `body`."""

    said: tuple[Said, ...]
    body: str
    body_line: int = 1
    fault: Problem | None = None
    guessed: bool = False
    """Whether the bytes are no UTF-8, and were read as Windows writes them."""


_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def read_note(content: bytes) -> Note:
    """The note in these bytes; there are none that are no note."""
    text, guessed = _decoded(content)
    text = normal(text)
    if not text.startswith("---"):
        return Note((), text, guessed=guessed)
    try:
        document = split("", text)
    except Refused as refused:
        return Note((), text, fault=refused.problem, guessed=guessed)
    fields = document.fields.values()
    nested = _nested(text) if any(map(_is_nested, fields)) else {}
    said = [one for field in fields for one in (nested[field.key] if _is_nested(field) else _plain(field))]
    return Note(tuple(said), document.body, document.body_line, guessed=guessed)


def _decoded(content: bytes) -> tuple[str, bool]:
    """The text, and whether how it is written was guessed."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace"), False
    try:
        return content.decode(), False
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace"), True


def _is_nested(field: Field) -> bool:
    return any(isinstance(item, Nested) for item in field.items)


def _plain(field: Field) -> tuple[Said, ...]:
    items = [item for item in field.items if isinstance(item, Scalar) and item.text and not item.empty]
    return (Said((field.key,), tuple(item.text for item in items), items[0].line),) if items else ()


_NOTHING = ("", "~", "null")


def _nested(text: str) -> dict[str, list[Said]]:
    """What all keys say, by the outermost."""
    root = nodes(text)
    found: dict[str, list[Said]] = {}
    for key, value in root.value if root else ():
        leaves = [leaf for leaf in _leaves(value, (str(key.value),)) if leaf[1].style or leaf[1].value not in _NOTHING]
        found[str(key.value)] = list(_gathered(leaves))
    return found


def _leaves(node: yaml.Node, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], yaml.ScalarNode]]:
    if isinstance(node, yaml.ScalarNode):
        yield keys, node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _leaves(value, (*keys, str(key.value) if isinstance(key, yaml.ScalarNode) else "?"))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _leaves(item, keys)


def _gathered(leaves: list[tuple[tuple[str, ...], yaml.ScalarNode]]) -> Iterator[Said]:
    """Texts of one key that follow one another, together."""
    said: Said | None = None
    for keys, node in leaves:
        if said and said.keys == keys:
            said = said._replace(texts=(*said.texts, node.value.strip()))
            continue
        if said:
            yield said
        said = Said(keys, (node.value.strip(),), node.start_mark.line + 2)
    if said:
        yield said
