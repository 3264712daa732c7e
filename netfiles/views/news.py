"""News: who has been told what, whom to tell next, and three whom the owner never told and never asked anything."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from netfiles.changes.command import quoted
from netfiles.index.network import Entry
from netfiles.insights.follow_ups.landed import news_file
from netfiles.insights.follow_ups.news import told_line
from netfiles.insights.landing import announcement
from netfiles.insights.told import Telling
from netfiles.query.language import Wrong
from netfiles.views.context import Context, Here, day
from netfiles.views.page import Page, Section
from netfiles.views.reach import Way, first_ways
from netfiles.views.rows import position
from netfiles.views.templating import fill
from netfiles.views.three import three_section
from netfiles.views.words import capital, plural

MOST_ROWS = 60
"""So many people are listed of each kind; fewer where several pieces of news are out."""

LEAST_ROWS = 10
MOST_ENTRIES = 30
MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody to be told; `knows` is the older news they heard."""

    face: Markup
    name: Markup
    position: Markup
    tie: str
    last: Markup | None
    ways: tuple[Way, ...]
    knows: Markup | None


@dataclass(frozen=True, slots=True)
class Round:
    """The people told in one entry, or (without a day) those who knew before."""

    day: Markup | None
    names: tuple[Markup, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news as the page shows it; of `new` and `older`, the people to tell, the first are listed."""

    anchor: str
    title: str
    private: bool
    state: str
    when: list[Markup]
    audience: str | None
    wrong: Wrong | None
    replaces: Markup | None
    replaced_by: Markup | None
    body: Markup
    file: Markup
    command: str
    line: str
    asked: int
    reached: int
    told: int
    held_back: int
    new: tuple[ToTell, ...]
    new_count: int
    older: tuple[ToTell, ...]
    older_count: int
    rounds: tuple[Round, ...]
    more_rounds: int

    @property
    def terms(self) -> list[str]:
        """The parts of the audience, each of which stays on one line: quoted words are one."""
        return re.findall(r'(?:[^\s"]|"[^"]*"?)+', self.audience or "")

    @property
    def to_tell(self) -> int:
        return self.new_count + self.older_count

    @property
    def outside(self) -> int:
        """How many have heard it whom the audience does not ask for."""
        return self.told - self.reached if self.asked else 0


def news_page(context: Context) -> Page:
    """All news, that which is to be told first."""
    page = Page("news", "News", (), ("navigation", "toc"), searchable=False)
    here, folder = Here(context, page.root), context.collection.options.folders.news
    tellings = context.insights.news
    out = [telling for telling in tellings if telling.state in ("to tell", "to come")]
    rows = max(LEAST_ROWS, MOST_ROWS // max(1, len(out)))
    items = [_item(here, telling, rows) for telling in out]
    past = [_item(here, telling, 0) for telling in tellings if telling not in out]
    landed = context.insights.landing
    wanted = (
        news_file(context.collection.options.folders) if landed and not announcement(context.network, landed) else ""
    )
    lead, today = _lead(items, past, wanted), context.today
    head = fill("news_head.html", lead=lead, items=items, past=len(past), folder=folder, today=today, wanted=wanted)
    sections = [Section(head), *(_section(item) for item in items), *three_section(here)]
    if past:
        sections.append(Section(fill("news_past.html", items=past), "No longer told", "past"))
    return Page(page.address, page.title, tuple(sections), page.hide, searchable=False)


def _section(item: Item) -> Section:
    return Section(fill("news_item.html", item=item), item.title, item.anchor)


def _lead(items: Sequence[Item], past: Sequence[Item], wanted: str) -> str:
    """What waits for the owner, in one sentence."""
    if wanted and not any(item.to_tell for item in items):
        return "You have landed, and no news says so yet."
    out = [item for item in items if item.state == "to tell"]
    waiting = [item for item in out if item.to_tell]
    empty = [item for item in items if not item.asked]
    said = [_to_be_told(waiting)] if waiting else []
    if empty:
        said.append(f"The audience of {plural(len(empty), 'piece', spelt=True)} of news finds nobody.")
    elif out and not waiting:
        heard = all(item.reached == item.asked for item in out)
        said.append("Everybody has heard your news." if heard else "Nobody is left to tell.")
    if coming := len(items) - len(out):
        said.append(f"{capital(plural(coming, 'piece', spelt=True))} of news {'is' if coming == 1 else 'are'} to come.")
    return " ".join(said) or ("No news to tell." if past else "No news yet.")


def _to_be_told(waiting: Sequence[Item]) -> str:
    if len(waiting) > 1:
        return f"{capital(plural(len(waiting), 'piece', spelt=True))} of news to tell."
    return f"{capital(plural(waiting[0].to_tell, 'person has', 'people have', spelt=True))} not heard your news."


def _item(here: Here, telling: Telling, rows: int) -> Item:
    context, news, over = here.context, telling.news, rows == 0
    audience = None if over else telling.audience
    older = [] if over else [key for key in telling.in_order if key in telling.told_older]
    new = [] if over else [key for key in telling.in_order if key not in telling.told_older]
    told = _told(telling)
    return Item(
        anchor=(context.addresses.of(news.path) or "").partition("#")[2],
        title=news.called,
        private=news.private.whole,
        state=telling.state,
        when=list(_when(telling)),
        audience=news.audience,
        wrong=audience.wrong if audience else None,
        replaces=here.record(telling.older[0].path) if telling.older else None,
        replaced_by=here.record(telling.replaced_by.path) if telling.replaced_by else None,
        body=here.body(news),
        file=here.file(news.origin.place()),
        command=f"netfiles told NAME {quoted(telling.news.origin.stem)}",
        line=told_line(telling, context.insights.news),
        asked=len(audience.keys) if audience else 0,
        reached=sum(key in telling.told for key in audience.keys) if audience else 0,
        told=len(telling.told),
        held_back=0 if over else len(telling.held_back),
        new=tuple(_to_tell(here, telling, key) for key in new[:rows]),
        new_count=len(new),
        older=tuple(_to_tell(here, telling, key) for key in older[:rows]),
        older_count=len(older),
        rounds=tuple(_round(here, one) for one in told[:MOST_ENTRIES]),
        more_rounds=max(0, len(told) - MOST_ENTRIES),
    )


def _when(telling: Telling) -> Iterator[Markup]:
    """`from 31 Aug 2026`, `until 31 Dec 2026`."""
    if telling.news.date:
        yield Markup("from %s") % day(telling.news.date)
    if telling.news.until:
        yield Markup("until %s") % day(telling.news.until)


def _to_tell(here: Here, telling: Telling, key: str) -> ToTell:
    context, someone = here.context, here.context.network.people[key]
    last = someone.last_contact(context.today)
    return ToTell(
        face=here.face(someone),
        name=here.person(key),
        position=position(here, someone),
        tie=context.insights.tie(key).word,
        last=day(last) if last else None,
        ways=first_ways(someone.record)[:2] if someone.record else (),
        knows=_known(here, telling, key),
    )


def _known(here: Here, telling: Telling, key: str) -> Markup | None:
    """Which older news somebody heard, and when."""
    if key not in telling.told_older:
        return None
    news, entry = telling.told_older[key]
    when = _entry_day(here, entry) if entry else escape("before any entry")
    return Markup("%s, %s") % (here.link(news.path, news.called), when)


def _entry_day(here: Here, entry: Entry) -> Markup:
    return Markup('<a href="%s">%s</a>') % (here.entry(entry), day(entry.day))


Told = tuple[Entry | None, list[str]]
"""The people (by key) told in an entry, or known to have known before."""


def _told(telling: Telling) -> list[Told]:
    """Who was told, by entry, the newest first; last those who knew before."""
    found: dict[Entry | None, list[str]] = {}
    for key, entry in telling.told.items():
        found.setdefault(entry, []).append(key)
    before = found.pop(None, [])
    pairs = [(entry, keys) for entry, keys in found.items() if entry]
    entries = sorted(pairs, key=lambda of: of[0].order, reverse=True)
    return [*entries, *([(None, sorted(before))] if before else [])]


def _round(here: Here, told: Told) -> Round:
    entry, keys = told
    ordered = sorted(keys, key=entry.people.index) if entry else keys
    names = tuple(map(here.person, ordered[:MOST_NAMES]))
    return Round(_entry_day(here, entry) if entry else None, names, max(0, len(keys) - MOST_NAMES))
