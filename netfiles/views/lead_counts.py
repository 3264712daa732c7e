"""The numbers of the page of leads: how far they go, whether they were hidden, where they come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from markupsafe import Markup

from netfiles.insights.funnel import Step, Yield, funnel, yield_of
from netfiles.insights.leads import Course
from netfiles.insights.sources import SEEN, Origin, Origins, Seen, Source, head_start, origins, seen
from netfiles.views.context import Here
from netfiles.views.lead_cards import company_name
from netfiles.views.templating import fill
from netfiles.views.words import listed

MOST_LISTED = 25
MOST_TELLERS = 20


@dataclass(frozen=True, slots=True)
class Listed:
    """Some leads behind a number: those that are shown, and how many more there are."""

    id: str
    count: int
    words: str
    links: tuple[Markup, ...]

    @property
    def more(self) -> int:
        return self.count - len(self.links)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a picture, which leads to what it counts; `width` in per cent."""

    href: str
    name: str
    count: str
    width: float


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the funnel as a row: how many came, how many of those before, the days there, who is there now."""

    id: str
    name: str
    came: int
    share: str
    days: str
    now: int


@dataclass(frozen=True, slots=True)
class YieldRow:
    """What became of the leads of one sort; `rate` is empty where they are too few."""

    name: Markup | str
    leads: int
    applied: int
    interviews: int
    offers: int
    rate: str
    id: str | None = None


STEP_WORDS = {
    "heard": "Heard of",
    "applied": "Applied",
    "interviewing": "Interview",
    "offer": "Offer",
    "accepted": "Accepted",
}
SEEN_WORDS: dict[Seen, tuple[str, str]] = {
    "before": ("Heard before it was posted", "heard before they were posted"),
    "never": ("Never posted", "never posted, as far as your files say"),
    "posted": ("Posted first", "posted first"),
    "unknown": ("Unknown", "of which the files do not say"),
}


def listing(here: Here, key: str, courses: Sequence[Course], words: str) -> Listed:
    """The leads behind a number."""
    links = (_link(here, course) for course in courses[:MOST_LISTED])
    return Listed(key, len(courses), words, tuple(links))


def _link(here: Here, course: Course) -> Markup:
    company, lead = company_name(here, course), course.lead
    text = f"{lead.called}, {company}" if company else lead.called
    return here.link(lead.path, text)


def how_far(here: Here, courses: Sequence[Course]) -> Markup:
    """The funnel as a picture, a table and the leads of each step."""
    steps = funnel(here.context.network, courses, here.context.today)
    least = here.context.collection.options.numbers.ranked_from
    before = (None, *steps)
    rows = [_step_row(step, previous, least) for step, previous in zip(steps, before, strict=False)]
    bars = [_bar(f"#at-{step.name}", STEP_WORDS[step.name], len(step.came), len(courses)) for step in steps]
    lists = [listing(here, f"at-{s.name}", s.came, _came_words(s)) for s in steps if s.came]
    return fill("leads_funnel.html", rows=rows, bars=bars, lists=lists, least=least, total=len(courses))


def _came_words(step: Step) -> str:
    return {
        "heard": "in all",
        "applied": "applied for, or further",
        "interviewing": "with an interview, or further",
        "offer": "with an offer, or further",
    }.get(step.name, "accepted")


def _step_row(step: Step, before: Step | None, least: int) -> StepRow:
    of = len(before.came) if before else 0
    return StepRow(
        id=f"at-{step.name}",
        name=STEP_WORDS[step.name],
        came=len(step.came),
        share=f"{_percent(len(step.came), of)} of {of}" if of >= least else f"{len(step.came)} of {of}" if of else "",
        days=f"{step.days:g} (of {len(step.stays)})" if step.days is not None else "",
        now=len(step.now),
    )


def _percent(some: int, of: int) -> str:
    return f"{round(100 * some / of)} %"


def _bar(href: str, name: str, count: int, of: int) -> Bar:
    return Bar(href if count else "", name, f"{count:,} of {of:,}", round(100 * count / of, 1) if of else 0.0)


def hidden(here: Here, courses: Sequence[Course]) -> Markup:
    """Hidden or posted, by the owner's own dates."""
    network, numbers = here.context.network, here.context.collection.options.numbers
    of: dict[Seen, list[Course]] = {word: [] for word in SEEN}
    for course in courses:
        of[seen(network, course.lead)].append(course)
    starts = sorted(days for course in of["before"] if (days := head_start(network, course.lead)) is not None)
    rows = [_yield_row(SEEN_WORDS[w][0], yield_of(some), numbers.ranked_from, f"seen-{w}") for w, some in of.items()]
    return fill(
        "leads_hidden.html",
        bars=[_bar(f"#seen-{word}", SEEN_WORDS[word][0], len(some), len(courses)) for word, some in of.items()],
        lists=[listing(here, f"seen-{word}", some, SEEN_WORDS[word][1]) for word, some in of.items() if some],
        rows=rows,
        known=len(courses) - len(of["unknown"]),
        first=len(of["before"]) + len(of["never"]),
        start=f"{median(starts):g}" if starts else None,
        starts=len(starts),
        least=numbers.ranked_from,
    )


def _yield_row(name: Markup | str, found: Yield, least: int, key: str | None = None) -> YieldRow:
    count = len(found.leads)
    rate = _percent(found.interviews, count) if count >= least else ""
    return YieldRow(name, count, found.applied, found.interviews, found.offers, rate, key if count else None)


def where_from(here: Here, courses: Sequence[Course]) -> Markup:
    """What became of leads by how they were heard of, and of whom."""
    found = origins(here.context.network, courses)
    least = here.context.collection.options.numbers.ranked_from
    tellers = found.people[:MOST_TELLERS]
    return fill(
        "leads_sources.html",
        sentence=_ranking(found, least),
        rows=[_yield_row(_kind(o), o.found, least, f"from-{o.source.kind}") for o in found.kinds],
        channels=[_yield_row(_channel(o.source), o.found, least) for o in found.channels],
        people=[_yield_row(here.person(key), of, least) for key, of in tellers],
        more=len(found.people) - len(tellers),
        lists=[listing(here, f"from-{o.source.kind}", o.found.leads, _kind(o).lower()) for o in found.kinds],
        least=least,
    )


_KINDS = {
    "person": "From a person",
    "entry": "On my own way",
    "posting": "From a posting",
    "unknown": "Unknown",
}


def _kind(origin: Origin) -> str:
    return _KINDS[origin.source.kind]


def _channel(source: Source) -> str:
    who = "A person" if source.kind == "person" else "On my own way"
    return f"{who}, {source.how}" if source.how else f"{who}, no entry named"


def _ranking(found: Origins, least: int) -> str:
    """Which sources are ranked, and that the others are not."""
    enough = found.kinds[: found.ranked]
    if not enough:
        return f"No source has {least} leads yet. Of fewer a rate says nothing, so none is ranked."
    if len(enough) == 1:
        return f"Only one source has {least} leads or more, so there is nothing to rank it against."
    rates = [f"{_kind(o).lower()} {_percent(o.found.interviews, len(o.found.leads))}" for o in enough]
    rest = "" if found.ranked == len(found.kinds) else f" Sources with fewer than {least} leads are not ranked."
    return f"Led to an interview: {listed(rates)}.{rest}"
