"""The files of the people: a function for each part of the front matter, and the notes."""

from collections.abc import Iterator

from netfiles.example.birthdays import birthday
from netfiles.example.chance import below, between, happens, pick, some
from netfiles.example.days import after, ago
from netfiles.example.phrases import say
from netfiles.example.plan import Network
from netfiles.example.subject import Subject, subjects
from netfiles.example.words import notes
from netfiles.text.written import Fields, Plain, link, written

STALE = 430  # days since a position was known to be true; doubtful by now
PHONE_FORMS = ("{0} {1} {2} {3}",) * 6 + ("{0}-{1}-{2}-{3}", "{0} ({1}) {2}-{3}", "{0}{1}{2}{3}")
CADENCES = (("weekly", 7), ("2w", 14), ("30d", 30), ("monthly", 30), ("6w", 42), ("quarterly", 90),
            ("3m", 90), ("6m", 180), ("yearly", 365), ("1y", 365), ("never", 9999))  # fmt: skip
SHORT_CADENCES = ("monthly", "30d", "6w")
MARGIN = 10  # days before a cadence runs out
PARTS_KEPT_PRIVATE = ("phones", "birthday", "addresses", "location")


_RELATIONS = [relation for relation, weight in notes.RELATIONS for _ in range(weight)]


def person_files(net: Network) -> Iterator[tuple[str, bytes]]:
    """A file for each person."""
    for one in subjects(net):
        fields = {
            **_position(one), **_reach(one), **_self(one), **_meeting(one), **_acquaintances(one),
            **_help(one), **_plans(one), **_upkeep(one),
        }  # fmt: skip
        yield f"contacts/{one.person.stem}.md", written(fields, _body(one)).encode()


def _position(one: Subject) -> Fields:
    rng, person = one.rng, one.person
    as_of = ago(one.net.today, below(rng, 640)) if happens(rng, 0.28) else None
    return {
        "name": person.name if person.name != person.stem else "",
        "aliases": person.aliases,
        "title": person.title,
        "company": _firm(one, person.firm) if person.firm is not None else "",
        "as_of": ago(one.net.today, STALE) if one.rule == "promise" else as_of,
        "past_companies": tuple(_past(one, *job) for job in person.past),
    }


def _firm(one: Subject, number: int) -> str:
    firm = one.net.firms[number]
    return link(firm.name) if firm.target and happens(one.rng, 0.6) else firm.name


def _past(one: Subject, firm: int, begin: int, end: int) -> str:
    return f"{one.net.firms[firm].name} ({begin}-{end})" if happens(one.rng, 0.8) else _firm(one, firm)


def _reach(one: Subject) -> Fields:
    rng, person = one.rng, one.person
    streets, town = person.town.streets, f"{person.town.name} {person.town.zip}".strip()
    phone = pick(rng, PHONE_FORMS).format(*person.phone.split()) if person.phone else ""
    return {
        "emails": tuple(_emails(one)),
        "phones": (phone,) if phone else (),
        "addresses": (f"{between(rng, (1, 180))} {pick(rng, streets)}, {town}",) if happens(rng, 0.1) else (),
        "links": tuple(_links(one)),
        "location": person.town.name if happens(rng, 0.8) else "",
    }


def _emails(one: Subject) -> Iterator[str]:
    words = one.person.mail.split()
    count = "" if one.person.name == one.person.stem else str(one.number)
    if one.firm and happens(one.rng, 0.62):
        yield f"{words[0]}.{words[-1]}{count}@{one.firm.site}"
    if happens(one.rng, 0.2):
        yield f"{words[-1]}{one.number + 11}@post.example"


def _links(one: Subject) -> Iterator[str]:
    slug = "-".join(one.person.mail.split())
    if happens(one.rng, 0.35) or "imported" in one.has:
        yield f"https://profiles.example/in/{slug}-{one.number + 101}"
    if one.firm and happens(one.rng, 0.08):
        yield f"https://{one.firm.site}/team/{slug}"


def _self(one: Subject) -> Fields:
    rng, stem, soon = one.rng, one.person.stem, one.rule == "date"
    tags = some(rng, notes.TAGS, between(rng, (1, 3))) if happens(rng, 0.6) else ()
    recruiter = one.firm is not None and one.firm.trade.name == "Recruiting"
    relation = "recruiter" if recruiter else pick(rng, _RELATIONS)
    return {
        "birthday": birthday(rng, one.net.today, soon) if soon or happens(rng, 0.24) else "",
        "photo": f"{stem}.png" if "photo" in one.has else "",
        "cards": (f"{stem} card.png",) if "card" in one.has else (),
        "tags": tags if "imported" not in one.has else (),
        "relation": relation if "imported" not in one.has else "",
    }


