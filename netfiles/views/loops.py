"""Open loops: why somebody is in the queue, what proves it, and the command or the line that closes it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from netfiles.changes.command import command
from netfiles.insights.closing import THANKS, TICK, closing_line
from netfiles.insights.follow_ups.reason import Reason
from netfiles.model import Interaction, Person
from netfiles.problems import Place
from netfiles.views.context import Here

RULES: dict[str, tuple[str, str]] = {
    "promise": ("Promised", "What you promised or planned"),
    "answer": ("Answer", "Messages that wait for your answer"),
    "thank": ("Thank", "Thanks to say"),
    "outcome": ("Tell", "What came of their help"),
    "owed-to-me": ("Owed to you", "What others promised you"),
    "reply": ("No answer yet", "Your messages without an answer"),
    "ask": ("Asked", "What you asked for and still wait for"),
    "introduction": ("Name given", "Names you were given and have not used"),
    "keep-in-touch": ("Keep in touch", "People to stay in touch with"),
    "date": ("Birthday", "Birthdays"),
    "hello": ("New", "New people to greet again"),
    "lead": ("Lead", "Leads to move on"),
    "news": ("News", "News to tell"),
    "stale": ("Out of date", "Positions last known long ago"),
}
"""What each rule is called beside a reason and above a list."""

DAY = "YYYY-MM-DD"
"""Stands for today on pages that may not change with the day; the browser writes the day in."""


@dataclass(frozen=True, slots=True)
class Loop:
    """One open loop as a page shows it.

    `command` closes it, `verb` leads to it. `line` is what to write into `file` by hand, `tick` the task's line where
    it is one.
    """

    word: str
    text: str
    proof: str | None
    proof_word: str
    file: Markup
    command: str
    verb: str
    line: str
    tick: int | None


VERBS = {"keep-in-touch": "Not now?", "date": "Greeted?", "answer": "Answered?", "reply": "They answered?"}
"""What is asked before a command or line, where it is not simply whether it is done."""

_EACH_ENTRY = Markup("each entry in which you tell somebody")


def loop(here: Here, reason: Reason, today: str, beside: Sequence[Reason], name: str = "") -> Loop:
    """A reason with its proof and what closes it, for the day written as `today`.

    `beside` are all reasons of the same item, `name` what somebody is called.
    """
    task = reason.closes == TICK
    word = RULES.get(reason.rule, (reason.rule.capitalize(), ""))[0]
    puts_off = "{later}" in reason.closes
    if today == DAY and reason.rule == "thank" and not reason.closes:  # no page that stays names a file of today
        line, file = THANKS, Markup("a new entry with them")
    else:
        line = "" if task or (puts_off and today == DAY) else closing_line(reason, here.context.today, today)
        file = here.file(reason.place) if reason.rule != "news" else _EACH_ENTRY
    return Loop(
        word=word,
        text=reason.text.removeprefix(f"{word} "),
        proof=None if today == DAY and reason.place.file == reason.person else here.href(reason.place.file),
        proof_word="entry" if reason.place.file in here.context.addresses.entries else "page",
        file=file,
        command=command(reason, beside, name),
        verb=VERBS.get(reason.rule, "Done?"),
        line=line,
        tick=reason.place.line if task else None,
    )


@dataclass(frozen=True, slots=True)
class Promise:
    """Something promised that is not in the queue: for a later day, or for no day."""

    word: str
    text: str
    on: date | None
    proof: str | None
    place: Place


def ahead(here: Here, record: Person | Interaction, known: set[Place]) -> Iterator[Promise]:
    """What one record promises beyond the reasons `known` by their places."""
    proof = here.href(record.path)
    if (record.next or record.next_on) and not record.next_done:
        place = record.origin.place("next_on" if record.next_on else "next")
        if place not in known:
            yield Promise("You", record.next or "the next step", record.next_on, proof, place)
    if isinstance(record, Interaction) and (record.they_owe or record.they_owe_on) and not record.they_owe_done:
        place = record.origin.place("they_owe_on" if record.they_owe_on else "they_owe")
        if place not in known:
            yield Promise("They", record.they_owe or "something", record.they_owe_on, proof, place)
    for task in record.origin.tasks:
        place = Place(record.path, task.line)
        if not task.done and place not in known:
            yield Promise("You", task.text, task.due, proof, place)
