"""What was understood of a line, in one line to read back."""

from collections.abc import Iterator, Sequence
from datetime import date

from netfiles.capture.entry import title, towards
from netfiles.capture.mentions import Named
from netfiles.capture.signs import Promise
from netfiles.capture.understood import Understood
from netfiles.problems import printable
from netfiles.records.plan import Created, Plan


def plan_of(entries: Sequence[tuple[Understood, Created]], today: date) -> Plan:
    """All entries as one change, with what to say of it."""
    said = [line for what, _ in entries for line in (echo(what, today), *asides(what))]
    first = entries[0][0]
    name = printable(title(first))
    heading = f"Log {name[0].lower() if name[:2].istitle() else name[0]}{name[1:]}" if len(entries) == 1 else ""
    return Plan(heading or f"Log {len(entries)} entries", tuple(step for _, step in entries), tuple(said))


def asides(what: Understood) -> tuple[str, ...]:
    """The guesses and the notes, a line each."""
    return (*(f"  Guessed: {guess}" for guess in what.guesses), *(f"  {note}" for note in what.notes))


def echo(what: Understood, today: date) -> str:
    """`Thu 19 Nov · coffee · 40 min · with Nia Okafor (Northlight) and Bo Lee · next: send portfolio by 3 Dec`."""
    return " · ".join(_parts(what, today))


def _parts(what: Understood, today: date) -> Iterator[str]:
    yield f"{what.day:%a} {day_in_words(what.day, today)}{f' {what.at:%H:%M}' if what.at else ''}"
    yield what.activity or what.channel or "no channel"
    if what.purpose:
        yield f"for {what.purpose}"
    if what.minutes:
        yield f"{what.minutes} min"
    if what.people:
        yield f"{towards(what)} {_names(what.people)}"
    if about := (*what.leads, *what.companies):
        yield f"about {_listed([one.name for one in about])}"
    if what.ask:
        kind, sentence = what.ask.kind, what.ask.sentence
        yield f"asked{f' for {kind}' if kind else ''}{f': {sentence}' if sentence else ''}"
    yield from (f"{verb} {', '.join(gifts)}" for verb, gifts in (("got", what.got), ("gave", what.gave)) if gifts)
    if what.thanked:
        yield "thanked"
    if what.introduced:
        yield f"name given: {_listed([one.name for one in what.introduced])}"
    if what.told:
        yield f"told: {'; '.join(one if isinstance(one, str) else one.name for one in what.told)}"
    yield from (f"next: {_promise(one, today)}" for one in (what.next, *what.more) if one)
    if what.they_owe:
        yield f"they owe: {_promise(what.they_owe, today)}"
    if what.tags:
        yield " ".join(f"#{tag}" for tag in what.tags)


def day_in_words(day: date, today: date) -> str:
    """`19 Nov`, with the year where it is another one."""
    return f"{day.day} {day:%b}{'' if day.year == today.year else f' {day.year}'}"


def _promise(one: Promise, today: date) -> str:
    return f"{one.what}{f' by {day_in_words(one.on, today)}' if one.on else ''}"


def _names(people: Sequence[Named]) -> str:
    return _listed([f"{p.name} ({p.listed.company})" if p.listed and p.listed.company else p.name for p in people])


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
