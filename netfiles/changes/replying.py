"""Replies: the message that closes the loop which is open, mine or theirs."""

from datetime import date
from typing import Literal, NamedTuple

from netfiles.changes.around import without_end
from netfiles.changes.entry import Journal, called, new_entry
from netfiles.insights.days import short
from netfiles.insights.follow_ups.messages import answers, attempt
from netfiles.insights.follow_ups.reason import Case
from netfiles.model import Interaction
from netfiles.model.fields import WRITTEN, Channel
from netfiles.records.plan import Plan

Way = Literal["in", "out"]


class Waiting(NamedTuple):
    """The newest messages that wait for a word: theirs for mine, mine for theirs."""

    theirs: Interaction | None
    mine: Interaction | None

    @property
    def way(self) -> Way | None:
        """Which way the next word goes; None where that is not clear."""
        if (self.theirs is None) == (self.mine is None):
            return None
        return "out" if self.theirs else "in"

    def message(self, way: Way) -> Interaction | None:
        """What a word that goes this way answers."""
        return self.theirs if way == "out" else self.mine


def waiting(case: Case) -> Waiting:
    """What waits for a word between somebody and me, however old."""
    paths = [reason.place.file for reason in answers(without_end(case))]
    theirs = [entry.record for entry in case.until if entry.path in paths]
    standing = attempt(case)
    return Waiting(theirs[-1] if theirs else None, standing.message.record if standing else None)


def replied(case: Case, with_: str, way: Way, by: Channel | None, text: str, at: Journal) -> Plan:
    """Write the entry of an answer: by the channel of the message it answers, unless another is given."""
    name, message = case.someone.name, waiting(case).message(way)
    channel = by or (message.channel if message else "message")
    direction = None if way == "out" and channel in WRITTEN else way
    fields = {"with": (with_,), "channel": channel, "direction": direction}
    step = new_entry(at, called(channel, [name], way), fields, text)
    return Plan(
        f"Answer {name}" if way == "out" else f"Note the answer of {name}",
        (step,),
        (_said(name, way, message, case.today),),
    )


def _said(name: str, way: Way, message: Interaction | None, today: date) -> str:
    who = f"You wrote to {name}" if way == "out" else f"{name} wrote to you"
    return f"{who}: the answer to the {message.channel} of {short(message.day, today)}." if message else f"{who}."
