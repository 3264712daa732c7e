"""How an effort to find work is put into words: the way it went, and what came of it."""

import re
from collections.abc import Mapping
from datetime import date

from netfiles.insights.days import dated
from netfiles.model import Interaction, Lead
from netfiles.model.work_search import EffortSort

SORTS: Mapping[str, EffortSort] = {"search": "search", "research": "research", "resume": "resume", "study": "study"}
"""What each activity of an entry is as an effort; applications are told apart, and `other` is none."""

_METHODS = {
    "call": "by phone",
    "video": "by video call",
    "email": "by email",
    "letter": "by letter",
    "message": "by message",
    "social": "on social media",
    "coffee": "in person",
    "meeting": "in person",
    "interview": "interview",
    "event": "in person",
}


def method(record: Interaction) -> str:
    """How it went, by the channel; empty where none is written."""
    return _METHODS.get(record.channel, "")


def titled(record: Interaction) -> str:
    """The entry's title, without the day that its file's name begins with."""
    return record.title or re.sub(r"^\d{4}-\d{2}-\d{2}[\s_-]*", "", record.called).strip()


def result(record: Interaction, names: int) -> str:
    """What came of an entry: what they gave, the state of an ask, else that it was a talk or a message."""
    if record.activity:
        return ""
    parts = [f"got {', '.join(record.got)}"] if record.got else []
    parts += [f"{names} name{'s' * (names != 1)} given"] if names else []
    parts += [f"asked: {record.ask_status or 'open'}"] if record.asked or record.ask else []
    return "; ".join(parts) or ("written" if record.written else "talked")


_ENDS = {"accepted": "accepted", "rejected": "rejected", "withdrawn": "withdrawn"}


def outcome(lead: Lead, after: date, today: date) -> str:
    """What followed for a lead by `today`: its end, else an offer, the next interview, or no answer yet."""
    if lead.closed_on and after <= lead.closed_on <= today:
        end = f"{_ENDS.get(lead.stage or '', 'closed')} {dated(lead.closed_on)}"
        return f"{end}: {lead.result}" if lead.result else end
    if lead.offer_on and after <= lead.offer_on <= today:
        return f"offer {dated(lead.offer_on)}"
    following = [day for day in sorted(lead.interviews) if after < day]
    if following:
        return f"interview {dated(following[0])}"
    return lead.result if lead.result and lead.closed_on is None else "no answer yet"
