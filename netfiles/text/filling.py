"""Templates for new files, in the syntax of Obsidian's: `{{title}}`, `{{date}}`, `{{time}}`, `{{date:D MMM YYYY}}`.

A value is written so that YAML reads just that value, wherever its mark stands.
"""

import re
from datetime import datetime
from typing import NamedTuple

import yaml

from netfiles.text.frontmatter import Refused
from netfiles.text.layout import Span, layout, leaves
from netfiles.text.moment import UnknownFormat, formatted
from netfiles.text.scalars import in_style, scalar

_MARK = re.compile(r"\{\{\s*(title|date|time)\s*(?::([^{}\n]*))?\}\}", re.IGNORECASE)
_FORMATS = {"date": "YYYY-MM-DD", "time": "HH:mm"}


class CannotFill(Exception):
    """A template that cannot be filled in: its line, why, and what to do."""

    def __init__(self, line: int, why: str, advice: str) -> None:
        super().__init__(why)
        self.line, self.why, self.advice = line, why, advice


class _Value(NamedTuple):
    """What stands in for a mark while the template is read as YAML, and what comes there."""

    token: str
    text: str
    is_title: bool


def filled(template: str, title: str, now: datetime, kind: str) -> str:
    """The template with its marks filled in, each in the place of its own line. Raises CannotFill.

    Lines of the template end in `\\n`. Other syntax is a fault in the front matter, and text in the body.
    """
    marked, values = _with_tokens(template, title, now)
    try:
        of = layout("", marked, kind)
    except Refused as refused:
        raise _why(refused) from None
    text = marked
    for span, node, inside in sorted(leaves(of), key=lambda leaf: leaf[0], reverse=True):
        if held := [value for value in values if value.token in node.value]:
            if span == Span(0, 0):
                raise CannotFill(node.start_mark.line + 2, "The name of a field cannot be filled in", "Write its name.")
            text = text[: span.start] + _written(node, held, inside) + text[span.end :]
    for value in values:
        text = text.replace(value.token, value.text)
    return text


def _with_tokens(template: str, title: str, now: datetime) -> tuple[str, list[_Value]]:
    """The template with a word for each mark that means nothing to YAML and is nowhere else."""
    word = "fillin"
    while word in template or word in title:
        word += "x"
    values: list[_Value] = []

    def put(match: re.Match[str]) -> str:
        what = match[1].lower()
        text = title if what == "title" else _moment(template, match, now, match[2] or _FORMATS[what])
        values.append(_Value(f"{word}{len(values)}z", text, what == "title"))
        return values[-1].token

    return _MARK.sub(put, template), values


def _moment(template: str, match: re.Match[str], now: datetime, pattern: str) -> str:
    try:
        return formatted(now, pattern.strip())
    except UnknownFormat as unknown:
        line = template.count("\n", 0, match.start()) + 1
        advice = "The guide lists the formats that are, under Templates."
        raise CannotFill(line, f"`{unknown}` in `{match[0]}` is no format that is understood", advice) from None


def _written(node: yaml.ScalarNode, held: list[_Value], inside: bool) -> str:
    """The value of a node with its marks filled in, quoted as it was, or as it now must be."""
    text: str = node.value
    for value in held:
        text = text.replace(value.token, value.text)
    style = {"'": "single", '"': "double"}.get(node.style or "", "plain")
    if style == "plain":
        typed = not any(value.is_title for value in held)
        return scalar(text, inside, typed)
    return in_style(text, "single" if style == "single" else "double", inside)


def _why(refused: Refused) -> CannotFill:
    problem = refused.problem
    if problem.code == "NF210":
        mark = next(iter(re.findall(r"`(.+)`", problem.message)), "")
        advice = "Understood are {{title}}, {{date}}, {{time}} and formats such as {{date:D MMM YYYY}}."
        return CannotFill(problem.place.line, f"`{mark}` is not understood", advice)
    return CannotFill(problem.place.line, problem.message, problem.advice)
