"""Three next moves: the first of each sort that there is, each with its proof and the exact lines to write."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from netfiles.index.network import Someone
from netfiles.insights.brief import may_say
from netfiles.insights.closing import Write, closing, entry_for
from netfiles.insights.cooling import Cooled
from netfiles.insights.days import short
from netfiles.insights.follow_ups.reason import Reason
from netfiles.insights.goals import unread_goals
from netfiles.model.fields import Measure
from netfiles.problems import Place

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights

COUNT = 3
_TASK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Move:
    """One next move in a sentence: `person` is the key of whom it concerns, `place` proves it.

    `tick`: the line of the task to tick, where there is nothing to write. `reason` is that of the queue which the move
    comes from, `beside` are all of its item.
    """

    sort: str
    text: str
    place: Place
    person: str | None = None
    write: Write | None = None
    tick: int | None = None
    reason: Reason | None = None
    beside: tuple[Reason, ...] = ()

    @property
    def is_proved(self) -> bool:
        """Whether `place` is of a file that is there: of one still to be written there is no line."""
        return not (self.write and self.write.whole and self.write.file == self.place.file)


@dataclass(frozen=True, slots=True)
class _Case:
    """What moves follow from; `taken` are the people whom a move is about already."""

    insights: "Insights"
    cooled: tuple[Cooled, ...]
    taken: frozenset[str] = frozenset()

    @property
    def today(self) -> date:
        return self.insights.today

    def someone(self, key: str) -> Someone:
        return self.insights.network.people[key]

    def entry(self, key: str, *fields: str, channel: str = "call") -> Write:
        """A new journal file about contact with somebody today."""
        someone = self.someone(key)
        return entry_for(self.insights.network, self.today, someone.name, someone.file, channel, fields)

    def task(self, text: str, file: str) -> Write:
        """A task for a week from now: it stands in the queue on its day."""
        plain = " ".join(text.split())
        return Write(file, f"- [ ] {plain} 📅 {(self.today + timedelta(days=_TASK_DAYS)).isoformat()}")


def next_moves(insights: "Insights", cooled: tuple[Cooled, ...]) -> tuple[Move, ...]:
    """Three moves of different sorts, about different people, in the order of the table of sorts."""
    moves: list[Move] = []
    for find in (*_SORTS, *_BEGINNINGS):
        taken = frozenset(move.person for move in moves if move.person)
        if len(moves) < COUNT and (move := next(find(_Case(insights, cooled, taken)), None)):
            moves.append(move)
    return tuple(moves)


def _from_queue(case: _Case) -> Iterator[Move]:
    """The first item of the queue that something can be written for, by the first reason that this closes."""
    for item in case.insights.queue.items:
        for reason in item.reasons:
            write, tick = closing(case.insights, item, reason)
            if write or tick:
                text = reason.text if item.key else f"{item.called}: {reason.text}"
                yield Move("queue", text, reason.place, item.key, write, tick, reason, item.reasons)
                break


def _at_target(case: _Case) -> Iterator[Move]:
    """The best target that no path leads to; else the best one where nobody has been spoken to for 30 days."""
    covered = sorted(case.insights.coverage, key=lambda one: bool(one.paths))
    for one in covered:
        record, person = one.company.record, one.person
        if record is None or person in case.taken:
            continue
        place, text = record.origin.place("target"), f"{one.company.name}: {one.move[:1].lower()}{one.move[1:]}"
        if person is None:
            yield Move("target", text, place, None, case.task(f"ask for a name at {one.company.name}", record.path))
        elif not one.paths or _is_quiet(case, person):
            link = json.dumps(f"[[{record.origin.stem}]]", ensure_ascii=False)
            fields = ("asked: contacts", f"companies: {link}")
            yield Move("target", text, place, person, case.entry(person, *fields, channel="email"))


_QUIET_DAYS = 30


def _is_quiet(case: _Case, key: str) -> bool:
    last = case.someone(key).last_contact(case.today)
    return last is None or (case.today - last).days > _QUIET_DAYS


def _unmet(case: _Case) -> Iterator[Move]:
    """The name given last that led to no contact yet."""
    waiting = [name for name in case.insights.introductions.waiting if name.person not in case.taken]
    for name in sorted(waiting, key=lambda name: (-(name.day.toordinal() if name.day else 0), name.person)):
        called = case.someone(name.person).name
        givers = " and ".join(case.someone(key).name for key in name.givers) or "Somebody"
        when = f" on {short(name.day, case.today)}" if name.day else ""
        may = f" {may_say(case.insights.network, name.givers[0])}" if name.givers else ""
        text = f"Write to {called}: {givers} gave you the name{when}.{may}"
        entry = case.entry(name.person, "purpose: introduction", channel="email")
        yield Move("name", text, name.place, name.person, entry)


def _open_ask(case: _Case) -> Iterator[Move]:
    """The ask that has been open longest, of those of the last 90 days."""
    for entry in case.insights.gleaned.asks:
        record, person = entry.record, next(iter(entry.people), None)
        days = (case.today - entry.day).days
        if record.ask_open and person and person not in case.taken and 0 <= days <= _ASK_DAYS:
            what = record.ask or f"You asked for {record.asked}."
            day = short(entry.day, case.today)
            text = f"{case.someone(person).name} has not settled what you asked on {day}: {what}"
            place = record.origin.place("ask" if record.ask else "asked")
            yield Move("ask", text, place, person, Write(record.path, "ask_status: granted"))


_ASK_DAYS = 90


def _goal_behind(case: _Case) -> Iterator[Move]:
    """The active goal that is furthest behind its pace."""
    behind = [one for one in case.insights.goals if one.state == "behind"]
    for one in sorted(behind, key=lambda one: (one.fraction, one.goal.path)):
        measure = one.goal.measure
        if measure:
            place, called = one.goal.origin.place("target"), one.goal.called
            yield Move("goal", f"{called}: {one.sentence}", place, None, case.task(_STEPS[measure], one.goal.path))


_STEPS: Mapping[Measure, str] = {
    "networking-share": "call somebody before the next application",
    "interactions": "call one person",
    "new-contacts": "ask for one new name",
    "information-interviews": "ask for one information interview",
    "applications": "send one application",
    "minutes": "call one person",
    "leads": "ask two people what they hear",
    "introductions": "end the next talk by asking whom else to speak to",
}
"""The smallest step towards a goal, by what it measures."""


def _lead_without_step(case: _Case) -> Iterator[Move]:
    """The open lead heard of last whose next step is not written."""
    leads = [lead for lead in case.insights.network.collection.leads if lead.open and not (lead.next or lead.next_on)]
    for lead in sorted(leads, key=lambda lead: (-(lead.heard_on.toordinal() if lead.heard_on else 0), lead.path)):
        text = f"{lead.called}: no next step is written."
        later = (case.today + timedelta(days=_TASK_DAYS)).isoformat()
        yield Move("lead", text, lead.origin.place("stage"), None, Write(lead.path, f"next_on: {later}"))


def _cooling(case: _Case) -> Iterator[Move]:
    """Of those who cooled, the tie that was strongest."""
    for one in case.cooled:
        if one.person not in case.taken:
            name = case.someone(one.person).name
            text = f"Write to {name}: a {one.before.word} tie four weeks ago, {one.now.word} today."
            yield Move("cooled", text, one.place, one.person, case.entry(one.person, channel="email"))


_SORTS: tuple[Callable[[_Case], Iterator[Move]], ...] = (
    _from_queue,
    _at_target,
    _unmet,
    _open_ask,
    _goal_behind,
    _lead_without_step,
    _cooling,
)
"""The sorts of moves in their order; at most one of each is shown."""


def _nobody_yet(case: _Case) -> Iterator[Move]:
    collection = case.insights.network.collection
    file = f"{collection.options.folders.contacts}/Jane Doe.md"
    text = "Write down one person you know, with where they work."
    if not collection.people:
        yield Move("person", text, Place(file), None, Write(file, "---\ncompany: Acme\n---\n", whole=True))


def _no_target(case: _Case) -> Iterator[Move]:
    collection = case.insights.network.collection
    file = f"{collection.options.folders.companies}/Acme.md"
    if not any(company.is_target for company in collection.companies):
        text = "Name one company where you would like to work."
        yield Move("first target", text, Place(file), None, Write(file, "---\ntarget: A\n---\n", whole=True))


def _no_goal(case: _Case) -> Iterator[Move]:
    collection = case.insights.network.collection
    file = f"{collection.options.folders.goals}/Three talks a week.md"
    lines = "---\nmeasure: interactions\ntarget: 3\nper: week\n---\n"
    if not (collection.goals or unread_goals(collection)):
        text = "Decide how many talks a week you want."
        yield Move("first goal", text, Place(file), None, Write(file, lines, whole=True))


def _next_talk(case: _Case) -> Iterator[Move]:
    """Somebody on file to talk with: the strongest tie without a plan, else the first by name."""
    people = [s for s in case.insights.network.on_file if s.record and s.record.status == "active"]
    free = [s for s in people if s.key not in case.taken and not s.planned(case.today)]
    if free:
        one = min(free, key=lambda s: (-case.insights.tie(s.key).strength, s.name.casefold(), s.key))
        last = one.last_contact(case.today)
        said = f"your last contact was on {short(last, case.today)}" if last else "you have not been in contact yet"
        text = f"Call {one.name}: {said}."
        place = one.record.origin.place("name") if one.record else Place(one.key)
        yield Move("talk", text, place, one.key, case.entry(one.key))


def _profile(case: _Case) -> Iterator[Move]:
    collection = case.insights.network.collection
    file = collection.options.folders.profile
    text = "Say in one or two sentences who you are and what you look for."
    line = 'pitch: "…"'
    if collection.profile is None:
        yield Move("profile", text, Place(file), None, Write(file, f"---\n{line}\n---\n", whole=True))
    elif not collection.profile.pitch:
        yield Move("profile", text, collection.profile.origin.place(), None, Write(file, line))


def _another_name(case: _Case) -> Iterator[Move]:
    entries = [entry for entry in case.insights.network.entries if entry.people and entry.day <= case.today]
    if entries:
        record = entries[-1].record
        text = "Ask whom else you should speak to, and write the names into the entry of that talk."
        yield Move("habit", text, record.origin.place(), None, Write(record.path, 'introduced: "[[…]]"'))


def _another_person(case: _Case) -> Iterator[Move]:
    collection = case.insights.network.collection
    for person in collection.people[:1]:
        text = f"Write down one more person you know: {len(collection.people)} on file so far."
        file = f"{collection.options.folders.contacts}/Their Name.md"
        yield Move(
            "another person", text, person.origin.place(), None, Write(file, "---\ncompany: …\n---\n", whole=True)
        )


_BEGINNINGS: tuple[Callable[[_Case], Iterator[Move]], ...] = (
    _nobody_yet,
    _no_target,
    _no_goal,
    _next_talk,
    _profile,
    _another_name,
    _another_person,
)
"""What is left where the sorts above give fewer than three."""
