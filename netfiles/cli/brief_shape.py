"""The JSON shape of a brief, documented in docs/commands.md."""

from datetime import date
from typing import Any

from netfiles.index.network import Entry
from netfiles.insights.brief import Brief, sent_in_words
from netfiles.insights.derive import Insights
from netfiles.problems import Place
from netfiles.text.markdown import first_words

Json = dict[str, Any]
WORDS = 160


def brief_shape(insights: Insights, found: Brief) -> Json:
    """A brief as JSON; lists are in the order of the text."""
    someone, network = insights.network.people[found.key], insights.network
    record = someone.record
    return {
        "name": found.name,
        "file": someone.file,
        "title": record.title if record else None,
        "company": network.companies[someone.company].name if someone.company else None,
        "tie": insights.tie(found.key).word,
        "last_contact": _day(someone.last_contact(insights.today)),
        "purpose": found.purpose,
        "why": found.why,
        "planned": _entry(found.planned) if found.planned else None,
        "talks": [{**_entry(e), "text": first_words(e.record.origin.body, WORDS)} for e in found.talks],
        "open": [
            {"who": "you" if one.mine else "they", "text": one.text, "on": _day(one.on), **_place(one.place)}
            for one in found.open
        ],
        "owed": [{"rule": one.rule, "text": one.text, **_place(one.place)} for one in found.owed],
        "asks": [_ask(entry) for entry in found.asks],
        "sent": [
            {
                "by": network.people[one.by].name,
                "on": _day(one.on),
                "text": sent_in_words(network, one),
                **_place(one.place),
            }
            for one in found.sent
        ],
        "unheard": [{"text": one.text, **_place(one.place)} for one in found.unheard],
        "can_help": list(record.can_help) if record else [],
        "i_can_help": list(record.i_can_help) if record else [],
        "questions": list(found.questions),
    }


def _entry(entry: Entry) -> Json:
    record = entry.record
    return {
        "date": _day(entry.day),
        "channel": record.channel,
        "direction": record.way,
        **_place(record.origin.place("date")),
    }


def _ask(entry: Entry) -> Json:
    record = entry.record
    return {
        "date": _day(entry.day),
        "asked": record.asked,
        "ask": record.ask,
        "ask_status": record.ask_status or "open",
        **_place(record.origin.place("ask" if record.ask else "asked")),
    }


def _place(place: Place) -> Json:
    return {"file": place.file, "line": place.line}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
