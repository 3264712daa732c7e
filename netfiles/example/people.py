"""Who is in the network: a name, a file stem, a company, a past, a town and a telephone number each."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, count
from random import Random

from netfiles.example.chance import below, between, dice, happens, pick, some
from netfiles.example.naming import Name, key, names
from netfiles.example.plan import Firm, Person
from netfiles.example.words.places import SPARE_CODES, TOWNS, Town
from netfiles.example.words.trades import Trade

EMPLOYED = 0.88
LARGE = 1.8  # how much the large companies draw
WITH_PAST = 0.42
WITH_PHONE = 0.5
AT_HOME = 0.7  # live where they work
NAMESAKES = (53, 13)  # every 53rd person from the 13th on bears someone else's name
LINES = 90  # numbers 555-0100 to 555-0189; the last ten are for companies


def people(seed: int, size: int, firms: tuple[Firm, ...], year: int) -> tuple[Person, ...]:
    """The people, in the order in which their files are written."""
    rng = dice(seed, "people")
    stream = names(seed)
    stem_of = _stems()
    towns = [town for town, weight in TOWNS for _ in range(weight)]
    number_of = _numbers(rng)
    made: list[Person] = []
    for number in range(size):
        name = next(stream)
        firm = _firm(rng, len(firms)) if happens(rng, EMPLOYED) else None
        town = firms[firm].town if firm is not None and happens(rng, AT_HOME) else pick(rng, towns)
        if number % NAMESAKES[0] == NAMESAKES[1]:
            name = _namesake(made[below(rng, number)])
        stem = stem_of(name.full, (firms[firm].name if firm is not None else "", town.name))
        past = _past(rng, firm, len(firms), year)
        phone = number_of(town) if happens(rng, WITH_PHONE) else ""
        trade = _trade(rng, firms, firm, past)
        title = pick(rng, trade.roles) if firm is not None else ""
        made.append(Person(name.full, stem, name.call, name.plain, name.aliases, title, firm, trade, past, town, phone))
    return tuple(made)


def strangers(seed: int, everyone: Sequence[Person]) -> Iterator[str]:
    """Names of people who are not on file, by no name or nickname."""
    known = {key(word) for one in everyone for word in (one.stem, one.name, *one.aliases)}
    return (name.full for name in names(seed + 7919) if key(name.full) not in known)


def _stems() -> Callable[[str, Sequence[str]], str]:
    """Hands out file stems that differ from one another by more than case and Unicode form."""
    taken: set[str] = set()

    def stem_of(name: str, marks: Sequence[str]) -> str:
        marked = (f"{name} ({mark})" for mark in marks if mark)
        counted = (f"{name} (no. {number})" for number in count(2))
        stem = next(wish for wish in chain((name,), marked, counted) if key(wish) not in taken)
        taken.add(key(stem))
        return stem

    return stem_of


def _namesake(other: Person) -> Name:
    return Name(other.name, other.call, other.mail)


def _firm(rng: Random, firms: int) -> int:
    return int(firms * rng.random() ** LARGE)


def _trade(rng: Random, firms: Sequence[Firm], firm: int | None, past: Sequence[tuple[int, int, int]]) -> Trade:
    if firm is None:
        firm = past[0][0] if past else below(rng, len(firms))
    return firms[firm].trade


def _past(rng: Random, now: int | None, firms: int, year: int) -> tuple[tuple[int, int, int], ...]:
    if not happens(rng, WITH_PAST):
        return ()
    ends = year - between(rng, (0, 6))
    jobs: list[tuple[int, int, int]] = []
    for firm in some(rng, range(firms), between(rng, (1, 2))):
        begins = ends - between(rng, (1, 7))
        if firm != now:
            jobs.append((firm, begins, ends))
        ends = begins - between(rng, (0, 1))
    return tuple(jobs)


def _numbers(rng: Random) -> Callable[[Town], str]:
    """Hands out telephone numbers of a town, each once, "" when all are gone."""
    given: Counter[str] = Counter()
    first = below(rng, 10)

    def number_of(town: Town) -> str:
        for code in (town.code, *SPARE_CODES) if town.code else SPARE_CODES:
            if given[code] < LINES:
                given[code] += 1
                return f"+1 {code} 555 01{(first * int(code) + 37 * given[code]) % LINES:02}"
        return ""

    return number_of
