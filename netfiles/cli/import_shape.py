"""The plan of an import, as it is told on a terminal and as JSON."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

import click

from netfiles.cli.terminal import Terminal
from netfiles.problems import printable

if TYPE_CHECKING:
    from netfiles.exchange.importing.import_plan import ImportPlan
    from netfiles.exchange.importing.people_plan import PersonOutcome
    from netfiles.exchange.importing.talks_plan import TalkOutcome

_MOST = 10

_OF_PEOPLE: Mapping[str, str] = {
    "new": "new",
    "changed": "on file, with something to add",
    "same": "on file, nothing to add",
    "unsure": "may be on file: left out",
    "removed": "imported before and removed by you: left out (--again brings them back)",
    "locked": "on file, in files that cannot be changed: left out",
}
_OF_TALKS: Mapping[str, str] = {
    "new": "new entries",
    "changed": "entries to change",
    "same": "imported before",
    "logged": "logged by you already",
    "removed": "imported before and removed by you: left out (--again brings them back)",
    "locked": "in entries that cannot be changed: left out",
    "nobody": "with nobody on file: left out (--everyone takes them)",
}
_SIGNS: Mapping[str, str] = {"fill": "+", "add": "+", "change": "~", "differs": "≠"}


def tell_plan(terminal: Terminal, plan: "ImportPlan", name: str) -> None:
    """Say what an import does: counts first, then whom, then what is left out."""
    head = f"{name}: {plan.incoming.rows:,} rows from {plan.incoming.source}"
    terminal.tell(click.style(printable(head), bold=True))
    for line in (*_counts(plan), *_people(plan.people), *_talks(plan.talks), *_left(plan)):
        terminal.tell(line)


def _counts(plan: "ImportPlan") -> Iterator[str]:
    twice = {"joined": plan.joined} if plan.joined else {}
    words = {**_OF_PEOPLE, "joined": "twice in the file"}
    yield from _counted("people", plan.people_by() + Counter(twice), words)
    yield from _counted("talks", plan.talks_by(), _OF_TALKS)
    if (rows := sum(one.talk.rows for one in plan.talks)) > len(plan.talks):
        yield f"  {'':8} {rows:7,}  messages make up these talks"
    if skipped := sum(left.rows for left in plan.left):
        yield f"  {'skipped':8} {skipped:7,}"


def _counted(what: str, counts: Mapping[str, int], words: Mapping[str, str]) -> Iterator[str]:
    told = [(counts[key], word) for key, word in words.items() if counts.get(key)]
    for number, (count, word) in enumerate(told):
        yield f"  {what if not number else '':8} {count:7,}  {word}"


def _people(people: "Sequence[PersonOutcome]") -> Iterator[str]:
    new = [f"  + {_named(one)}" for one in people if one.outcome == "new"]
    yield from _some("New", new)
    known = [one for one in people if one.outcome in ("changed", "same") and one.fields]
    yield from ("", "On file") if known else ()
    for one in known[:_MOST]:
        yield f"  {_named(one)} {click.style(printable(f'({one.why})'), dim=True)}"
        yield from (f"    {_SIGNS[f.what]} {f.field}: {_field(f.what, f.old, f.new)}" for f in one.fields)
    if len(known) > _MOST:
        yield f"  … and {len(known) - _MOST:,} more (--json names all)"
    unsure = [f"  ? {_may_be(one)}" for one in people if one.outcome == "unsure"]
    yield from _some("May be on file: --same-name new, or match where it is one, settles them", unsure)
    locked = [f"  {printable(f'{one.person.name}: {one.why}')}" for one in people if one.outcome == "locked"]
    yield from _some("Cannot be changed", locked)
    removed = [f"  {_named(one)}" for one in people if one.outcome == "removed"]
    yield from _some("Removed by you", removed)


def _named(one: "PersonOutcome") -> str:
    return f"{printable(one.person.name)}  {click.style(printable(one.path), dim=True)}"


def _may_be(one: "PersonOutcome") -> str:
    return printable(f"{one.person.name}: {one.why} ({', '.join(one.others[:3])})")


def _field(what: str, old: Iterable[str], new: Iterable[str]) -> str:
    told = ", ".join(" ".join(value.split())[:100] for value in new)
    if what == "differs":
        return printable(f"{', '.join(old)} stays; the file says {told} (--theirs takes it)")
    return printable(f"{told}, was {', '.join(old)}" if what == "change" else told)


def _talks(talks: "Sequence[TalkOutcome]") -> Iterator[str]:
    new = [one for one in talks if one.outcome == "new"]
    lines = [f"  + {one.talk.at.replace('T', ' ')}  {printable(', '.join(one.people))}  {_called(one)}" for one in new]
    yield from _some("New entries", lines)


def _called(one: "TalkOutcome") -> str:
    title = ", ".join(one.talk.values.get("title", ())) or ", ".join(one.talk.values.get("channel", ()))
    return click.style(printable(title), dim=True)


def _left(plan: "ImportPlan") -> Iterator[str]:
    lines = [f"  line {one.line}: {printable(f'{one.message}. {one.advice}'.rstrip('. '))}." for one in plan.left]
    yield from _some("Left out or doubted", lines)
    all_ = chain((one.kept for one in plan.incoming.people), (one.kept for one in plan.incoming.talks))
    kept = Counter(name for one in all_ for name, _ in one)
    if kept:
        told = ", ".join(f"{printable(name)} ({count:,})" for name, count in kept.most_common(_MOST))
        yield ""
        yield f"No field for: {told}. What they say is kept in {plan.ledger}"


def _some(title: str, lines: Sequence[str]) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield title
    yield from lines[:_MOST]
    if len(lines) > _MOST:
        yield f"  … and {len(lines) - _MOST:,} more (--json names all)"


def shape(plan: "ImportPlan", written: bool) -> dict[str, Any]:
    """The same for programs."""
    return {
        "source": plan.incoming.source,
        "rows": plan.incoming.rows,
        "written": written,
        "counts": {
            "people": dict(plan.people_by()) | {"joined": plan.joined},
            "talks": dict(plan.talks_by()),
            "skipped": sum(left.rows for left in plan.left),
        },
        "people": [_person(one) for one in plan.people],
        "talks": [_talk(one) for one in plan.talks],
        "left": [left._asdict() for left in plan.left],
    }


def _person(one: "PersonOutcome") -> dict[str, Any]:
    return {
        "name": one.person.name,
        "line": one.person.line,
        "outcome": one.outcome,
        "file": one.path or None,
        "why": one.why or None,
        "may_be": list(one.others),
        "fields": [{"field": f.field, "what": f.what, "old": list(f.old), "new": list(f.new)} for f in one.fields],
        "kept": dict(one.person.kept),
    }


def _talk(one: "TalkOutcome") -> dict[str, Any]:
    return {
        "at": one.talk.at,
        "line": one.talk.line,
        "rows": one.talk.rows,
        "outcome": one.outcome,
        "file": one.path or None,
        "with": list(one.people),
        "title": next(iter(one.talk.values.get("title", ())), None),
    }
