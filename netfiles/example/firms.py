"""The made-up companies: few large ones, many that only one person works for."""

from collections.abc import Iterator
from itertools import count, islice
from random import Random

from netfiles.example.chance import between, deck, dice, happens, pick, shuffled
from netfiles.example.naming import key, plain
from netfiles.example.plan import Firm
from netfiles.example.words.places import TOWNS
from netfiles.example.words.trades import CARD_FIRMS, FIRM_NOTES, ROOTS, SIZES, TRADES, WHY, Trade
from netfiles.text.written import Fields, Plain, written

FEWEST = 3
PEOPLE_EACH = 8
TARGETS = ("A", "B", "A", "C", "yes", "B", "no", "C")  # the first eight firms have a file …
FILED = 0.25  # … and so many of the rest
STATUSES = ("watching", "active", "watching", "", "", "closed")
LOCAL = 10  # so many of the first firms are where the owner looks


def firms(seed: int, people: int) -> tuple[Firm, ...]:
    """The companies of a network of so many people, the largest first."""
    rng = dice(seed, "firms")
    towns = deck(rng, TOWNS)
    return tuple(
        Firm(name, trade, towns[number % len(towns)] if number >= LOCAL else pick(rng, TOWNS[:6])[0],
             f"{plain(name).replace(' ', '')}.example", _target(rng, number))
        for number, (name, trade) in enumerate(islice(_names(rng), max(FEWEST, people // PEOPLE_EACH)))
    )  # fmt: skip


def firm_files(seed: int, all_firms: tuple[Firm, ...]) -> Iterator[tuple[str, bytes]]:
    """A file for each company that is worth notes."""
    for number, firm in enumerate(all_firms):
        if firm.target:
            rng = dice(seed, "firm", number)
            notes = " ".join(shuffled(rng, FIRM_NOTES)[: between(rng, (0, 3))])
            yield f"career/companies/{firm.name}.md", written(_fields(rng, number, firm), notes).encode()


def _fields(rng: Random, number: int, firm: Firm) -> Fields:
    rated = firm.target in ("A", "B", "yes")
    return {
        "name": firm.name if number % 3 == 0 else "",
        "aliases": tuple(_aliases(number, firm)),
        "website": f"https://{firm.site}",
        "industry": firm.trade.name,
        "location": firm.town.name,
        "size": pick(rng, SIZES),
        "target": Plain(firm.target),
        "motivation": between(rng, (2, 5)) if rated else None,
        "postings": between(rng, (1, 3)) if rated else None,
        "why": pick(rng, WHY) if rated else "",
        "careers_page": f"https://{firm.site}/jobs" if number % 2 == 0 or happens(rng, 0.3) else "",
        "addresses": (f"{between(rng, (2, 240))} {pick(rng, firm.town.streets)}, {firm.town.name}",),
        "phones": (f"+1 {firm.town.code} 555 01{90 + number}",) if firm.town.code and number < LOCAL else (),
        "emails": (f"jobs@{firm.site}",) if number % 3 == 1 else (),
        "status": Plain(STATUSES[number % len(STATUSES)]),
        "tags": (*(("local",) if number < LOCAL else ()), plain(firm.trade.name).replace(" ", "-")),
        "private": Plain("yes") if number % 40 == 7 else (Plain("why"),) if number % 40 == 4 else None,
    }


def _aliases(number: int, firm: Firm) -> Iterator[str]:
    if number % 4 == 0:
        yield f"{firm.name} Inc."
    if number % 8 == 0:
        yield "".join(word[0] for word in firm.name.split())


def _target(rng: Random, number: int) -> str:
    if number < len(TARGETS):
        return TARGETS[number]
    return pick(rng, TARGETS) if happens(rng, FILED) else ""


def _names(rng: Random) -> Iterator[tuple[str, Trade]]:
    by_word = {word: trade for trade in TRADES for word in trade.words}
    yield from ((f"{root} {word}", by_word[word]) for root, word in CARD_FIRMS)
    taken = {key(f"{root} {word}") for root, word in CARD_FIRMS}
    for number in count():
        trade = TRADES[(number * 5 + 2) % len(TRADES)]
        root = pick(rng, ROOTS) if number < 200 else f"{pick(rng, ROOTS)} & {pick(rng, ROOTS)}"
        name = f"{root} {pick(rng, trade.words)}"
        if key(name) not in taken:
            taken.add(key(name))
            yield name, trade
