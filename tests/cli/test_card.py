"""`netfiles card`: the picture comes as it is, a file with it, and of what was read only what the owner takes."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from netfiles.exchange.cards import card_ocr
from netfiles.exchange.cards.card_text import Line
from tests.cli.conftest import Said

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF"
IN_SKY = b"\xff\xd8\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\0"
READ = (
    Line("Zoë Müller", 0.99, 0, 0, 200, 20),
    Line("Head of Product", 0.95, 0, 30, 150, 10),
    Line("Hafenlicht GmbH", 0.97, 0, 45, 150, 10),
    Line("zoe.mueller@hafenlicht.example", 0.99, 0, 60, 150, 10),
    Line("+49 40 5550123", 0.60, 0, 75, 150, 10),
    Line("Light on water", 0.99, 0, 200, 150, 10),
)

Run = Callable[..., Said]


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch, example_vault: Path) -> None:
    monkeypatch.chdir(example_vault)
    monkeypatch.setattr(card_ocr, "available", lambda: False)


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that reads the same of every picture."""
    monkeypatch.setattr(card_ocr, "available", lambda: True)
    monkeypatch.setattr(card_ocr, "read_lines", lambda *_: list(READ))


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "IMG_0001.JPG"
    file.write_bytes(JPEG)
    return file


def test_without_the_extra_the_file_is_made_and_the_extra_named(netfiles: Run, example_vault: Path, photo: Path):
    said = netfiles("card", photo, "--name", "Jane Doe")
    assert said == Said(
        "+ attachments/Jane Doe card.jpg\n+ contacts/Jane Doe.md\n",
        "To have cards read on this computer: pip install 'netfiles[ocr]'\n",
        0,
    )
    assert (example_vault / "attachments" / "Jane Doe card.jpg").read_bytes() == JPEG
    assert "cards: Jane Doe card.jpg\n" in (example_vault / "contacts" / "Jane Doe.md").read_text("utf-8")
    assert photo.exists()
    assert netfiles("check").err == "0 errors, 0 warnings, 0 hints.\n"
    assert netfiles("undo").exit == 0
    assert not (example_vault / "attachments" / "Jane Doe card.jpg").exists()


def test_cards_of_nobody_bear_the_day_and_none_overwrites_another(netfiles: Run, example_vault: Path, photo: Path):
    said = netfiles("card", photo, photo, "--no-read")
    assert said.out.splitlines() == [
        "Business card 2026-11-19.md is there already; this file is called Business card 2026-11-19, 2.md.",
        "+ attachments/Business card 2026-11-19.jpg",
        "+ contacts/Business card 2026-11-19.md",
        "+ attachments/Business card 2026-11-19, 2.jpg",
        "+ contacts/Business card 2026-11-19, 2.md",
    ]
    assert "`netfiles rename` gives it its name" in said.err
    before = (example_vault / "attachments" / "Business card 2026-11-19.jpg").stat().st_mtime_ns
    assert netfiles("card", photo, "--no-read", "--anyway").exit == 0
    assert (example_vault / "attachments" / "Business card 2026-11-19.jpg").stat().st_mtime_ns == before
    assert (example_vault / "attachments" / "Business card 2026-11-19, 3.jpg").exists()


@pytest.mark.usefixtures("reading")
def test_in_a_script_what_is_sure_enough_is_taken(netfiles: Run, example_vault: Path, photo: Path):
    said = netfiles("card", photo, "--accept", "0.8")
    assert said.out == "+ attachments/Zoë Müller card.jpg\n+ contacts/Zoë Müller.md\n"
    text = (example_vault / "contacts" / "Zoë Müller.md").read_text("utf-8")
    assert "title: Head of Product\n" in text
    assert "company: Hafenlicht GmbH\n" in text
    assert "emails: zoe.mueller@hafenlicht.example\n" in text
    assert "5550123" not in text


@pytest.mark.usefixtures("reading")
def test_in_a_script_nothing_is_taken_unasked_and_json_tells_what_was_read(netfiles: Run, photo: Path):
    assert "5 values read; none is taken." in netfiles("card", photo, "--dry-run").err
    said = netfiles("card", photo, "--json", "--dry-run")
    (told,) = json.loads(said.out)["cards"]
    assert told["read"][0] == {"field": "name", "value": "Zoë Müller", "confidence": 0.96}
    assert told["lines"][4] == {"text": "+49 40 5550123", "confidence": 0.6}
    assert (told["rest"], told["taken"]) == (["Light on water"], {})
    assert told["pictures"] == ["attachments/Business card 2026-11-19.jpg"]


