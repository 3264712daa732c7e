"""Where the fields of a file stand in its text as it was written: every line end, comment and quote in its place."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import yaml

from netfiles.text.document import Document, Scalar
from netfiles.text.frontmatter import nodes, split
from netfiles.text.scalars import Style

ENDINGS = re.compile(r"\r\n|\r|\n")
_STYLES: dict[str | None, Style] = {"'": "single", '"': "double"}


class Span(NamedTuple):
    """A piece of the text, from `start` up to `end`."""

    start: int
    end: int


class ItemSpan(NamedTuple):
    """One value of a field: where it stands, the whole lines of it in a list of lines, and how it is quoted."""

    value: Span
    lines: Span
    style: Style
    text: str | None
    """None for what is nested."""


class FieldSpan(NamedTuple):
    """One field: its key, its value, and its whole lines, a comment behind it too.

    `form`: `scalar` (of one line or several), `empty`, `link` (one in brackets without quotes), `flow` (a list in
    brackets), `block` (a line for each item), `other`.
    """

    key: Span
    value: Span
    lines: Span
    form: str
    items: tuple[ItemSpan, ...]


@dataclass(frozen=True)
class Layout:
    """The text of a file without its BOM, and where everything stands in it."""

    text: str
    document: Document
    fields: Mapping[str, FieldSpan] = field(default_factory=dict)
    margin: int = 0
    """How far the names of fields are indented."""
    braces: bool = False
    """Whether the whole front matter is one map in braces."""
    starts: Sequence[int] = ()
    fence: int = 0
    """Where the line begins that closes the front matter."""

    @property
    def body(self) -> int:
        """Where the body begins."""
        line = self.document.body_line - 1
        return self.starts[line] if line < len(self.starts) else len(self.text)

    @property
    def newline(self) -> str:
        """How the first line of the file ends."""
        ending = ENDINGS.search(self.text)
        return ending[0] if ending else "\n"

    def line(self, number: int) -> Span:
        """A line of the file, counted from 1, with its end."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return Span(self.starts[number - 1], end)

    def lines_of(self, span: Span) -> Span:
        """The whole lines that a piece of the text stands on."""
        first, last = self._line_at(span.start), self._line_at(max(span.start, span.end - 1))
        return Span(self.line(first).start, self.line(last).end)

    def _line_at(self, offset: int) -> int:
        return bisect_right(self.starts, offset)


def normal(text: str) -> str:
    """The text with all its lines ended alike, as records are read."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def layout(path: str, text: str, kind: str = "person") -> Layout:
    """Where everything stands in a text; raises Refused where it is no document."""
    document = split(path, normal(text), kind)
    starts = (0, *(ending.end() for ending in ENDINGS.finditer(text)))
    shell = Layout(text, document, starts=starts, fence=starts[document.body_line - 2])
    root = nodes(normal(text))
    if root is None:
        return shell
    fields = {key.value: _field(shell, key, value) for key, value in root.value}
    return replace(shell, fields=fields, margin=root.start_mark.column, braces=bool(root.flow_style))


def _at(shell: Layout, mark: yaml.Mark) -> int:
    return shell.starts[mark.line + 1] + mark.column


def _span(shell: Layout, node: yaml.Node) -> Span:
    """Where a node stands, without the space and the comments after it."""
    start, end = _at(shell, node.start_mark), _end(shell, node)
    return Span(start, max(start, end))


def _end(shell: Layout, node: yaml.Node) -> int:
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        start, end = _at(shell, node.start_mark), min(_at_or_fence(shell, node.end_mark), shell.fence)
        return start + len(shell.text[start:end].rstrip())
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(shell, last[1] if isinstance(last, tuple) else last)
    return _at_or_fence(shell, node.end_mark)


def _at_or_fence(shell: Layout, mark: yaml.Mark) -> int:
    line = mark.line + 1
    return shell.starts[line] + mark.column if line < len(shell.starts) else len(shell.text)


def _field(shell: Layout, key: yaml.ScalarNode, node: yaml.Node) -> FieldSpan:
    where = Span(_at(shell, key.start_mark), _at(shell, key.end_mark))
    value, written = _span(shell, node), shell.document.fields[key.value]
    items: tuple[ItemSpan, ...] = ()
    if written.bare_link and not written.is_list:
        form, items = "link", (ItemSpan(value, shell.lines_of(value), "double", _text(written.items[0])),)
    elif isinstance(node, yaml.ScalarNode):
        form = "empty" if value.start == value.end else "scalar"
        items = (ItemSpan(value, shell.lines_of(value), _style(node), _text(written.items[0])),)
    elif isinstance(node, yaml.SequenceNode):
        form = "flow" if node.flow_style else "block"
        items = _items(shell, node, tuple(map(_text, written.items)))
    else:
        form = "other"
    return FieldSpan(where, value, shell.lines_of(Span(where.start, value.end)), form, items)


def _text(item: object) -> str | None:
    return item.text if isinstance(item, Scalar) else None


def _style(node: yaml.Node) -> Style:
    return _STYLES.get(getattr(node, "style", None), "plain")


def _items(shell: Layout, node: yaml.SequenceNode, texts: tuple[str | None, ...]) -> tuple[ItemSpan, ...]:
    spans: list[ItemSpan] = []
    at = _at(shell, node.start_mark)
    for child, text in zip(node.value, texts, strict=True):
        span = _span(shell, child)
        first = at if node.flow_style else _dash(shell, at, span.start, node.start_mark.column)
        spans.append(ItemSpan(span, shell.lines_of(Span(first, max(first + 1, span.end))), _style(child), text))
        at = span.end
    return tuple(spans)


def _dash(shell: Layout, after: int, before: int, column: int) -> int:
    """Where the dash of an item stands: the last one at its column in a line that begins with it."""
    line = re.compile(rf"(?<![^\r\n]) {{{column}}}-(?=[ \t\r\n]|\Z)")
    begin = shell.lines_of(Span(after, after)).start
    found = [match.end() - 1 for match in line.finditer(shell.text, begin, before + 1)]
    return max((at for at in found if after <= at <= before), default=before)


def leaves(of: Layout) -> Iterator[tuple[Span, yaml.ScalarNode, bool]]:
    """Every scalar of the front matter, nested ones too, and whether it stands in brackets; a key has an empty span."""
    root = nodes(normal(of.text))
    return _leaves(of, root, False) if root else iter(())


def _leaves(of: Layout, node: yaml.Node, inside: bool) -> Iterator[tuple[Span, yaml.ScalarNode, bool]]:
    if isinstance(node, yaml.ScalarNode):
        yield _span(of, node), node, inside
    elif isinstance(node, yaml.CollectionNode):
        for child in node.value:
            key, value = child if isinstance(child, tuple) else (None, child)
            if key is not None:
                yield from ((Span(0, 0), leaf, inside) for _, leaf, _ in _leaves(of, key, True))
            yield from _leaves(of, value, inside or bool(node.flow_style))
