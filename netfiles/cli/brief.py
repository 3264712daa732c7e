"""`netfiles brief`: what to know before a talk with somebody."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

import click

from netfiles.cli.completing import PERSON
from netfiles.cli.terminal import Terminal, as_json, pass_terminal
from netfiles.model.purposes import TalkPurpose

if TYPE_CHECKING:
    from netfiles.index.network import Someone
    from netfiles.insights.brief import Brief
    from netfiles.insights.derive import Insights
    from netfiles.problems import Place


@click.command()
@click.argument("name", nargs=-1, required=True, type=PERSON)
@click.option(
    "--purpose",
    type=click.Choice(get_args(TalkPurpose)),
    help="What the talk is for (else that of the next entry planned with them).",
)
@as_json
@pass_terminal
def brief(terminal: Terminal, name: tuple[str, ...], purpose: TalkPurpose | None, as_json: bool) -> None:
    """What to know before a talk: what was said, what is open, what they have not heard, five questions.

    Exit 1 where the name is nobody's or that of several.
    """
    from netfiles.cli.brief_shape import brief_shape
    from netfiles.cli.naming import only_one
    from netfiles.insights.brief import brief as brief_of
    from netfiles.insights.glance import glance

    insights = terminal.insights()
    about = only_one(terminal, glance(insights), " ".join(name))
    found = brief_of(insights, insights.network.people[about.key], purpose)
    if as_json:
        terminal.tell_json(brief_shape(insights, found))
        return
    for line in _lines(insights, found):
        terminal.tell(line)


def _lines(insights: "Insights", found: "Brief") -> Iterator[str]:
    """The brief for a terminal, part by part."""
    from netfiles.insights.brief import sent_in_words
    from netfiles.problems import printable

    someone, network = insights.network.people[found.key], insights.network
    yield click.style(printable(found.name), bold=True) + f"  ({insights.tie(found.key).word})"
    if position := _position(insights, someone):
        yield printable(position)
    yield click.style(printable(someone.file or "not on file"), dim=True)
    yield f"\nFor: {found.purpose}. {found.why}"
    record = someone.record
    parts = (
        ("Last talks", list(_talks(found))),
        ("Open", list(_open(found))),
        ("Asked", list(_asks(found))),
        ("Who sent you", [_proved(sent_in_words(network, one), one.place) for one in found.sent]),
        ("They have not heard", [_proved(one.text, one.place) for one in found.unheard]),
        ("They can help with", [(text, "") for text in record.can_help] if record else []),
        ("You can help with", [(text, "") for text in record.i_can_help] if record else []),
        ("Five questions", [(f"{n}. {text}", "") for n, text in enumerate(found.questions, 1)]),
    )
    for heading, lines in parts:
        if lines:
            yield click.style(f"\n{heading}", bold=True)
        for text, proof in lines:
            yield f"  {printable(text)}"
            if proof:
                yield click.style(f"      {printable(proof)}", dim=True)


def _position(insights: "Insights", someone: "Someone") -> str:
    """`Bed manager at Palisade Health`, as far as it is known."""
    title = (someone.record.title if someone.record else None) or ""
    company = insights.network.companies[someone.company].name if someone.company else ""
    return f"{title} at {company}" if title and company else title or company


Line = tuple[str, str]
"""A line, and the file and line that prove it."""


def _proved(text: str, place: "Place") -> Line:
    return text, f"{place.file}:{place.line}"


def _talks(found: "Brief") -> Iterator[Line]:
    from netfiles.text.markdown import first_words

    for entry in found.talks:
        record = entry.record
        words = first_words(record.origin.body, 100) or record.called
        yield _proved(f"{entry.day}  {record.channel:<9} {words}", record.origin.place("date"))


def _open(found: "Brief") -> Iterator[Line]:
    for one in found.open:
        by = f" (by {one.on})" if one.on else ""
        yield _proved(f"{'you' if one.mine else 'they'}: {one.text}{by}", one.place)
    for reason in found.owed:
        yield _proved(reason.text, reason.place)


def _asks(found: "Brief") -> Iterator[Line]:
    for entry in found.asks:
        record = entry.record
        what = record.ask or f"for {record.asked}"
        place = record.origin.place("ask" if record.ask else "asked")
        yield _proved(f"{entry.day}  {record.ask_status or 'open':<9} {what}", place)
