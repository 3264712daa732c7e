"""Edits made in a text, touching only the lines they mean: what is not meant stays byte for byte."""

import re
from collections.abc import Sequence
from functools import singledispatch
from typing import Any

import yaml

from netfiles.model.fields import WIKILINK
from netfiles.text.document import Document
from netfiles.text.edits import (
    Add,
    Append,
    Cut,
    Edit,
    Quote,
    Redirect,
    Relink,
    Remove,
    Rename,
    Replace,
    Set,
    Tick,
    Wrap,
)
from netfiles.text.frontmatter import Refused, nodes
from netfiles.text.layout import ENDINGS, FieldSpan, ItemSpan, Layout, Span, layout, normal
from netfiles.text.markdown import sections
from netfiles.text.scalars import in_style, quoted, scalar
from netfiles.text.targets import redirected, targets_to

Piece = tuple[Span, str]


class Unsafe(Exception):
    """An edit that cannot be made without touching more than it means; says why."""


def edited(path: str, text: str, edits: Sequence[Edit], kind: str = "person") -> str:
    """The text with all edits made, one after the other.

    The text comes as it is in the file, without its BOM. Raises Refused where it is no document, Unsafe where an edit
    cannot be made, or where its outcome, read again, would not be just what it means.
    """
    for edit in edits:
        if isinstance(edit, Quote):
            text = _quoted(text, edit)
            continue
        before = layout(path, text, kind)
        after = _with(text, _pieces(edit, before))
        _refuse_more(path, before, edit, after, kind)
        text = after
    return text


def edited_page(text: str, edits: Sequence[Edit]) -> str:
    """The same for a text that is no record: lines can come to its end or go, and its links and words change."""
    for edit in edits:
        if not isinstance(edit, Append | Cut | Relink | Wrap):
            raise Unsafe("it is no record")
        starts = (0, *(ending.end() for ending in ENDINGS.finditer(text)))
        text = _with(text, _pieces(edit, Layout(text, Document({}, normal(text), 1), starts=starts)))
    return text


_QUOTABLE = re.compile(r"(\s*(?:- +|[^\W\d][\w-]*: +))([^\s\"'\[{|>#&*!].*?)[ \t]*")

_LINKS = re.compile(r"([^\W\d][\w-]*: +)(\[\[[^\[\]]+\]\](?:,? *\[\[[^\[\]]+\]\])+)[ \t]*")


def _quoted(text: str, edit: Quote) -> str:
    """The text with the value of a line in quotes; whether it can be read then is another question."""
    starts = (0, *(ending.end() for ending in ENDINGS.finditer(text)), len(text), len(text))
    start, end = starts[edit.line - 1 :][:2] if edit.line < len(starts) else (len(text), len(text))
    line = text[start:end].rstrip("\r\n")
    links = _LINKS.fullmatch(line)
    found = links or _QUOTABLE.fullmatch(line)
    if found is None or " #" in found[2]:
        raise Unsafe(f"line {edit.line} holds no value that quotes could mend")
    value = _flow(tuple(match[0] for match in WIKILINK.finditer(found[2]))) if links else quoted(found[2])
    return text[: start + found.end(1)] + value + text[start + found.end(2) :]


def _with(text: str, pieces: Sequence[Piece]) -> str:
    for span, new in sorted(pieces, reverse=True):
        text = text[: span.start] + new + text[span.end :]
    return text


@singledispatch
def _pieces(edit: Edit, of: Layout) -> list[Piece]:  # noqa: ARG001  # what stands in the registered ones
    """What an edit puts in the place of which pieces of the text."""
    raise TypeError(edit)


@_pieces.register
def _set(edit: Set, of: Layout) -> list[Piece]:
    found = of.fields.get(edit.field)
    if found is None:
        return [_new_field(of, edit.field, edit.value)]
    if isinstance(edit.value, str) and found.form == "scalar":
        return [(found.value, in_style(edit.value, found.items[0].style, of.braces))]
    if isinstance(edit.value, tuple):
        if found.form == "block":
            return [(found.value, _block(of, found, edit.value))]
        return [(found.value, _gap(of, found) + _flow(edit.value))]
    if found.form in ("block", "other"):
        after_key = Span(of.text.index(":", found.key.end) + 1, found.value.end)
        return [(after_key, " " + scalar(edit.value, of.braces, typed=True))]
    return [(found.value, _gap(of, found) + scalar(edit.value, of.braces, typed=True))]


def _gap(of: Layout, found: FieldSpan) -> str:
    """The space between the colon and a value that had none."""
    return " " if found.form == "empty" and of.text[found.value.start - 1] == ":" else ""


def _block(of: Layout, found: FieldSpan, items: tuple[str, ...]) -> str:
    """The items as lines, from the first dash on, in the way they were written."""
    first = found.items[0]
    lead = of.text[first.lines.start : first.value.start]
    margin = lead[: len(lead) - len(lead.lstrip(" "))]
    return f"{of.newline}{margin}- ".join(("", *map(scalar, items)))[len(of.newline) + len(margin) :]


