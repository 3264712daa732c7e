"""A file's text split into front matter nodes with their lines, and body; nothing is guessed, nothing is lost.

python-frontmatter reads the block, with a loader of ours: every scalar stays the text that the owner wrote.
What it (or YAML) would read wrongly without a word is refused before.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from netfiles.problems import Place, Problem
from netfiles.text.document import Document, Field, Item, Nested, Scalar
from netfiles.text.plain import plain_fields

MAX_BLOCK = 256 * 1024
MAX_VALUES = 30_000
MAX_DEPTH = 20

FAST = bool(yaml.__with_libyaml__)
_Fastest: Any = yaml.CSafeLoader if FAST else yaml.SafeLoader


class _Loader(_Fastest):  # type: ignore[misc]  # one of two classes
    """Scalars are text: YAML's search for numbers, dates and booleans is left out, and with it its time."""

    def resolve(self, kind: type[yaml.Node], *_: Any) -> str:
        return _TAGS[kind]


_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}


class Refused(Exception):
    """The text is no document; holds the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(slots=True)
class _Reading:
    """What one reading collects."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def problem(self, code: str, line: int, column: int, message: str, advice: str) -> Problem:
        return Problem(code, Place(self.path, line, column), message, advice)

    def refuse(self, code: str, line: int, message: str, advice: str, column: int = 1) -> Refused:
        return Refused(self.problem(code, line, column, message, advice))


_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_SECOND_BLOCK = re.compile(r"^---[ \t]*\n(?:[A-Za-z_]+:.*\n)+---[ \t]*$", re.MULTILINE)
_TEMPLATE = re.compile(r"\{\{[^{}\n]*\}\}|<%(?:(?!<%)[^\n])*?%>")
_EXAMPLE = {"person": "name: Jane Doe", "interaction": "date: 2026-11-20"}


def split(path: str, text: str, kind: str = "person") -> Document:
    """The document in `text` (newlines already `\\n`, no BOM); raises Refused."""
    reading = _Reading(path)
    _refuse_conflict(reading, text)
    block, body, body_line = _block_and_body(reading, text, kind)
    if len(block) > MAX_BLOCK:
        raise reading.refuse(
            "NF203", 2, f"The front matter is longer than {MAX_BLOCK // 1024} KiB", "Move text into the body."
        )
    if block.count(",") + block.count("\n") > MAX_VALUES:
        said = f"The front matter holds more than {MAX_VALUES:,} lines and values"
        raise reading.refuse("NF203", 2, said, "Move text into the body.")
    _refuse_template(reading, block)
    # The handler's boundary is exactly ours, so that both split at the same line.
    metadata, _ = frontmatter.parse(f"---\n{block}\n---\n", handler=_Handler(reading))
    if "---" in body and (again := _SECOND_BLOCK.search(body)):
        line = body_line + body.count("\n", 0, again.start())
        said = "This looks like a second front matter block; it is shown as text"
        advice = "One file is one record: move the second block into a file of its own."
        reading.problems.append(reading.problem("NF211", line, 1, said, advice))
    fields = {key: value for key, value in metadata.items() if isinstance(value, Field)}
    return Document(fields, body, body_line, tuple(reading.problems))


def nodes(text: str) -> yaml.MappingNode | None:
    """The front matter of a text that could be split, as YAML sees it; lines count from the one after the dashes."""
    block, _, _ = _block_and_body(_Reading(""), text, "person")
    root = yaml.compose(f"{block}\n".translate(_NO_BREAKS), Loader=_Loader)
    return root if isinstance(root, yaml.MappingNode) else None


def _block_and_body(reading: _Reading, text: str, kind: str) -> tuple[str, str, int]:
    opening = _FENCE.match(text)
    if opening is None:
        raise _no_block(reading, text, kind)
    if closing := _FENCE.search(text, opening.end()):
        block, body = text[opening.end() + 1 : closing.start() - 1], text[closing.end() + 1 :]
        return block, body, text.count("\n", 0, closing.start()) + 2
    raise reading.refuse(
        "NF202",
        1,
        "The front matter is not closed: there is no second line of three dashes",
        "Put a line with only `---` after the last field.",
    )


def _no_block(reading: _Reading, text: str, kind: str) -> Refused:
    if text.startswith("+++"):
        return reading.refuse(
            "NF201", 1, "This is TOML front matter; only YAML is read", "Use `---` lines and `field: value`."
        )
    if re.match(r"-{4,}[ \t]*\n", text):
        return reading.refuse("NF201", 1, "The front matter opens with more than three dashes", "Write exactly `---`.")
    if re.match(r"\s+---[ \t]*\n", text):
        return reading.refuse(
            "NF201",
            1,
            "The front matter does not begin on the first line",
            "Remove what stands before the first `---`.",
        )
    example = _EXAMPLE.get(kind, "title: …")
    return reading.refuse(
        "NF201", 1, "The file has no front matter", f"Add these three lines at its very top: `---`, `{example}`, `---`."
    )


