"""Who knows whom on the network page: people where they are few, groups of them where they are many."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup, escape

from netfiles.insights.acquaintances import Acquaintance, Pairs
from netfiles.insights.clusters import Clusters
from netfiles.insights.days import spoken
from netfiles.views.arc_picture import ArcPicture, arcs, in_line
from netfiles.views.context import Here, day
from netfiles.views.templating import fill
from netfiles.views.words import plural

FEW = 40
"""So many people are drawn one by one."""

MOST_PAIRS = 150
MOST_ARCS = 24


def who_knows_whom(here: Here) -> Markup:
    """The picture and its table."""
    known = here.context.insights.acquainted.pairs
    people = len({*chain.from_iterable(known)})
    if not known:
        return fill("network_nobody_knows.html", folder=here.context.collection.options.folders.contacts)
    return _people(here, known, people) if people <= FEW else _groups(here, people)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A knot or an arc as the picture shows it."""

    href: str | None
    title: str
    sort: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who know each other, and how that is known."""

    one: Markup
    other: Markup
    how: Markup


def _people(here: Here, known: Pairs, count: int) -> Markup:
    people = here.context.network.people
    order = in_line(known)
    names = {key: people[key].name for key in order}
    pairs = sorted(known.values(), key=lambda one: (names[one.one].casefold(), names[one.other].casefold(), one[:2]))
    weights = dict.fromkeys(known, 1)
    degree = {key: sum(key in pair for pair in known) for key in order}
    return fill(
        "network_people.html",
        count=count,
        pairs=[Pair(here.person(one.one), here.person(one.other), _how(here, one)) for one in pairs[:MOST_PAIRS]],
        whole=len(pairs),
        more=len(pairs) - MOST_PAIRS,
        pictures=_pictures(order, names, weights),
        knots={key: Drawn(here.href(key), f"{names[key]} knows {degree[key]} of them", "") for key in order},
        arcs={pair: _drawn(here, one) for pair, one in known.items()},
    )


def _pictures(
    order: list[str], names: Mapping[str, str], weights: Mapping[tuple[str, str], int]
) -> tuple[ArcPicture, ArcPicture]:
    return arcs(order, names, weights, 1080, 330), arcs(order, names, weights, 360, 186)


def _drawn(here: Here, one: Acquaintance) -> Drawn:
    people = here.context.network.people
    said = _said(one, people[one.one].name, people[one.other].name)
    return Drawn(here.href(one.record.path) or here.href(one.one), said, one.proof)


def _said(one: Acquaintance, name: str, other: str) -> str:
    when = f", {spoken(one.day)}" if one.day else ""
    words = {"introduced": "one led you to the other", "knows": "written down", "met": "met in a small round"}
    return f"{name} and {other}: {words[one.proof]}{when}"


def _how(here: Here, one: Acquaintance) -> Markup:
    """How it is known, with a link to the entry or the person whose file says so."""
    if one.proof == "knows":
        return Markup("the file of %s says so") % here.link(one.record.path, one.record.called)
    words = "met" if one.proof == "met" else "led you to the other"
    href = here.href(one.record.path)
    when = day(one.day) if one.day else escape("on no day")
    return Markup('%s <a href="%s">%s</a>') % (words, href, when) if href else Markup("%s %s") % (words, when)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group with how many are in it, how many pairs know each other there, and the groups it is closest to."""

    anchor: str
    name: Markup
    people: int
    within: int
    beyond: str


_BY = {"company": "companies", "tag": "tags", "place": "places"}


def _groups(here: Here, count: int) -> Markup:
    found = here.context.insights.clustered.clusters
    names = {group.key: _name(here, found, group.key) for group in found.groups}
    heaviest = sorted(found.between, key=lambda pair: (-found.between[pair], pair))[:MOST_ARCS]
    weights = {pair: found.between[pair] for pair in heaviest}
    linked = in_line(weights)
    order = [*linked, *(group.key for group in found.groups if group.key not in set(linked))]
    rows = [_row(here, found, names, n) for n in range(len(found.groups))]
    anchors = {group.key: f"#{row.anchor}" for group, row in zip(found.groups, rows, strict=True)}
    by_key = {group.key: group for group in found.groups}
    return fill(
        "network_groups.html",
        count=count,
        by=_BY[found.by],
        clusters=found,
        rows=rows,
        arcs_left=len(found.between) - len(heaviest),
        pictures=_pictures(order, names, weights) if order else (),
        knots={
            key: Drawn(anchors[key], _group_said(names[key], by_key[key].people, by_key[key].within), "")
            for key in order
        },
        arcs={
            pair: Drawn(anchors[pair[0]], f"{names[pair[0]]} and {names[pair[1]]}: {_pairs(n)}", "met")
            for pair, n in weights.items()
        },
    )


def _group_said(name: str, people: int, within: int) -> str:
    return f"{name}: {plural(people, 'person', 'people')}, {_pairs(within)} among themselves"


def _pairs(count: int) -> str:
    return plural(count, "acquaintance")


def _name(here: Here, found: Clusters, key: str) -> str:
    return here.context.network.companies[key].name if found.by == "company" else key


def _row(here: Here, found: Clusters, names: Mapping[str, str], number: int) -> GroupRow:
    group = found.groups[number]
    beyond = {
        (other if one == group.key else one): n
        for (one, other), n in found.between.items()
        if group.key in (one, other)
    }
    closest = sorted(beyond, key=lambda key: (-beyond[key], names[key]))[:3]
    name = here.company(group.key) if found.by == "company" else escape(names[group.key])
    words = ", ".join(f"{names[key]}\u00a0×{beyond[key]}" for key in closest)
    return GroupRow(f"group-{number + 1}", name, group.people, group.within, words)
