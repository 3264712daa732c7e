"""The network: who led to whom, names not yet met, new names a talk, and who knows whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from netfiles.insights.closing import Write, entry_for
from netfiles.insights.introductions import Introductions
from netfiles.insights.named import Introduction, Name
from netfiles.views.context import Context, Here, day
from netfiles.views.knowing import who_knows_whom
from netfiles.views.names_picture import columns
from netfiles.views.page import Page, Section
from netfiles.views.paths import MAY_SAY
from netfiles.views.templating import fill
from netfiles.views.tree_picture import Branch, TreePicture, left_out, narrow, shown, wide
from netfiles.views.words import in_words, listed, plural

FIRST_NAMES, MOST_NAMES = 20, 100
MOST_GIVERS = 60
MOST_OF_ONE = 8


def network_page(context: Context) -> Page:
    """Everything the introductions bring, and who knows whom."""
    page = Page("network", "Network", (), ("navigation", "toc"), searchable=False)
    here, found = Here(context, page.root), context.insights.introductions
    sections = [Section(_tree(here, found))]
    if found.tree.by_person or found.waiting:
        sections.append(Section(_names(here, found), "Names not yet met", "names"))
        sections.append(Section(_pace(here, found), "New names a talk", "pace"))
    sections.append(Section(who_knows_whom(here), "Who knows whom", "who-knows-whom"))
    return Page(page.address, page.title, tuple(sections), page.hide, searchable=False)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of the tree: where it leads, what it says of itself, and whether the owner has met them."""

    href: str | None
    title: str
    sort: str


def _tree(here: Here, found: Introductions) -> Markup:
    people = here.context.network.people
    drawn = shown(found.tree)
    names = {key: people[key].name for branch in drawn.branches if (key := branch.key)}
    pictures: tuple[TreePicture, ...] = (
        (wide(drawn.branches, names), narrow(drawn.branches, names)) if drawn.branches else ()
    )
    givers = sorted(found.tree.by_giver, key=lambda key: (-len(found.tree.by_giver[key]), people[key].name, key))
    return fill(
        "network_tree.html",
        lead=_lead(found),
        pictures=pictures,
        marks=[_mark(here, found, branch) for branch in drawn.branches],
        more_givers=drawn.more_givers,
        generations=found.generations,
        called=_called,
        givers=[_giver(here, found, key) for key in givers[:MOST_GIVERS]],
        more=len(givers) - MOST_GIVERS,
        first=_first_line(here.context),
    )


def _lead(found: Introductions) -> str:
    led = len(found.tree.by_person)
    if not led:
        return "Nobody is written down yet as somebody others led you to."
    last = found.generations[-1].number
    spelt = in_words(led, last, len(found.waiting))
    through = plural(last, "step", spelt=spelt)
    said = f"{plural(led, 'person', 'people', spelt).capitalize()} came to you through others, up to {through} away"
    if not found.waiting:
        return f"{said}; you have met them all."
    wait = "waits" if len(found.waiting) == 1 else "wait"
    return f"{said}; {plural(len(found.waiting), 'name', spelt=spelt)} {wait} for a first word."


def _called(generation: int) -> str:
    """What a generation is called above its column."""
    ordinal = ("", "first", "second", "third", "fourth", "fifth", "sixth")
    if generation == 0:
        return "met by yourself"
    return f"{ordinal[generation]} generation" if generation < len(ordinal) else f"generation {generation}"


def _mark(here: Here, found: Introductions, branch: Branch) -> Mark:
    if not branch.key:
        return Mark("#led", left_out(branch.more), "more")
    someone = here.context.network.people[branch.key]
    sort = "met" if someone.met_by(here.context.today) else "name"
    return Mark(here.href(branch.key), _sentence(here, found, branch.key), sort)


def _sentence(here: Here, found: Introductions, key: str) -> str:
    """`Bo Lee: through Ann Poe, 2 Nov 2026; led to 3 people; tie: warm`."""
    people, tie = here.context.network.people, here.context.insights.tie(key)
    one, led = found.tree.by_person.get(key), len(found.tree.by_giver.get(key, ()))
    parts = [f"through {people[one.giver].name}" + (f", {one.day.isoformat()}" if one.day else "")] if one else []
    parts += [f"led to {plural(led, 'person', 'people')}"] if led else []
    known = people[key].met_by(here.context.today)
    return f"{people[key].name}: {'; '.join((*parts, f'tie: {tie.word}' if known else 'not met yet'))}"


@dataclass(frozen=True, slots=True)
class Giver:
    """Somebody who led to others, with these; `more` are left out."""

    name: Markup
    generation: int
    count: int
    led_to: Markup
    more: int


def _giver(here: Here, found: Introductions, key: str) -> Giver:
    given = found.tree.by_giver[key]
    led = listed(_led(here, one) for one in given[:MOST_OF_ONE])
    return Giver(here.person(key), found.tree.number[key], len(given), led, len(given) - MOST_OF_ONE)


def _led(here: Here, one: Introduction) -> Markup:
    """A name with its day, which leads to the entry that proves it."""
    name = here.person(one.person)
    if one.day is None:
        return name
    proof = _proof(here, one.record.path, one.day)
    return Markup("%s (%s)") % (name, proof)


def _proof(here: Here, path: str, when: date) -> Markup:
    href = here.href(path) if path in here.context.addresses.entries else None
    return Markup('<a href="%s">%s</a>') % (href, day(when)) if href else day(when)


def _first_line(context: Context) -> Write:
    """An entry in which a name is given."""
    given = ('introduced: "[[Sam Lee]]"',)
    return entry_for(context.network, context.today, "Jane Doe", None, "coffee", given)


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name given and not yet met."""

    name: Markup
    givers: Markup
    when: Markup
    may_say: Markup


def _names(here: Here, found: Introductions) -> Markup:
    rows = [_name_row(here, name) for name in found.waiting[:MOST_NAMES]]
    people = here.context.network.people
    first = found.waiting[0] if found.waiting else None
    waiting = people[first.person] if first else None
    network, today = here.context.network, here.context.today
    entry = entry_for(network, today, waiting.name, waiting.file) if waiting else None
    return fill(
        "network_names.html",
        rows=rows,
        first_rows=FIRST_NAMES,
        more=len(found.waiting) - MOST_NAMES,
        entry=entry,
        first=people[first.person].name if first else "",
    )


def _name_row(here: Here, name: Name) -> NameRow:
    return NameRow(
        name=here.person(name.person),
        givers=listed(here.person(key) for key in name.givers) if name.givers else escape("nobody is written down"),
        when=_proof(here, name.record.path, name.day) if name.day else here.link(name.record.path, "no day written"),
        may_say=Markup("; ").join(_may_say(here, name)),
    )


def _may_say(here: Here, name: Name) -> Iterator[Markup]:
    """Whether the name of each giver may be used, as their file says."""
    for key in name.givers:
        giver = here.context.network.people[key]
        word = MAY_SAY.get((giver.record.may_use_name if giver.record else None) or "", "not written")
        yield Markup("%s: %s") % (giver.name, word) if len(name.givers) > 1 else escape(word)


def _pace(here: Here, found: Introductions) -> Markup:
    months = here.context.addresses.months
    ways = {key: here.to(f"journal/{key}/") for key in months}
    return fill("network_pace.html", found=found, picture=columns(found.months), ways=ways, typical=_days(found))


def _days(found: Introductions) -> str:
    """`16 days`; empty where no name has led to a talk."""
    days = found.typical_days
    return "" if days is None else f"{days:g} {'day' if days == 1 else 'days'}"
