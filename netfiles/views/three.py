"""Three people a week whom the owner never told and never asked anything, with what speaks for them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from netfiles.insights.draw import Draw, Drawn
from netfiles.views.context import Here, day
from netfiles.views.page import Section
from netfiles.views.rows import position
from netfiles.views.templating import fill
from netfiles.views.words import capital

MOST_FACTS = 5


@dataclass(frozen=True, slots=True)
class Face:
    """One of the three."""

    face: Markup
    name: Markup
    position: Markup
    facts: tuple[str, ...]
    files: tuple[Markup, ...]
    done: Markup | None


def three_section(here: Here) -> Iterator[Section]:
    """The three in full; nothing where there are none."""
    draw = here.context.insights.draw
    if draw.three:
        people = [_face(here, one) for one in draw.three]
        profile = here.to("profile/#ask" if here.context.collection.profile else "profile/")
        html = fill("three.html", people=people, among=draw.among, profile=profile)
        yield Section(html, "Never told, never asked", "never-told")


def _face(here: Here, one: Drawn) -> Face:
    someone, facts = here.context.network.people[one.key], one.facts[:MOST_FACTS]
    places = {fact.record.path: fact.place for fact in reversed(facts)}
    done = Markup('<a href="%s">%s</a>') % (here.entry(one.done), day(one.done.day)) if one.done else None
    return Face(
        face=here.face(someone),
        name=here.person(one.key),
        position=position(here, someone),
        facts=tuple(capital(fact.text) for fact in facts),
        files=tuple(here.file(place) for place in reversed(places.values())),
        done=done,
    )


def in_short(here: Here, draw: Draw) -> list[tuple[Markup, str]]:
    """Those of the three who still wait, each with the fact that counts most."""
    waiting = (one for one in draw.three if one.done is None)
    return [(here.person(one.key), one.facts[0].text if one.facts else "") for one in waiting]
