"""Sentences put together: the slots of the word tables filled for one person or company."""

from collections.abc import Mapping, Sequence
from random import Random

from netfiles.example.chance import pick
from netfiles.example.plan import Firm, Person
from netfiles.example.words.places import TOWNS
from netfiles.example.words.remarks import EVENTS
from netfiles.example.words.trades import WANTED

MONTHS = ("January", "February", "March", "April", "May", "June", "August", "September", "October", "November")
ELSEWHERE = ("Portugal", "Nova Scotia", "Kerala", "the Azores", "Hokkaido", "Patagonia", "Slovenia", "Ghana")
FREELANCE = ("their company", "Freelancer")  # where there is no firm, and what one is there

Slots = Mapping[str, str]


def about_person(rng: Random, person: Person, firms: Sequence[Firm]) -> Slots:
    """What the tables' sentences may speak of with one person."""
    return {
        "first": person.call,
        "firm": FREELANCE[0] if person.firm is None else firms[person.firm].name,
        "title": person.title or FREELANCE[1],
        "topic": pick(rng, person.trade.topics),
        "city": person.town.name.split(",")[0],
        **_anything(rng),
    }


def about_firm(rng: Random, firm: Firm) -> Slots:
    """What the tables' sentences may speak of with one company in mind."""
    return {
        "firm": firm.name,
        "topic": pick(rng, firm.trade.topics),
        "city": pick(rng, TOWNS)[0].name.split(",")[0],
        **_anything(rng),
    }


def say(rng: Random, sentences: Sequence[str], words: Slots) -> str:
    """One of the sentences, filled; it begins with a capital."""
    return capital(pick(rng, sentences).format_map(words))


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def _anything(rng: Random) -> Slots:
    return {
        "role": pick(rng, WANTED),
        "month": pick(rng, MONTHS),
        "elsewhere": pick(rng, ELSEWHERE),
        "event": pick(rng, EVENTS),
    }
