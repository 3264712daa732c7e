"""The engine that reads cards: on cards drawn here, with no network; only where the extra is installed."""

import socket
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from netfiles.errors import CannotRead
from netfiles.exchange.cards import card_ocr
from netfiles.exchange.cards.card_lines import understand
from tests.exchange.test_card_lines import fields

installed = pytest.mark.skipif(not card_ocr.available(), reason="the extra netfiles[ocr] is not installed")

CARD = (
    "Marcus Webb",
    "Senior Software Engineer",
    "Kestrel Instruments Ltd",
    "+44 20 5550 0187",
    "marcus.webb@kestrel.example",
    "www.kestrel.example",
    "12 Mill Street",
    "London SW1A 1AA",
)
SAYS = {
    "name": ["Marcus Webb"],
    "title": ["Senior Software Engineer"],
    "company": ["Kestrel Instruments Ltd"],
    "emails": ["marcus.webb@kestrel.example"],
    "phones": ["+44 20 5550 0187"],
    "links": ["www.kestrel.example"],
    "addresses": ["12 Mill Street, London SW1A 1AA"],
}


def drawn(turn: Callable[[Any], Any]) -> bytes:
    """A card, turned as one holds it."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (1000, 580), "white")
    draw = ImageDraw.Draw(picture)
    for row, text in enumerate(CARD):
        draw.text((60, 30 + 64 * row), text, font=ImageFont.load_default(44 if row == 0 else 30), fill=(20, 25, 50))
    out = BytesIO()
    turn(picture).save(out, "PNG")
    return out.getvalue()


TURNS: dict[str, Callable[[Any], Any]] = {
    "straight": lambda picture: picture,
    "askew": lambda picture: picture.rotate(3, expand=True, fillcolor="gray"),
    "on its side": lambda picture: picture.rotate(90, expand=True),
    "on its head": lambda picture: picture.rotate(180),
}


@installed
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("turn", TURNS)
def test_a_card_is_read_without_a_network(turn: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("reached for the network")

    for name in ("create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    card_ocr._engine.cache_clear()
    assert fields(understand(card_ocr.read_lines("card.png", drawn(TURNS[turn])))) == SAYS


@installed
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0 no picture", b"RIFF\0\0\0\0WEBP"])
def test_a_damaged_picture_is_told(content: bytes) -> None:
    with pytest.raises(CannotRead, match=r"card\.png: the picture is damaged"):
        card_ocr.read_lines("card.png", content)


@installed
@pytest.mark.filterwarnings("ignore")
def test_a_picture_of_too_many_dots_is_refused_before_it_is_opened() -> None:
    from PIL import Image

    out = BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    with pytest.raises(CannotRead, match="it has more than 100 million dots"):
        card_ocr.read_lines("card.png", out.getvalue())


@installed
@pytest.mark.filterwarnings("ignore")
def test_a_picture_without_words_says_nothing() -> None:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (600, 400), "white").save(out, "PNG")
    assert card_ocr.read_lines("card.png", out.getvalue()) == []


def test_the_engine_is_loaded_only_to_read() -> None:
    code = (
        "import sys, netfiles.cli.card, netfiles.exchange.cards.card_ocr; print({'rapidocr', 'PIL'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
