"""How an interaction is told: what kind of contact it was, and what came of it, in words."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from markupsafe import Markup, escape

from netfiles.index.network import Entry
from netfiles.insights.time_share import purpose
from netfiles.model import Interaction
from netfiles.views.context import Here
from netfiles.views.words import listed, minutes, short

_TALKS = {
    "call": "Call",
    "video": "Video call",
    "coffee": "Coffee",
    "meeting": "Meeting",
    "interview": "Interview",
    "event": "Event",
    "other": "Contact",
}
_WRITTEN = {"email": "Email", "letter": "Letter", "message": "Message", "social": "Social media"}
_ACTIVITIES = {
    "applications": "Applications",
    "search": "Searching",
    "research": "Research",
    "resume": "Resume",
    "study": "Study",
    "other": "Job search",
}
MOST_NAMES = 5
_WAYS = {"out": "sent", "in": "received", "both": "both ways"}


def icon(record: Interaction) -> str:
    """The name of the sign that stands for a channel (a class of the style sheet)."""
    return "work" if record.activity else record.channel


def kind(record: Interaction) -> str:
    """`Coffee`, `Email sent`, `Call from them`, `Research`."""
    if record.activity:
        return _ACTIVITIES[record.activity]
    if record.written:
        return f"{_WRITTEN[record.channel]} {_WAYS[record.way]}"
    by = {"out": " from you", "in": " from them", "both": ""}[record.way]
    return f"{_TALKS[record.channel]}{by}"


def beside(record: Interaction, own: bool = False) -> str:
    """The word before the names: `Coffee with`, `Email sent to`; on somebody's own timeline `also to`."""
    if not record.written or record.way == "both" or (own and record.way == "in"):
        return "with"
    to = "to" if record.way == "out" else "from"
    return f"also {to}" if own else to


def names(here: Here, keys: Iterable[str]) -> Markup:
    """People by name, the first few of many."""
    people = [here.person(key) for key in keys]
    rest = len(people) - MOST_NAMES
    return listed([*people[:MOST_NAMES], f"{rest} more"] if rest > 1 else people)


def how_long(record: Interaction) -> str:
    return minutes(record.minutes) if record.minutes else ""


def title(record: Interaction) -> str:
    """The entry's title; of a bare file name what follows the date, if anything."""
    written = record.title or record.origin.heading
    return written or re.sub(r"^\d{4}-\d{2}-\d{2}[\s_-]*", "", record.origin.stem).strip()


def why(record: Interaction) -> str:
    return purpose(record).replace("-", " ")


def facts(here: Here, entry: Entry) -> Iterator[tuple[str, Markup]]:
    """What came of an entry, as pairs of a word and what it says."""
    record = entry.record
    if record.asked or record.ask:
        yield "asked", _asked(record)
    if record.got:
        thanked = f" (thanked {short(record.thanked, entry.day)})" if record.thanked else ""
        yield "got", escape(", ".join(record.got) + thanked)
    if record.gave:
        yield "gave", escape(", ".join(record.gave))
    if entry.introduced:
        yield "names given", names(here, entry.introduced)
    yield from _owed(record)


def _asked(record: Interaction) -> Markup:
    for_what = record.asked if record.asked and not record.ask else ""
    state = record.ask_status or "open"
    return Markup("%s%s <em>%s</em>") % (for_what, record.ask or "", state)


def _owed(record: Interaction) -> Iterator[tuple[str, Markup]]:
    if record.next or record.next_on:
        state = _state(record, record.next_done, record.next_on)
        yield "next", _with_state(record.next or "the next step", state)
    if record.they_owe or record.they_owe_on:
        state = _state(record, record.they_owe_done, record.they_owe_on)
        yield "they owe", _with_state(record.they_owe or "something", state)


def _state(record: Interaction, done: date | None, due: date | None) -> str:
    """`done 20 Nov`, `by 20 Nov`: a day as seen from that of the entry, since its page does not change by the day."""
    day = done or due
    return f"{'done' if done else 'by'} {short(day, record.date.day)}" if day else ""


def _with_state(text: str, state: str) -> Markup:
    return Markup("%s <em>%s</em>") % (text, state) if state else escape(text)


def more_facts(here: Here, entry: Entry) -> Iterator[tuple[str, Markup]]:
    """What else the journal tells of an entry: news told, leads, companies, loops closed."""
    record = entry.record
    if record.told:
        yield "told", listed(link.text for link in record.told)
    if entry.leads:
        yield "about the lead", listed(m for path in entry.leads if (m := here.record(path)))
    if entry.companies:
        yield "about", listed(here.company(key) for key in entry.companies)
    for word, paths in (("thanks for", entry.thanks_for), ("outcome of", entry.outcome_for)):
        if paths:
            known = here.context.network.entry_by_path
            yield word, listed(here.link(path, title(known[path].record)) for path in paths if path in known)
