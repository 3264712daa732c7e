"""The small parts of the pages: faces, words, editor links, tiles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netfiles.views.bodies import tasks_in_words
from netfiles.views.company_map import _Shown, _tile
from netfiles.views.editor import absolute
from netfiles.views.employers import Facts
from netfiles.views.face import COLOURS, colour, initials
from netfiles.views.tiles import Box, breadth, shortened, squares, wrapped
from netfiles.views.words import breakable, minutes, ticked


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jane Doe", "JD"),
        ("Wulandari", "W"),
        ("Ana Lucía Fernández", "AF"),
        ("名前", "名"),
        ("…", "?"),
        ('"Al" Bo', "AB"),
    ],
)
def test_initials_are_those_of_the_first_and_the_last_name(name: str, expected: str) -> None:
    assert initials(name) == expected


@given(st.text(max_size=30))
def test_every_name_has_a_face(name: str) -> None:
    assert 0 <= colour(name) < COLOURS
    assert initials(name)


@pytest.mark.parametrize(
    ("root", "expected"),
    [("/home/me/vault", "/home/me/vault/contacts/A b.md"), ("C:\\me\\vault", "C:\\me\\vault\\contacts\\A b.md")],
)
def test_a_path_is_written_as_the_owner_s_system_does(root: str, expected: str) -> None:
    assert absolute(root, "contacts/A b.md") == expected


@pytest.mark.parametrize(
    ("count", "words"), [(5, "5 minutes"), (1, "1 minute"), (120, "120 minutes"), (1083, "1,083 minutes")]
)
def test_minutes_are_written_in_one_way(count: int, words: str) -> None:
    assert minutes(count) == words.replace(" ", "\u00a0")


def test_what_stands_between_backticks_is_code_and_escaped() -> None:
    assert ticked("`<b>` is <i>") == "<code>&lt;b&gt;</code> is &lt;i&gt;"


def test_a_day_in_a_sentence_or_in_code_stays_on_one_line() -> None:
    day = '<span class="nf-whole">2026-12-03</span>'
    assert ticked("`snooze_until: 2026-12-03` is 2026-12-03") == f"<code>snooze_until: {day}</code> is {day}"


@pytest.mark.parametrize(
    ("address", "broken"),
    [
        ("j.doe-lee@acme.example", "j.doe-lee@<wbr>acme<wbr>.example"),
        ("acme.example/a-b", "acme<wbr>.example/<wbr>a<wbr>-b"),
        ("social.example/@j.doe", "social<wbr>.example/<wbr>@j<wbr>.doe"),
        ("<b>@x", "&lt;b&gt;@<wbr>x"),
    ],
)
def test_an_address_breaks_at_its_signs_and_never_within_the_name_before_an_at(address: str, broken: str) -> None:
    assert breakable(address) == broken


def test_tasks_say_in_words_for_when_they_were_and_when_they_were_done() -> None:
    task = '<li class="task-list-item">send it 📅 2026-11-24 ✅ 2026-10-04</li>'
    said = "send it, by Tue 24 Nov 2026, done Sun 4 Oct 2026".replace("24 ", "24\u00a0").replace(" 2026", "\u00a02026")
    assert tasks_in_words(task).replace("\u00a0", " ") == f'<li class="task-list-item">{said}</li>'.replace(
        "\u00a0", " "
    )
    assert tasks_in_words("<p>📅 2026-11-24</p>") == "<p>📅 2026-11-24</p>"
    assert "📅 2026-13-40" in tasks_in_words(task.replace("11-24", "13-40"))


@given(st.lists(st.floats(0.5, 500), min_size=1, max_size=80).map(lambda ws: sorted(ws, reverse=True)))
def test_tiles_fill_their_box_and_stay_inside(weights: list[float]) -> None:
    tiles = squares(weights, Box(0, 0, 1000, 600))
    assert len(tiles) == len(weights)
    assert sum(t.width * t.height for t in tiles) == pytest.approx(600_000, rel=1e-6)
    assert all(t.x >= -1e-6 and t.x + t.width <= 1000 + 1e-6 and t.y + t.height <= 600 + 1e-6 for t in tiles)


@given(st.text("ab -é", max_size=60), st.floats(5, 400))
def test_writing_never_leaves_its_tile(text: str, width: float) -> None:
    lines = wrapped(text, width, 13.0, 3)
    assert lines is None or (len(lines) <= 3 and all(breadth(line, 13.0) <= width for line in lines))


@given(st.text("abW -é", min_size=1, max_size=60), st.floats(5, 400), st.integers(1, 3))
def test_writing_that_is_cut_fits_as_well_and_is_the_beginning(text: str, width: float, most: int) -> None:
    lines = shortened(text, width, 11.0, most, bold=True, mark=4)
    assert len(lines) <= most
    assert all(breadth(line, 11.0, bold=True) <= width - (0 if n else 4) for n, line in enumerate(lines))
    assert "".join(text.split()).startswith("".join(lines).replace(" ", "").removesuffix("…"))


@given(st.floats(40, 300), st.floats(17, 300), st.booleans())
def test_a_tile_with_room_for_a_few_letters_has_a_name(width: float, height: float, lead: bool) -> None:
    facts = Facts("c", "Amherst Freight", "c/", "", "", 2, 0, "strong", None, int(lead))
    tile = _tile(_Shown("", (facts,), 0, 0), 0, Box(0, 0, width + 20, height), "#all")
    assert tile.texts
    assert all(0 < text.y <= height and breadth(text.text, 11.0) <= width + 20 for text in tile.texts)
    assert width < 60 or height < 50 or any("strong" in text.text for text in tile.texts)
