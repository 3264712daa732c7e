"""What comes in, made such that a file can hold it: nothing of it can make a record unreadable."""

import re
from dataclasses import replace

from netfiles.exchange.incoming import Incoming, IncomingPerson, IncomingTalk, Values
from netfiles.text.plain_text import as_markdown

_TEMPLATE = re.compile(r"\{\{|<%")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})", re.MULTILINE)
_LONGEST = 500
"""Characters of a name."""


def sound(incoming: Incoming) -> Incoming:
    """The same, and no value spans lines, holds what is not seen, or looks like a template; such are kept as text.

    Notes and bodies become Markdown that reads as they do.
    """
    markdown = incoming.markdown
    people = tuple(_person(one, markdown) for one in incoming.people)
    talks = tuple(_talk(one, markdown) for one in incoming.talks)
    return replace(incoming, people=people, talks=talks, markdown=True)


def _person(person: IncomingPerson, markdown: bool) -> IncomingPerson:
    values, odd = _values(person.values)
    name = _TEMPLATE.sub(lambda match: match[0][0], one_line(person.name))[:_LONGEST].strip()
    return replace(
        person,
        name=name,
        values=values,
        notes=_body(person.notes, markdown),
        kept=(*person.kept, *odd),
        uid="" if _TEMPLATE.search(person.uid) else one_line(person.uid),
    )


def _talk(talk: IncomingTalk, markdown: bool) -> IncomingTalk:
    values, odd = _values(talk.values)
    uid = "" if _TEMPLATE.search(talk.uid) else one_line(talk.uid)
    return replace(talk, values=values, body=_body(talk.body, markdown), kept=(*talk.kept, *odd), uid=uid)


def _values(values: Values) -> tuple[Values, list[tuple[str, str]]]:
    """The values that a field can hold, and the others with the names of their fields."""
    lines = {name: tuple(filter(None, map(one_line, items))) for name, items in values.items()}
    odd = [(name, item) for name, items in lines.items() for item in items if _TEMPLATE.search(item)]
    if odd:
        lines = {n: tuple(item for item in items if not _TEMPLATE.search(item)) for n, items in lines.items()}
    return {name: items for name, items in lines.items() if items}, odd


def one_line(text: str) -> str:
    """A text on one line, without what is not seen."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def _body(text: str, markdown: bool) -> str:
    return text if markdown and not _CONFLICT.search(text) else as_markdown(text) if text else ""