def _flow(items: tuple[str, ...]) -> str:
    return "[" + ", ".join(scalar(item, inside=True) for item in items) + "]"


ALWAYS_LISTS = frozenset(("tags", "aliases", "cssclasses"))
"""Fields that Obsidian takes as lists only."""


def _new_field(of: Layout, name: str, value: str | tuple[str, ...]) -> Piece:
    if of.braces:
        raise Unsafe("the front matter is one map in braces; write one `field: value` to a line")
    if isinstance(value, str) and name in ALWAYS_LISTS:
        value = (value,)
    written = scalar(value, typed=True) if isinstance(value, str) else _flow(value)
    return Span(of.fence, of.fence), f"{' ' * of.margin}{name}: {written}{of.newline}"


@_pieces.register
def _add(edit: Add, of: Layout) -> list[Piece]:
    found = of.fields.get(edit.field)
    if found and found.form == "other":
        raise Unsafe(f"`{edit.field}` holds a map")
    there = [item.text for item in _filled(found)] if found else []
    new = tuple(item for item in dict.fromkeys(edit.items) if item not in there)
    if not new:
        return []
    if found is None or not there:
        value = new[0] if len(new) == 1 else new
        return _set(
            Set(edit.field, (value,) if found and found.form == "flow" and isinstance(value, str) else value), of
        )
    last = found.items[-1]
    if found.form == "block":
        lead = of.text[last.lines.start : last.value.start]
        dash = lead if not lead.strip(" -") and "\n" not in lead else f"{lead[: len(lead) - len(lead.lstrip(' '))]}- "
        return [(Span(last.lines.end, last.lines.end), "".join(f"{dash}{scalar(item)}{of.newline}" for item in new))]
    if found.form == "flow":
        return [(Span(last.value.end, last.value.end), "".join(f", {scalar(item, inside=True)}" for item in new))]
    return [(found.value, f"[{', '.join((_kept(of, found), *(scalar(item, inside=True) for item in new)))}]")]


def _filled(found: FieldSpan) -> list[ItemSpan]:
    return [item for item in found.items if item.text and item.value.start < item.value.end]


def _kept(of: Layout, found: FieldSpan) -> str:
    """The one value of a field as an item of a list in brackets; as it is written, where that can be."""
    item = found.items[0]
    written = of.text[item.value.start : item.value.end]
    as_it_is = found.form == "scalar" and item.style != "plain" and "\n" not in written
    return written if as_it_is else scalar(item.text or "", inside=True)


@_pieces.register
def _remove(edit: Remove, of: Layout) -> list[Piece]:
    found = of.fields.get(edit.field)
    if found is None:
        return []
    hits = [n for n, item in enumerate(found.items) if item.text == edit.item]
    if edit.item is not None and not hits:
        return []
    return _without(of, found, range(len(found.items)) if edit.item is None else hits)


def _without(of: Layout, found: FieldSpan, hits: Sequence[int]) -> list[Piece]:
    """A field without some of its items; without all of them it goes as a whole."""
    if len(hits) == len(found.items):
        if of.braces:
            raise Unsafe("the front matter is one map in braces; write one `field: value` to a line")
        return [(found.lines, "")]
    if found.form == "block":
        return [(found.items[n].lines, "") for n in hits]
    first = next(n for n in range(len(found.items)) if n not in hits)
    head = [Span(found.items[0].value.start, found.items[first].value.start)] if first else []
    rest = [Span(found.items[n - 1].value.end, found.items[n].value.end) for n in hits if n > first]
    return [(span, "") for span in (*head, *rest)]


@_pieces.register
def _redirect(edit: Redirect, of: Layout) -> list[Piece]:
    found = of.fields.get(edit.field)
    if found is None:
        return []
    meant = [(n, new) for n, item in enumerate(found.items) if (new := _led(item.text, edit)) != item.text]
    if edit.new is None:
        return _without(of, found, [n for n, _ in meant]) if meant else []
    inside = found.form == "flow" or of.braces
    return [(found.items[n].value, in_style(new or "", found.items[n].style, inside)) for n, new in meant]


def _led(text: str | None, edit: Redirect) -> str | None:
    return redirected(text, edit.old, "\0" if edit.new is None else edit.new) if isinstance(text, str) else text


@_pieces.register
def _replace(edit: Replace, of: Layout) -> list[Piece]:
    found = of.fields.get(edit.field)
    items = [item for item in found.items if item.text == edit.old] if found else []
    inside = found is not None and (found.form == "flow" or of.braces)
    return [(item.value, in_style(edit.new, item.style, inside)) for item in items]


@_pieces.register
def _rename(edit: Rename, of: Layout) -> list[Piece]:
    found = of.fields.get(edit.field)
    if found is None or edit.to in of.fields:
        raise Unsafe(f"`{edit.field}` cannot become `{edit.to}`")
    return [(found.key, edit.to)]


@_pieces.register
def _append(edit: Append, of: Layout) -> list[Piece]:
    at = len(of.text) if edit.under is None else _end_of_section(of, edit.under)
    unended = of.text[:at] and not of.text[:at].endswith(("\n", "\r"))
    lines = (edit.lines.strip("\n") + "\n").replace("\n", of.newline)
    return [(Span(at, at), f"{of.newline if unended else ''}{lines}")]


