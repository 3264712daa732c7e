"""The pictures: the cards of the first two companies and a portrait, stored in the package, under each owner's name."""

from collections.abc import Iterator
from importlib.resources import files

from netfiles.example.plan import Network
from netfiles.example.traits import traits

CARDS = ("card-heronwick.png", "card-larkmoor.png")
PORTRAITS = ("portrait-dusk.png", "portrait-dawn.png")


def attachments(net: Network) -> Iterator[tuple[str, bytes]]:
    """The files that the people's `cards` and `photo` name."""
    bearers = traits(net)
    for number, person in enumerate(net.people):
        if number in bearers["card"] and person.firm is not None:
            yield f"attachments/{person.stem} card.png", _picture(CARDS[person.firm])
        if number in bearers["photo"]:
            yield f"attachments/{person.stem}.png", _picture(PORTRAITS[number % len(PORTRAITS)])


def _picture(name: str) -> bytes:
    return files(__package__).joinpath(name).read_bytes()
