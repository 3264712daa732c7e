"""An interaction: one file of journal/."""

import datetime
from typing import ClassVar

from netfiles.model import fields as f
from netfiles.model.record import Kind, Record


class Interaction(Record):
    """One talk, message or stretch of job-search work. `with_` is the field `with`."""

    kind: ClassVar[Kind] = "interaction"

    date: f.Moment
    with_: f.Links = ()
    channel: f.ChannelWord = "other"
    direction: f.DirectionWord | None = None
    minutes: f.Minutes | None = None
    activity: f.ActivityWord | None = None
    purpose: f.Text | None = None
    asked: f.AskWord | None = None
    ask: f.Text | None = None
    ask_status: f.AskStatusWord | None = None
    got: f.Gifts = ()
    gave: f.Gifts = ()
    introduced: f.Links = ()
    thanked: f.Date | None = None
    thanks_for: f.Links = ()
    outcome_for: f.Links = ()
    told: f.TextsOrLinks = ()
    title: f.Text | None = None
    source: f.Text | None = None
    uid: f.Text | None = None
    tags: f.Tags = ()
    leads: f.Links = ()
    companies: f.Links = ()
    next: f.Text | None = None
    next_on: f.Date | None = None
    next_done: f.Date | None = None
    they_owe: f.Text | None = None
    they_owe_on: f.Date | None = None
    they_owe_done: f.Date | None = None

    @property
    def day(self) -> datetime.date:
        return self.date.day

    @property
    def written(self) -> bool:
        """A message rather than a talk."""
        return self.channel in f.WRITTEN

    @property
    def way(self) -> f.Direction:
        """Who reached out: as written, else both for a talk and out for a message."""
        return self.direction or ("out" if self.written else "both")

    @property
    def from_me(self) -> bool:
        return self.way in ("out", "both")

    @property
    def from_them(self) -> bool:
        return self.way in ("in", "both")

    @property
    def ask_open(self) -> bool:
        """An ask without an end: `ask_status` is open, or absent beside `asked`."""
        return (self.ask_status or ("open" if self.asked else "answered")) == "open"
