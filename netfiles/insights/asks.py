"""The ledger of asks: what I asked whom for, how it ended, what came of it, and who was never asked."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from heapq import nsmallest
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from netfiles.index.network import Entry, Someone
from netfiles.insights.follow_ups.reason import Case
from netfiles.insights.vague import Vague, vague
from netfiles.model.fields import AskStatus
from netfiles.problems import Place

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights

MOST_NEVER = 20
MOST_ENDED = 100
_ANSWER_IS_YES = frozenset(("information", "advice", "review"))


def is_yes(kind: str, status: AskStatus) -> bool:
    """Granted; of a request for information, advice or a review also answered: the answer is what was asked for."""
    return status == "granted" or (status == "answered" and kind in _ANSWER_IS_YES)


class Ask(NamedTuple):
    """One ask: what for (a word of the format, or empty), how it ended, why it is vague (empty: it is specific).

    `came` is the entry in which they gave something with the answer or after it.
    """

    entry: Entry
    kind: str
    status: AskStatus
    vague: tuple[Vague, ...]
    came: Entry | None

    @property
    def place(self) -> Place:
        record = self.entry.record
        return record.origin.place("ask" if record.ask else "asked")

    def days(self, today: date) -> int:
        """How many days ago it was asked."""
        return (today - self.entry.day).days


Sort = tuple[str, bool, AskStatus]
"""What an ask counts as: its kind, whether it is vague, how it ended."""


class Asked(NamedTuple):
    """What somebody was asked up to a day: the asks that name them first, and these as what they count.

    `specific`: they were in an entry with a specific ask. `counts`: they are on file and not closed.
    """

    asks: tuple[Ask, ...]
    sorts: tuple[Sort, ...]
    specific: bool
    counts: bool


def asked_of(case: Case) -> Asked:
    """What I asked somebody for."""
    key, entries = case.someone.key, [e for e in case.until if e.record.asked or e.record.ask]
    counts = _counts(case.someone)
    if not entries:
        return _NEVER_ASKED if counts else _NOT_COUNTED
    asks = tuple([ask_of(e, case.until) for e in entries if e.people[0] == key])
    specific = any(not ask.vague for ask in asks) or any(not vague(e.record) for e in entries)
    return Asked(asks, tuple([_sort(ask) for ask in asks]), specific, counts)


_NEVER_ASKED, _NOT_COUNTED = Asked((), (), False, True), Asked((), (), False, False)


def _counts(someone: Someone) -> bool:
    return someone.record is not None and someone.record.status != "closed"


def _sort(ask: Ask) -> Sort:
    return ask.kind, bool(ask.vague), ask.status


def ask_of(entry: Entry, until: tuple[Entry, ...] = ()) -> Ask:
    """The ask of an entry; `until` are all entries with whom it concerns."""
    record = entry.record
    status = record.ask_status or "open"
    return Ask(entry, record.asked or "", status, vague(record), _came(entry, status, until))


def _came(entry: Entry, status: AskStatus, until: tuple[Entry, ...]) -> Entry | None:
    """What they gave with the answer, else the next thing they gave; nothing later comes of an ask declined."""
    if entry.record.got:
        return entry
    if status == "declined":
        return None
    return next((e for e in until if e.record.got and e.follows(entry)), None)


class Rate(NamedTuple):
    """How asks of one sort ended. `share` is yes in per cent of what is decided, None where that is too little."""

    label: str
    share: int | None
    yes: int
    granted: int
    answered: int
    declined: int
    open: int

    @property
    def asked(self) -> int:
        return self.decided + self.open

    @property
    def decided(self) -> int:
        return self.granted + self.answered + self.declined


class AskLedger(NamedTuple):
    """What all asks up to today add up to, and whom of the people on file I never asked for anything specific.

    `open` are the asks without an end, oldest first; `ended` the newest of the others. `never` are the strongest ties
    among the `never_count` people not asked, by key; `people` is how many there are in all.
    """

    total: Rate
    by_kind: tuple[Rate, ...]
    by_care: tuple[Rate, ...]
    open: tuple[Ask, ...]
    ended: tuple[Ask, ...]
    never: tuple[str, ...]
    never_count: int
    people: int


def ask_ledger(insights: "Insights") -> AskLedger:
    """The ledger of the day."""
    everybody = [(standing, of.asked) for standing, of in insights.between.values()]
    of_nobody = tuple(_of_nobody(insights))
    counts = Counter(chain(chain.from_iterable(asked.sorts for _, asked in everybody), map(_sort, of_nobody)))
    least = insights.network.collection.options.numbers.ranked_from
    open_ones = (ask for _, asked in everybody for ask in asked.asks if ask.status == "open")
    waiting = (*open_ones, *(ask for ask in of_nobody if ask.status == "open"))
    never = [(-s.tie.strength, s.someone.key) for s, asked in everybody if asked.counts and not asked.specific]
    return AskLedger(
        total=_rate("all", counts, least),
        by_kind=_by_kind(counts, least),
        by_care=_by_care(counts, least),
        open=tuple(sorted(waiting, key=lambda ask: ask.entry.order)),
        ended=tuple(islice(_newest_ended(insights), MOST_ENDED)),
        never=tuple(key for _, key in nsmallest(MOST_NEVER, never)),
        never_count=len(never),
        people=sum(asked.counts for _, asked in everybody),
    )


def _of_nobody(insights: "Insights") -> Iterator[Ask]:
    """The asks of entries without people."""
    for entry in insights.gleaned.asks:
        if not entry.people and (entry.record.asked or entry.record.ask) and entry.day <= insights.today:
            yield ask_of(entry)


def _newest_ended(insights: "Insights") -> Iterator[Ask]:
    for entry in reversed(insights.gleaned.asks):
        record = entry.record
        if entry.day <= insights.today and (record.asked or record.ask) and (record.ask_status or "open") != "open":
            asks = insights.between[entry.people[0]][1].asked.asks if entry.people else (ask_of(entry),)
            yield next(ask for ask in asks if ask.entry is entry)


Counts = Mapping[Sort, int]


def _rate(label: str, counts: Counts, least: int) -> Rate:
    """What asks add up to; a share is worked out from `least` decided ones on."""
    ended: dict[AskStatus, int] = dict.fromkeys(("granted", "answered", "declined", "open"), 0)
    yes = 0
    for (kind, _, status), count in counts.items():
        ended[status] += count
        yes += count if is_yes(kind, status) else 0
    decided = sum(ended.values()) - ended["open"]
    share = round(100 * yes / decided) if decided >= max(1, least) else None
    return Rate(label, share, yes, ended["granted"], ended["answered"], ended["declined"], ended["open"])


def _by_kind(counts: Counts, least: int) -> tuple[Rate, ...]:
    """By what was asked for: those with enough decided by their share, then the others by how many there are."""
    kinds = {kind for kind, _, _ in counts}
    rates = (_rate(kind, {of: n for of, n in counts.items() if of[0] == kind}, least) for kind in kinds)
    return tuple(sorted(rates, key=lambda r: (r.share is None, -(r.share or 0), -r.asked, r.label)))


def _by_care(counts: Counts, least: int) -> tuple[Rate, ...]:
    sorts = (("specific", False), ("vague", True))
    found = ((label, {of: n for of, n in counts.items() if of[1] is is_vague}) for label, is_vague in sorts)
    return tuple(_rate(label, some, least) for label, some in found if some)