_CONFLICT_MARKS = tuple(re.compile(mark, re.MULTILINE) for mark in (r"^<{7} ", r"^={7}$", r"^>{7} "))


def _refuse_conflict(reading: _Reading, text: str) -> None:
    if "<<<<<<< " not in text:
        return
    at, first = 0, None
    for mark in _CONFLICT_MARKS:
        found = mark.search(text, at)
        if found is None:
            return
        at, first = found.end(), first or found
    line = text.count("\n", 0, first.start() if first else 0) + 1
    advice = "Keep the lines you want, remove `<<<<<<<`, `=======` and `>>>>>>>`."
    raise reading.refuse("NF108", line, "The file holds git conflict markers", advice)


def _refuse_template(reading: _Reading, block: str) -> None:
    if ("{{" in block or "<%" in block) and (found := _TEMPLATE.search(block)):
        line, column = _position(block, found.start())
        said = f"`{found[0]}` is a template that was not filled in"
        raise reading.refuse("NF210", line, said, "Write the value, or move the file into templates/.", column)


def _position(block: str, index: int) -> tuple[int, int]:
    """Line and column in the file of a place in its front matter."""
    return block.count("\n", 0, index) + 2, index - block.rfind("\n", 0, index)


class _Handler(YAMLHandler):
    """python-frontmatter's YAML, read as nodes instead of values."""

    FM_BOUNDARY = _FENCE

    def __init__(self, reading: _Reading) -> None:
        super().__init__()
        self.reading = reading

    def load(self, fm: str, **_: Any) -> dict[str, Any]:
        plain = plain_fields(fm.removeprefix("\n"))
        return _load(self.reading, fm.removeprefix("\n").translate(_NO_BREAKS)) if plain is None else plain


# YAML ends lines at these signs too; editors, git and people do not.
_NO_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")


def _load(reading: _Reading, block: str) -> dict[str, Any]:
    if "%" in block and (directive := re.search(r"^%", block, re.MULTILINE)):
        raise _no_feature(reading, *_position(block, directive.start()), "A `%` directive is")
    try:
        if _SUSPICIOUS.search(block) or block.count("[") + block.count("{") > MAX_DEPTH // 2:
            _scan_events(reading, block)
        root = yaml.compose(block, Loader=_Loader)
    except yaml.YAMLError as error:
        raise _bad_yaml(reading, error, block) from None
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise reading.refuse("NF207", 2, "The front matter holds no fields", "Write one `field: value` to a line.")
    return _fields(reading, root, block)


# Anchors, aliases, tags and deep nesting: only blocks that could hold them are scanned. A column of indentation
# holds at most two levels, and more than 20 are more than 10 by indentation or more than 10 by brackets.
_SUSPICIOUS = re.compile(r"[&*!]|<<|^[ \t?:-]{5}", re.MULTILINE)


