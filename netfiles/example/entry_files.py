"""The files of the journal: a function for each part of the front matter."""

from collections.abc import Iterator
from datetime import date

from netfiles.example.arcs import WRITTEN
from netfiles.example.bodies import body
from netfiles.example.chance import between, happens, pick
from netfiles.example.days import after, ago
from netfiles.example.moment import Moment, moments
from netfiles.example.news import told_by
from netfiles.example.phrases import say
from netfiles.example.plan import Network
from netfiles.example.words.asks import ACCOMPLISHMENTS, ASKS, DEBTS, PROMISES, TAGS
from netfiles.text.written import Fields, One, Plain, link, written

MINUTES: dict[str, tuple[int, int]] = {
    "call": (10, 45), "video": (20, 60), "coffee": (30, 90), "meeting": (30, 75), "interview": (45, 120),
    "event": (60, 180), "other": (30, 60), "email": (4, 15), "message": (2, 6), "letter": (15, 40),
    "social": (1, 5), "": (30, 240),
}  # fmt: skip
LOGGED = {True: 0.45, False: 0.88}  # part with minutes, written or not
TOLD = {"update": 1.0, "catchup": 0.3, "talk": 0.25, "asked": 0.25}
TITLES = ("Rainy afternoon at the mill café", "The talk that changed my list", "Half an hour between trains")


def entry_files(net: Network) -> Iterator[tuple[str, bytes]]:
    """A file for each entry, the oldest first."""
    for one in moments(net):
        fields = {
            **_when(one), **_kind(one), **_exchange(one), **_thanks(one), **_about(one), **_next(one), **_debt(one),
            **_upkeep(one),
        }  # fmt: skip
        yield f"journal/{one.entry.day.year}/{net.stems[one.number]}.md", written(fields, body(one)).encode()


def _when(one: Moment) -> Fields:
    rng, day = one.rng, one.entry.day
    label = one.people[0].call if one.people and happens(rng, 0.05) else ""
    links = tuple(link(person.stem, label if person is one.people[0] else "") for person in one.people)
    stamp: One = Plain(f"{day}{pick(rng, 'TT ')}{between(rng, (8, 18)):02}:{pick(rng, ('00', '15', '30'))}")
    return {
        "title": pick(rng, TITLES) if "titled" in one.marks else "",
        "date": None if "undated" in one.marks else stamp if "timed" in one.marks else day,
        "with": links,
    }


def _kind(one: Moment) -> Fields:
    entry, step = one.entry, one.step
    written = entry.channel in WRITTEN
    default = "out" if written else "both"
    said = step.way != default or happens(one.rng, 0.35)
    return {
        "channel": Plain(entry.channel),
        "direction": Plain(step.way) if one.people and said else "",
        "minutes": _minutes(one) if happens(one.rng, LOGGED[written]) and not one.planned else None,
        "activity": Plain(entry.activity),
        "purpose": step.purpose,
    }


def _minutes(one: Moment) -> int | str:
    low, high = MINUTES[one.entry.channel]
    minutes = between(one.rng, (low, high))
    minutes = round(minutes / 5) * 5 if minutes > 10 else minutes
    if minutes > 60 and happens(one.rng, 0.3):
        return Plain(f"{minutes // 60}h{minutes % 60:02}")
    return Plain(f"{minutes}m") if happens(one.rng, 0.06) else minutes


def _exchange(one: Moment) -> Fields:
    step = one.step
    introduced = one.net.introductions
    met = (one.net.people[person].stem for person in introduced.given.get(one.number, ()))
    return {
        "asked": Plain(step.asked),
        "ask": say(one.rng, ASKS[step.asked], one.words) if step.asked else "",
        "ask_status": Plain(step.status) if step.status != "open" or happens(one.rng, 0.5) else "",
        "got": step.got,
        "gave": step.gave,
        "introduced": tuple(link(name) for name in (*met, *introduced.only_names.get(one.number, ()))),
    }


def _thanks(one: Moment) -> Fields:
    entry, step = one.entry, one.step
    closes = link(one.net.stems[entry.closes]) if entry.closes is not None else ""
    thanked = min(one.net.today, after(entry.day, between(one.rng, (0, 2)))) if step.thanked else None
    return {"thanked": thanked, "thanks_for": None, "outcome_for": None, **({step.closes: closes} if closes else {})}


def _about(one: Moment) -> Fields:
    rng, scene = one.rng, one.step.scene
    news = told_by(one.net.news, one.entry.day)
    told = link(news) if news and one.people and not one.planned and happens(rng, TOLD.get(scene, 0)) else ""
    story = pick(rng, ACCOMPLISHMENTS) if scene in ("talk", "interview") and happens(rng, 0.2) else ""
    about = one.firm if one.firm and one.firm.target else None
    spoken = scene == "interview" or (one.entry.channel not in WRITTEN and happens(rng, 0.2))
    return {
        "told": tuple(text for text in (told, story) if text),
        "leads": tuple(link(stem) for stem in one.leads),
        "companies": (link(about.name),) if about and spoken else (),
    }


def _next(one: Moment) -> Fields:
    rng, today, day, kind = one.rng, one.net.today, one.entry.day, one.step.promise
    loose = "loose end" in one.marks
    if kind not in ("kept", "open"):
        return {"next": pick(rng, PROMISES).format_map(one.words)} if loose else {}
    due = ago(today, between(rng, (1, 5))) if kind == "open" else after(day, between(rng, (3, 14)))
    return {
        "next": pick(rng, PROMISES).format_map(one.words),
        "next_on": due,
        "next_done": _done(one, due) if kind == "kept" else None,
    }


def _debt(one: Moment) -> Fields:
    rng, kind = one.rng, one.step.debt
    if not kind:
        return {}
    due = ago(one.net.today, between(rng, (2, 6))) if kind == "open" else after(one.entry.day, between(rng, (3, 14)))
    return {
        "they_owe": pick(rng, DEBTS).format_map(one.words),
        "they_owe_on": due,
        "they_owe_done": _done(one, due) if kind == "kept" else None,
    }


def _done(one: Moment, due: date) -> date | None:
    """About the day it was due, unless that is still to come."""
    if due >= one.net.today:
        return None
    return max(one.entry.day, min(one.net.today, after(due, between(one.rng, (-2, 1)))))


def _upkeep(one: Moment) -> Fields:
    sourced = "sourced" in one.marks
    return {
        "source": ("mbox" if one.entry.channel == "email" else "ics") if sourced else "",
        "uid": f"{one.net.seed:x}-{one.number:06x}@mail.example" if sourced else "",
        "tags": (pick(one.rng, TAGS),) if "tagged" in one.marks else (),
        "private": Plain("yes") if "private" in one.marks else None,
    }