def _meeting(one: Subject) -> Fields:
    rng, known = one.rng, one.known
    before = known.days[0] if known.days else ago(one.net.today, 100)
    earlier = ago(before, between(rng, (40, 2500)))
    met = known.met or earlier
    waiting = one.number in one.net.parts.waiting
    told = one.rule == "hello" or (happens(rng, 0.6) and not waiting)
    return {
        "met_on": met if told else None,
        "met_at": pick(rng, notes.MET_AT) if told and happens(rng, 0.8) else "",
    }


def _acquaintances(one: Subject) -> Fields:
    rng, people = one.rng, one.net.people
    giver = one.net.introductions.by.get(one.number)
    if giver is None and "introduced" in one.has and one.mates:
        giver = pick(rng, one.mates)
    circle = one.mates if one.mates and happens(rng, 0.7) else range(len(people))
    count = between(rng, (1, 4)) if happens(rng, 0.3) else 0
    knows = tuple(mate for mate in some(rng, circle, count) if mate != one.number)
    return {
        "introduced_by": link(people[giver].stem) if giver is not None else "",
        "knows": tuple(link(people[mate].stem) for mate in sorted(set(knows))),
        "may_use_name": Plain(pick(rng, ("yes", "yes", "ask", "no"))) if happens(rng, 0.25) else "",
    }


def _help(one: Subject) -> Fields:
    rng = one.rng
    gives = some(rng, notes.CAN_HELP, between(rng, (1, 3))) if happens(rng, 0.35) else ()
    takes = some(rng, notes.I_CAN_HELP, between(rng, (1, 2))) if happens(rng, 0.22) else ()
    return {
        "can_help": tuple(text.format_map(one.words) for text in gives),
        "i_can_help": tuple(text.format_map(one.words) for text in takes),
    }


def _plans(one: Subject) -> Fields:
    rng, today = one.rng, one.net.today
    kept, ahead, due = "next kept" in one.has, "next ahead" in one.has, one.rule == "next"
    snooze = after(today, between(rng, (9, 60))) if "snoozed" in one.has else None
    when = ago(today, between(rng, (1, 4))) if due else ago(today, between(rng, (20, 90)))
    return {
        "keep_in_touch": _cadence(one),
        "next": pick(rng, notes.NEXT).format_map(one.words) if kept or ahead or due else "",
        "next_on": after(today, between(rng, (3, 20))) if ahead and not kept else when if kept or due else None,
        "next_done": after(when, between(rng, (0, 3))) if kept else None,
        "snooze_until": ago(today, between(rng, (5, 50))) if "awake again" in one.has else snooze,
    }


def _cadence(one: Subject) -> str:
    if one.rule == "keep-in-touch":
        return Plain(pick(one.rng, SHORT_CADENCES))
    if "keeps" not in one.has:
        return ""
    since = (one.net.today - one.known.days[-1]).days
    fitting = [word for word, days in CADENCES if days >= since + MARGIN or one.known.planned]
    return Plain(pick(one.rng, fitting))


def _upkeep(one: Subject) -> Fields:
    status = next((word for word in ("closed", "dormant", "active") if word in one.has), "")
    parts = tuple(Plain(part) for part in some(one.rng, PARTS_KEPT_PRIVATE, 2))
    imported = "imported" in one.has
    return {
        "status": Plain(status),
        "told_before": (link(one.net.news[0].stem),) if "told before" in one.has else (),
        "uid": f"li-{one.net.seed:x}{one.number:06x}" if imported else "",
        "source": "linkedin" if imported else "",
        "private": Plain("yes") if "private" in one.has else parts if "partly private" in one.has else None,
    }


def _body(one: Subject) -> str:
    rng = one.rng
    return "\n\n".join(part for part in (
        notes.CLOSED_NOTE if "closed" in one.has else "",
        notes.DORMANT_NOTE if "dormant" in one.has else "",
        pick(rng, notes.CARD_NOTES) if "card" in one.has else "",
        pick(rng, notes.COLD_NOTES) if "imported" in one.has and happens(rng, 0.3) else "",
        _notes(one) if one.known.days or happens(rng, 0.2) else "",
    ) if part)  # fmt: skip


def _notes(one: Subject) -> str:
    rng, people = one.rng, one.net.people
    count = between(rng, (0, 3))
    lines = [say(rng, (line,), one.words) for line in some(rng, notes.NOTES, count)]
    if one.mates and happens(rng, 0.15):
        mate = people[pick(rng, one.mates)]
        lines.append(f"Worked with {link(mate.stem, mate.call)} on {one.words['topic']}.")
    if len(lines) > 2 and happens(rng, 0.3):
        return "## Good to know\n\n" + "\n".join(f"- {line}" for line in lines)
    return " ".join(lines)
