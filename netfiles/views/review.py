"""Review: ten minutes on a Friday: what happened, what moved, who cooled, what comes, and three next moves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup, escape

from netfiles.changes.command import command, quoted
from netfiles.index.network import Entry, Someone
from netfiles.insights.cooling import Cooled
from netfiles.insights.next_moves import Move
from netfiles.insights.review import Moved, New, Review
from netfiles.views.context import Context, Here, day
from netfiles.views.entries import how_long, kind, names, title
from netfiles.views.loops import RULES, VERBS
from netfiles.views.nothing_due import next_talk
from netfiles.views.page import Page, Section
from netfiles.views.templating import fill
from netfiles.views.words import capital, in_words, listed, minutes, plural, short

MOST_ENTRIES = 60
MOST_COOLED = 12
MOST_MOVED = 20
MOST_AHEAD = 60
MOST_NAMES = 12

Day = tuple[Markup, list[Markup]]


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A next move as the page shows it: whom it concerns, why, where that stands, and what to write where.

    `stands` is None where that file is still to be written; `file` takes the `line`, or is the `whole` of a new one.
    """

    who: Markup | None
    text: Markup
    proof: str | None
    stands: Markup | None
    file: Markup | str
    line: str
    whole: str
    tick: int | None
    command: str
    verb: str
    brief: str | None


def review_page(context: Context) -> Page:
    """The page of the review."""
    page = Page("review", "Review", (), ("navigation", "toc"), searchable=False)
    here, found = Here(context, page.root), context.insights.review
    html = fill(
        "review.html",
        first=found.monday,
        until=found.until,
        sentence=_sentence(found),
        log=context.insights.work_log[0],
        log_page=here.to("work-search/"),
        happened=_by_day(_told(here, entry) for entry in found.entries[:MOST_ENTRIES]),
        more_entries=max(0, len(found.entries) - MOST_ENTRIES),
        journal=here.to("journal/"),
        counts=list(_counts(here, found)),
        moved=[_moved(here, one) for one in found.moved[:MOST_MOVED]],
        more_moved=max(0, len(found.moved) - MOST_MOVED),
        goals=[(here.link(one.goal.path, one.goal.called), one.sentence) for one in found.goals],
        cooled=[_cooled(here, one) for one in found.cooled[:MOST_COOLED]],
        more_cooled=max(0, len(found.cooled) - MOST_COOLED),
        people=here.to("people/"),
        ahead=_by_day(_ahead(here, found)),
        more_ahead=max(0, len(found.ahead) + len(found.due) - MOST_AHEAD),
        follow_ups=here.to("follow-ups/"),
        moves=[_move(here, move) for move in found.moves],
        next_talk=next_talk(here),
    )
    return Page(page.address, page.title, (Section(html),), page.hide, searchable=False)


def _sentence(found: Review) -> str:
    """`Five talks, three messages and 155 minutes for people.`"""
    if not found.entries:
        return "Nothing is written down for this week yet."
    spelt = in_words(len(found.talks), len(found.messages))
    talks, messages = plural(len(found.talks), "talk", spelt=spelt), plural(len(found.messages), "message", spelt=spelt)
    return capital(f"{talks}, {messages} and {minutes(found.week.networking)} for people.")


def _by_day(lines: Iterable[tuple[date, Markup]]) -> list[Day]:
    ordered = sorted(lines, key=lambda pair: pair[0])
    return [(day(on), [line for _, line in group]) for on, group in groupby(ordered, key=lambda pair: pair[0])]


def _told(here: Here, entry: Entry) -> tuple[date, Markup]:
    """An entry in one line: the kind, with whom, how long."""
    record = entry.record
    who = Markup(" with %s") % names(here, entry.people) if entry.people else Markup("")
    what = title(record) if record.activity else ""
    more = ", ".join(filter(None, (what, how_long(record))))
    line = Markup('<a href="%s">%s</a>%s <span class="nf-soft">%s</span>')
    return entry.day, line % (here.entry(entry), kind(record), who, more)