@pytest.mark.usefixtures("reading")
def test_on_a_terminal_each_value_is_shown_with_how_sure_it_is(
    netfiles: Run, example_vault: Path, photo: Path, monkeypatch: pytest.MonkeyPatch
):
    answers = {"title": "Head of Light", "phones": "-"}
    asked: list[str] = []

    def prompt(text: str, default: str, value_proc: Callable[[str], str], **_: object) -> str:
        asked.append(text.strip())
        return value_proc(answers.get(text.split(maxsplit=1)[0], default))

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.prompt", prompt)
    said = netfiles("card", photo)
    assert asked == ["name (96%)", "title (85%)", "company (94%)", "emails (96%)", "phones (58%)"]
    assert "Also on the card: Light on water" in said.err
    text = (example_vault / "contacts" / "Zoë Müller.md").read_text("utf-8")
    assert "title: Head of Light\n" in text
    assert "5550123" not in text


@pytest.mark.usefixtures("reading")
def test_a_card_goes_to_somebody_on_file_and_fills_only_what_is_empty(netfiles: Run, example_vault: Path, photo: Path):
    file = example_vault / "contacts" / "Nia Okafor.md"
    before = file.read_text("utf-8")
    said = netfiles("card", photo, "--to", "Nia Okafor", "--accept", "0.5")
    after = file.read_text("utf-8")
    assert "The card says the name Zoë Müller; the file keeps Nia Okafor." in said.out
    assert "The card says company: Hafenlicht GmbH; the file keeps Northlight Instruments." in said.out
    assert "+ attachments/Nia Okafor card" in said.out
    assert "zoe.mueller@hafenlicht.example" in after
    assert "Nia Okafor card" in after
    assert [line for line in before.splitlines() if line.startswith(("company:", "title:"))] == [
        line for line in after.splitlines() if line.startswith(("company:", "title:"))
    ]
    assert netfiles("check").err == "0 errors, 0 warnings, 0 hints.\n"


@pytest.mark.usefixtures("reading")
def test_two_sides_are_one_card(netfiles: Run, example_vault: Path, photo: Path, tmp_path: Path):
    (tmp_path / "back.png").write_bytes(PNG)
    netfiles("card", photo, tmp_path / "back.png", "--one", "--accept", "0.9")
    text = (example_vault / "contacts" / "Zoë Müller.md").read_text("utf-8")
    assert 'cards: [Zoë Müller card.jpg, "Zoë Müller card, 2.png"]\n' in text


def test_somebody_who_may_be_on_file_is_refused_in_a_script(netfiles: Run, example_vault: Path, photo: Path):
    said = netfiles("card", photo, "--name", "Nia Okafr", "--no-read")
    assert said.exit == 2
    assert said.err.endswith("If it is theirs, say `--to NAME`; if not, `--anyway`.\n")
    assert not list((example_vault / "attachments").glob("Nia Okafr*"))


# what the file holds | what is said
NO_CARDS = (
    (
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "it is no JPEG, PNG, WebP, GIF or PDF",
    ),
    (b"", "it is no JPEG, PNG, WebP, GIF or PDF"),
    (PNG + b"\0" * (20 * 1024 * 1024), "it is larger than 20 MiB"),
    (None, "No such file or directory"),
)


@pytest.mark.parametrize(("content", "why"), NO_CARDS, ids=[why for _, why in NO_CARDS])
def test_what_is_no_picture_is_refused_and_nothing_made(netfiles: Run, tmp_path: Path, content: bytes | None, why: str):
    file = tmp_path / "card.png"
    if content is not None:
        file.write_bytes(content)
    said = netfiles("card", file, "--name", "Jane Doe")
    assert said.exit == 2
    assert f"card.png: {why}." in said.err


def test_a_picture_that_says_where_it_was_taken_is_kept_and_that_is_said(netfiles: Run, photo: Path):
    photo.write_bytes(IN_SKY)
    assert "IMG_0001.JPG says where it was taken." in netfiles("card", photo, "--name", "Jane Doe", "--dry-run").err


@pytest.mark.skipif(sys.platform == "win32", reason="another shell")
def test_the_file_is_opened_to_be_filled(
    netfiles: Run, example_vault: Path, photo: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    (tmp_path / "editor").write_text('#!/bin/sh\necho "$1" >> "$0.log"\n')
    (tmp_path / "editor").chmod(0o700)
    monkeypatch.setenv("EDITOR", str(tmp_path / "editor"))
    monkeypatch.delenv("VISUAL", raising=False)
    netfiles("card", photo, "--name", "Jane Doe", "--edit")
    assert (tmp_path / "editor.log").read_text() == f"{example_vault / 'contacts' / 'Jane Doe.md'}\n"
