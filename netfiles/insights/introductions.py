"""What introductions bring: generations, names not yet met, new names a talk, and days from a name to a talk."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from statistics import median
from typing import NamedTuple

from netfiles.index.network import Entry, Network
from netfiles.insights.days import first_of_month
from netfiles.insights.generations import Tree
from netfiles.insights.named import AllNamed, Name, is_talk
from netfiles.model.options import Numbers


class Generation(NamedTuple):
    """How many people are so many introductions away from the owner, and how many of them the owner has met."""

    number: int
    people: int
    met: int


class Month(NamedTuple):
    """A month by its first day: the names that were new in it, and the talks with people."""

    first: date
    names: int
    talks: int

    @property
    def rate(self) -> float | None:
        return self.names / self.talks if self.talks else None


class Pace(NamedTuple):
    """New names and talks of the last full months together, and of as many months before; the sentence says it all.

    `low` is the early warning: fewer new names for the talks than the owner's number.
    """

    months: int
    names: int
    talks: int
    names_before: int
    talks_before: int
    low: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Introductions:
    """All of it; `waiting` oldest first, `months` oldest first, `to_talk` the days from a name to the first talk."""

    tree: Tree
    generations: tuple[Generation, ...]
    waiting: tuple[Name, ...]
    months: tuple[Month, ...]
    pace: Pace
    to_talk: tuple[int, ...]

    @property
    def typical_days(self) -> float | None:
        """The median of the days from a name to the first talk."""
        return median(self.to_talk) if self.to_talk else None


MONTHS_SHOWN = 12


def introductions(network: Network, today: date, tree: Tree, named: AllNamed) -> Introductions:
    """What follows from the names that were given up to `today`."""
    numbers = network.collection.options.numbers
    given = [one for _, one in named.values()]
    new = Counter(first_of_month(one.new_on) for one in given if one.new_on)
    months = _months(network, today, new, max(MONTHS_SHOWN, 2 * numbers.names_window_months + 1))
    return Introductions(
        tree,
        _generations(network, tree, today),
        tuple(sorted((one.waiting for one in given if one.waiting), key=_oldest)),
        months[-MONTHS_SHOWN:],
        _pace(months, numbers),
        tuple(sorted(one.to_talk for one in given if one.to_talk is not None)),
    )


def _oldest(name: Name) -> tuple[date, str]:
    return name.day or date.max, name.person


def _generations(network: Network, tree: Tree, today: date) -> tuple[Generation, ...]:
    """People on file or met; names without a giver that were only written down are nobody's generation."""
    people: Counter[int] = Counter()
    met: Counter[int] = Counter()
    numbers = tree.number
    for key, someone in network.people.items():
        known = someone.met_by(today)
        if known or someone.record is not None or key in numbers:
            number = numbers.get(key, 0)
            people[number] += 1
            met[number] += known
    return tuple(Generation(number, people[number], met[number]) for number in sorted(people))


@lru_cache(maxsize=64)
def _days_of_talks(entries: tuple[Entry, ...]) -> tuple[date, ...]:
    return tuple(entry.day for entry in entries if is_talk(entry))


def _months(network: Network, today: date, new: Mapping[date, int], count: int) -> tuple[Month, ...]:
    """The last months up to the one of `today`, oldest first; `new` are the new names by month."""
    firsts = [first_of_month(today)]
    while len(firsts) < count and firsts[-1] > date.min:
        firsts.append(first_of_month(firsts[-1] - timedelta(days=1)))
    found = []
    for first in reversed(firsts):
        talks = _days_of_talks(network.months.get(f"{first.year:04d}-{first.month:02d}", ()))
        found.append(Month(first, new.get(first, 0), bisect_right(talks, today)))
    return tuple(found)


def _pace(months: Sequence[Month], numbers: Numbers) -> Pace:
    """The last full months against the ones before; this month is not over and counts for neither."""
    full, window = months[:-1], numbers.names_window_months
    now, before = full[-window:], full[-2 * window : -window]
    names, talks = sum(m.names for m in now), sum(m.talks for m in now)
    names_before, talks_before = sum(m.names for m in before), sum(m.talks for m in before)
    enough = talks >= numbers.names_least_talks
    low = enough and 10 * names < numbers.names_per_ten_talks * talks
    pace = Pace(len(now), names, talks, names_before, talks_before, low, "")
    return pace._replace(sentence=_sentence(pace, numbers))


def _sentence(pace: Pace, numbers: Numbers) -> str:
    when = "In the last full month" if pace.months == 1 else f"In the last {pace.months} full months"
    counted = f"{_counted(pace.talks, 'talk')} brought {_counted(pace.names, 'new name')}"
    if pace.talks < numbers.names_least_talks:
        return (
            f"{when} {counted}. From {_counted(numbers.names_least_talks, 'talk')} on this says whether that is enough."
        )
    said = f"{when} {counted}: {rate_in_words(pace.names, pace.talks)} a talk."
    if pace.talks_before >= numbers.names_least_talks:
        months = "month" if pace.months == 1 else f"{pace.months} months"
        said += f" In the {months} before it was {rate_in_words(pace.names_before, pace.talks_before)}."
    if not pace.low:
        return said
    wanted = f"{numbers.names_per_ten_talks / 10:g}"
    advice = "a network uses up the people it has: end a talk by asking whom else to speak to."
    return f"{said} Under {wanted} a talk {advice}"


def rate_in_words(names: int, talks: int) -> str:
    """Names a talk, rounded; fewer names than talks never read as one a talk."""
    hundredths = (200 * names + talks) // (2 * talks)
    return f"{(min(hundredths, 99) if names < talks else hundredths) / 100:.2f}"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"
