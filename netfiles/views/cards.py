"""Cards: the business cards as pictures, each beside the name it belongs to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from netfiles.index.names import folded
from netfiles.index.network import Someone
from netfiles.text.markdown import first_words
from netfiles.views.context import Context, Here
from netfiles.views.page import Page, Section
from netfiles.views.rows import position
from netfiles.views.templating import fill


@dataclass(frozen=True, slots=True)
class Side:
    """One file of a card: a picture or a PDF."""

    href: str
    picture: bool
    file: str


@dataclass(frozen=True, slots=True)
class Card:
    """What there is of somebody's card: one picture, its front and its back, a newer one."""

    sides: tuple[Side, ...]
    name: str
    person: Markup
    position: Markup
    note: str


def cards_page(context: Context) -> Page:
    """All cards, by the name of the person."""
    page = Page("cards", "Cards", (), ("navigation", "toc"), searchable=False)
    here = Here(context, page.root)
    with_cards = (someone for someone in context.network.on_file if someone.record and someone.record.cards)
    people = sorted(with_cards, key=lambda someone: (folded(someone.name), someone.key))
    cards = [card for someone in people if (card := _card(here, someone))]
    folders = context.collection.options.folders
    html = fill("cards.html", cards=cards, attachments=folders.attachments)
    return Page(page.address, page.title, (Section(html),), page.hide, searchable=False)


def _card(here: Here, someone: Someone) -> Card | None:
    """The card of somebody, None where none of its files can be shown."""
    record = someone.record
    sides = tuple(_sides(here, record.cards)) if record else ()
    if record is None or not sides:
        return None
    return Card(
        sides=sides,
        name=someone.name,
        person=here.person(someone.key),
        position=position(here, someone),
        note=first_words(record.origin.body, 120),
    )


def _sides(here: Here, names: Iterable[str]) -> Iterator[Side]:
    for name in names:
        if href := here.attachment(name):
            yield Side(href, here.context.bodies.is_picture(name), name.rpartition("/")[2])