def _counts(here: Here, found: Review) -> Iterator[tuple[str, Markup]]:
    """What else the week brought, each with everybody it is about."""
    if found.new:
        yield "New people", _people(here, found.new)
    asked = [_with(here, entry, entry.record.ask or entry.record.asked or "", "to") for entry in found.asks]
    got = [_with(here, entry, ", ".join(entry.record.got), "from") for entry in found.got]
    gave = [_with(here, entry, ", ".join(entry.record.gave), "to") for entry in found.gave]
    given = [_with(here, entry, listed(map(here.person, entry.introduced)), "by") for entry in found.names]
    for word, lines in (("Asked", asked), ("Got", got), ("Gave", gave), ("Names given", given)):
        if lines:
            yield word, _few(lines)


def _people(here: Here, new: tuple[New, ...]) -> Markup:
    return _few([here.person(one.person) for one in new])


def _few(lines: list[Markup]) -> Markup:
    rest = [escape(f"and {len(lines) - MOST_NAMES} more")] if len(lines) > MOST_NAMES else []
    return Markup("; ").join(lines[:MOST_NAMES] + rest)


def _with(here: Here, entry: Entry, what: str | Markup, way: str) -> Markup:
    """What an entry holds, leading to it, and to or from whom it went."""
    who = names(here, entry.people) if entry.people else Markup("nobody")
    return Markup('<a href="%s">%s</a> <span class="nf-soft">%s %s</span>') % (here.entry(entry), what, way, who)


def _moved(here: Here, one: Moved) -> Markup:
    company = here.context.network.company_of(one.lead)
    at = Markup(" at %s") % here.company(company) if company else Markup("")
    line = Markup('<b>%s</b> %s%s <span class="nf-soft">%s</span>')
    return line % (capital(one.word), here.link(one.lead.path, one.lead.called), at, day(one.on))


def _cooled(here: Here, one: Cooled) -> Markup:
    entry, last = here.context.network.entry_by_path[one.place.file], short(one.last, here.context.today)
    line = Markup('%s <span class="nf-soft">%s four weeks ago, %s today; last contact <a href="%s">%s</a></span>')
    return line % (here.person(one.person), one.before.word, one.now.word, here.entry(entry), last)


def _ahead(here: Here, found: Review) -> Iterator[tuple[date, Markup]]:
    """What is planned, and what falls due, the earliest of many."""
    planned = [_told(here, entry) for entry in found.ahead]
    due = []
    for reason in found.due:
        who = here.person(reason.person) if reason.person else here.link(reason.place.file, reason.title or "")
        word = RULES[reason.rule][0].lower() if reason.rule in RULES else reason.rule
        line = Markup('%s <span class="nf-soft" title="%s">%s</span>') % (who, reason.text, word)
        due.append((reason.due, line))
    yield from sorted((*planned, *due), key=lambda pair: pair[0])[:MOST_AHEAD]


def _move(here: Here, move: Move) -> MoveRow:
    write, someone = move.write, here.context.network.people.get(move.person or "")
    file = here.file(move.place)
    return MoveRow(
        who=here.person(someone.key) if someone and someone.name not in move.text else None,
        text=_naming(here, move.text, someone),
        proof=here.href(move.place.file),
        stands=Markup("%s, line %d") % (file, move.place.line) if move.is_proved else None,
        file=Markup('<span class="nf-path">%s</span>') % write.file if write else file,
        line=write.text if write and not write.whole else "",
        whole=write.text if write and write.whole else "",
        tick=move.tick,
        command=command(move.reason, move.beside, someone.name if someone else "") if move.reason else "",
        verb=VERBS.get(move.reason.rule, "Done?") if move.reason else "",
        brief=f"netfiles brief {quoted(someone.name)}" if someone else None,
    )


def _naming(here: Here, text: str, someone: Someone | None) -> Markup:
    """A sentence in which the first mention of somebody leads to them."""
    if someone is None or someone.name not in text:
        return escape(text)
    before, _, after = text.partition(someone.name)
    return Markup("%s%s%s") % (before, here.person(someone.key), after)