def _end_of_section(of: Layout, heading: str) -> int:
    """Where the part below a heading ends, without the empty lines after it."""
    found = [section for section in sections(of.document.body) if section.heading == heading]
    if len(found) > 1:
        lines = " and ".join(str(of.document.body_line + section.first) for section in found[:2])
        raise Unsafe(f"the heading `{heading}` stands on lines {lines}; keep one of them")
    if not found:
        return len(of.text)
    end = min(of.document.body_line - 1 + found[0].after, len(of.starts))
    filled = [n for n in range(of.document.body_line + found[0].first, end + 1) if of.text[slice(*of.line(n))].strip()]
    return of.line(filled[-1]).end


@_pieces.register
def _tick(edit: Tick, of: Layout) -> list[Piece]:
    span = of.line(edit.line)
    box = _OPEN_BOX.match(of.text, span.start, span.end)
    if box is None or span.start < of.body:
        raise Unsafe(f"line {edit.line} holds no open task")
    return [(Span(*box.span(1)), "x")]


_OPEN_BOX = re.compile(r"[\s>]*(?:[-*+]|\d+[.)])\s+\[( )\]\s")


@_pieces.register
def _relink(edit: Relink, of: Layout) -> list[Piece]:
    begin, end = of.line(edit.line)
    links = targets_to(of.text[begin:end], edit.old, edit.new)
    if begin < of.body or not links:
        raise Unsafe(f"line {edit.line} holds no link to {edit.old}")
    return [(Span(begin + start, begin + stop), target) for start, stop, target in links]


@_pieces.register
def _wrap(edit: Wrap, of: Layout) -> list[Piece]:
    start = of.line(edit.line).start + edit.column
    span = Span(start, start + len(edit.old))
    if start < of.body or of.text[span.start : span.end] != edit.old:
        raise Unsafe(f"line {edit.line} does not say `{edit.old}` any more")
    return [(span, edit.new)]


@_pieces.register
def _cut(edit: Cut, of: Layout) -> list[Piece]:
    span = of.line(edit.line) if 0 < edit.line <= len(of.starts) else Span(0, 0)
    reads_so = of.text[span.start : span.end].rstrip("\r\n") == edit.text
    if span.start < of.body or span.start == span.end or not reads_so:
        raise Unsafe(f"line {edit.line} does not read `{edit.text}` any more")
    return [(span, "")]


def _refuse_more(path: str, before: Layout, edit: Edit, after: str, kind: str) -> None:
    """Raise Unsafe unless a text, read again, says what was meant and nothing else has changed."""
    try:
        now = layout(path, after, kind)
    except Refused as refused:
        raise Unsafe(refused.problem.message) from None
    if isinstance(edit, Append | Tick | Relink | Wrap | Cut):
        good = _deep(before) == _deep(now) and now.document.body_line == before.document.body_line
    else:
        good = _meant(edit, values_of(before)) == values_of(now) and now.document.body == before.document.body
        good = good and _others(edit, _deep(before)) == _others(edit, _deep(now))
    if not good:
        raise Unsafe("it would change more than it means")


def _others(edit: Edit, values: "Values") -> list[Any]:
    """The values of all fields that an edit does not mean, to the last space."""
    own = (getattr(edit, "field", None), getattr(edit, "to", None))
    return [value for name, value in values.items() if name not in own]


Values = dict[str, Any]
"""Fields as texts, or lists of texts, or what is nested as lists and pairs."""


def values_of(of: Layout) -> Values:
    """The fields of a file as texts, in lists also where one stands alone."""
    deep = _deep(of)
    flat = {key: [item.text for item in span.items] for key, span in of.fields.items()}
    return {key: deep[key] if None in texts or not texts else texts for key, texts in flat.items()}


def _deep(of: Layout) -> Values:
    root = nodes(normal(of.text))
    return {key.value: _plain(node) for key, node in root.value} if root else {}


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return [(_plain(key), _plain(value)) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value


def _meant(edit: Edit, old: Values) -> Values:
    """The fields as they should be after an edit of a field."""
    now = dict(old)
    match edit:
        case Set(name, value):
            now[name] = list(value) if isinstance(value, tuple) else [value.strip()]
        case Add(name, items):
            there = [text for text in old.get(name, ()) if text]
            now[name] = there + [item for item in dict.fromkeys(items) if item not in there]
        case Remove(name, None):
            now.pop(name, None)
        case Remove(name, item) if item in old.get(name, ()):
            now[name] = [text for text in old[name] if text != item]
            if not now[name]:
                del now[name]
        case Replace(name, was, new) if was in old.get(name, ()):
            now[name] = [new if text == was else text for text in old[name]]
        case Redirect(name, _, new) if name in old:
            led = [(text, _led(text, edit)) for text in old[name]]
            now[name] = [to for text, to in led if new is not None or text == to]
            if not now[name]:
                del now[name]
        case Rename(name, to):
            now = {to if key == name else key: value for key, value in old.items()}
    return now
