"""Cards: the business cards as pictures, each beside the name it belongs to."""

from collections.abc import Iterator
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
class Card:
    """One card: a picture or a PDF."""

    href: str
    picture: bool
    file: str
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
    cards = [card for someone in people for card in _cards(here, someone)]
    folders = context.collection.options.folders
    html = fill("cards.html", cards=cards, attachments=folders.attachments)
    return Page(page.address, page.title, (Section(html),), page.hide, searchable=False)


def _cards(here: Here, someone: Someone) -> Iterator[Card]:
    record = someone.record
    for name in record.cards if record else ():
        href = here.attachment(name)
        if record is None or href is None:
            continue
        yield Card(
            href=href,
            picture=here.context.bodies.is_picture(name),
            file=name.rpartition("/")[2],
            name=someone.name,
            person=here.person(someone.key),
            position=position(here, someone),
            note=first_words(record.origin.body, 120),
        )