def _scan_events(reading: _Reading, block: str) -> None:
    """Refuse by events, which need no recursion and build nothing, what must not be composed."""
    depth = 0
    for event in yaml.parse(block, Loader=_Loader):
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            continue
        mark = event.start_mark
        line, column = (mark.line + 2, mark.column + 1) if mark else (2, 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _no_feature(reading, line, column, "Anchors (&) and aliases (*) are")
        if tag := getattr(event, "tag", None):
            raise _no_feature(reading, line, column, f"The tag `{tag}` is")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                said = f"The front matter is nested deeper than {MAX_DEPTH}"
                raise reading.refuse("NF204", line, said, "Fields are text or lists of text.", column)


def _no_feature(reading: _Reading, line: int, column: int, what: str) -> Refused:
    return reading.refuse(
        "NF205",
        line,
        f"{what} not allowed in front matter",
        "Write the value out; put it in quotes if it begins with & * ! or %.",
        column,
    )


def _bad_yaml(reading: _Reading, error: yaml.YAMLError, block: str) -> Refused:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark:
        index = mark.index
    else:
        unprintable = yaml.reader.Reader.NON_PRINTABLE.search(block)
        index = unprintable.start() if unprintable else 0
    line, column = _position(block, index)
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    if block[index : index + 1] == "\t":
        advice = "Indent with spaces: a tab cannot stand there."
    else:
        advice = next((advice for part, advice in _YAML_ADVICE if part in said), _QUOTE_IT)
    return reading.refuse("NF206", line, f"The front matter is not YAML: {said}", advice, column)


_QUOTE_IT = 'Put the value into double quotes: field: "…".'
_BACKSLASH = "In double quotes a backslash is written twice; in single quotes once."
_YAML_ADVICE = (
    ("mapping values are not allowed", 'The value holds a colon: put it into quotes, like name: "Ada: Countess".'),
    ("cannot start any token", "The value begins with a reserved character (@, `, %): put it into double quotes."),
    ("unexpected end of stream", "A quote or bracket is opened and not closed: close it."),
    ("expected ',' or ']'", "A list is opened with [ and not closed: add the ]."),
    (
        "did not find expected ',' or ']'",
        "Close the list with ]; of several links, write one to a line, each in quotes.",
    ),
    ("could not find expected ':'", "Write `field: value`, or indent the line if it goes on from the one before."),
    ("control characters", "Remove the invisible control character."),
    ("escape", _BACKSLASH),
    ("hexdecimal", _BACKSLASH),
)


def _fields(reading: _Reading, root: yaml.MappingNode, block: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for key, value in root.value:
        line, column = key.start_mark.line + 2, key.start_mark.column + 1
        if not isinstance(key, yaml.ScalarNode) or (not key.style and not _is_text(key.value)):
            shown = key.value if isinstance(key, yaml.ScalarNode) else "a list or map"
            raise reading.refuse(
                "NF209",
                line,
                f"`{shown}` is not the name of a field",
                "Begin the name with a letter, or put it into quotes.",
                column,
            )
        if key.value == "<<":
            raise _no_feature(reading, line, column, "Merge keys (<<) are")
        if key.value in fields:
            raise reading.refuse(
                "NF208",
                line,
                f"`{key.value}` is written twice; the first is on line {fields[key.value].line}",
                "Keep one of the two.",
                column,
            )
        fields[key.value] = _field(reading, key.value, line, column, value, block)
    return fields


_TEXT_TAGS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:merge")
_WORDS_YAML_1_1 = frozenset(("y", "n", "yes", "no", "on", "off"))


@lru_cache(10_000)
def _is_text(key: str) -> bool:
    """Whether YAML 1.2 takes a key without quotes as text (1.1 takes some words as booleans)."""
    tag = yaml.resolver.Resolver().resolve(yaml.ScalarNode, key, (True, False))  # type: ignore[no-untyped-call]  # PyYAML's own
    return tag in _TEXT_TAGS or key.lower() in _WORDS_YAML_1_1


def _field(reading: _Reading, key: str, line: int, column: int, node: yaml.Node, block: str) -> Field:
    if isinstance(node, yaml.ScalarNode):
        return Field(key, line, column, (_scalar(node),))
    if isinstance(node, yaml.MappingNode):
        _refuse_twice(reading, node)
        return Field(key, line, column, (_nested(node),))
    if link := _bare_link(node, block):
        return Field(key, line, column, (link,), bare_link=True)
    links = [_bare_link(item, block) for item in node.value]
    items = tuple(link or _item(reading, item) for link, item in zip(links, node.value, strict=True))
    return Field(key, line, column, items, is_list=True, bare_link=any(links))


def _item(reading: _Reading, node: yaml.Node) -> Item:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    _refuse_twice(reading, node)
    return _nested(node)


def _scalar(node: yaml.ScalarNode) -> Scalar:
    empty = not node.style and node.value in ("", "~", "null")
    return Scalar(node.value.strip(), node.start_mark.line + 2, node.start_mark.column + 1, empty)


def _nested(node: yaml.Node) -> Nested:
    return Nested(node.start_mark.line + 2, node.start_mark.column + 1)


def _bare_link(node: yaml.Node, block: str) -> Scalar | None:
    """`[[Jane Doe]]` without quotes, which YAML reads as a list in a list."""
    if not (
        isinstance(node, yaml.SequenceNode) and len(node.value) == 1 and isinstance(node.value[0], yaml.SequenceNode)
    ):
        return None
    written = block[node.start_mark.index : node.end_mark.index]
    if not written.startswith("[[") or not written.endswith("]]") or "[" in written[2:-2] or "\n" in written:
        return None
    return Scalar(written, node.start_mark.line + 2, node.start_mark.column + 1)


def _refuse_twice(reading: _Reading, node: yaml.Node) -> None:
    """Refuse a key written twice anywhere below `node` (composed nodes are a tree: no aliases)."""
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 2
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                raise reading.refuse(
                    "NF208",
                    line,
                    f"`{key.value}` is written twice; the first is on line {seen[key.value]}",
                    "Keep one of the two.",
                    key.start_mark.column + 1,
                )
            if isinstance(key, yaml.ScalarNode):
                seen[key.value] = line
            _refuse_twice(reading, value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_twice(reading, item)
