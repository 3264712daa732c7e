"""From a size and a day to everything that is decided about a vault."""

from datetime import date

from netfiles.example.cast import cast
from netfiles.example.firms import firms
from netfiles.example.introductions import introductions
from netfiles.example.journal import journal
from netfiles.example.leads import leads
from netfiles.example.ledger import stems, touches
from netfiles.example.news import news
from netfiles.example.people import people, strangers
from netfiles.example.plan import Network


def network(seed: int, size: int, entries: int, today: date) -> Network:
    """So many people and entries, and all that they bring with them."""
    parts = cast(seed, size)
    employers = firms(seed, size)
    everyone = people(seed, size, employers, today.year)
    made = journal(seed, entries, parts, today)
    known = touches(made, size, today)
    return Network(
        seed=seed,
        today=today,
        parts=parts,
        firms=employers,
        people=everyone,
        entries=made,
        stems=stems(seed, made, everyone, employers),
        known=known,
        introductions=introductions(seed, made, known, parts, strangers(seed, everyone), today),
        news=news(today),
        leads=leads(seed, employers, everyone, made, today),
    )
