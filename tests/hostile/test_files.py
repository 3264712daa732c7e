"""Our own small set of bad files, in one vault: each is told with its line, and none hides another."""

import shutil
from pathlib import Path

import pytest

from netfiles.index.build import build_network
from netfiles.vault.load import load
from tests.hostile.outcome import GROUND, one_file
from tests.text.bodies import html
from tests.text.inert import faults

FILES = Path(__file__).with_name("files")
REFUSED = {
    "alias-bomb": ("NF205", 3),
    "anchor": ("NF205", 3),
    "blank": ("NF104", 1),
    "bracket-open": ("NF206", 4),
    "colon": ("NF206", 2),
    "conflict": ("NF108", 3),
    "conflict-in-notes": ("NF108", 5),
    "control-sign": ("NF206", 3),
    "cut-short": ("NF102", 4),
    "directive": ("NF205", 2),
    "duplicate": ("NF208", 5),
    "duplicate-nested": ("NF208", 6),
    "empty": ("NF104", 1),
    "fence-indented": ("NF202", 1),
    "fence-late": ("NF201", 1),
    "fence-long": ("NF201", 1),
    "fence-open": ("NF202", 1),
    "handle": ("NF206", 3),
    "header-injection": ("NF302", 3),
    "impossible-day": ("NF302", 3),
    "key-is-a-number": ("NF209", 3),
    "latin1": ("NF102", 2),
    "line-separators": ("NF206", 3),
    "list-of-fields": ("NF207", 2),
    "merge-key": ("NF205", 3),
    "name-blank": ("NF304", 2),
    "name-escape": ("NF304", 2),
    "name-list": ("NF301", 2),
    "nested-deep": ("NF204", 3),
    "no-fence": ("NF201", 1),
    "overlong": ("NF102", 2),
    "phone-map": ("NF301", 4),
    "photo-file-url": ("NF311", 3),
    "photo-out": ("NF311", 3),
    "quote-open": ("NF206", 4),
    "tab": ("NF206", 3),
    "tag-of-python": ("NF205", 3),
    "template": ("NF210", 2),
    "toml": ("NF201", 1),
    "utf16": ("NF102", 1),
    "zeros": ("NF102", 1),
}
READ_WITH = {
    "private-maybe": [("NF306", 3)],
    "private-misspelt": [("NF316", 3)],
    "good-links": [("NF308", 3)],
    **{f"good-{stem}": [] for stem in "bombs cr crlf-bom no nothing payloads setext".split()},
}


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory):
    """All the files in one vault."""
    root = tmp_path_factory.mktemp("own")
    for folder in GROUND:
        (root / folder).mkdir(parents=True)
    for file in FILES.glob("*.md"):
        shutil.copyfile(file, root / "contacts" / file.name)
    return load(root)


def test_every_file_has_its_row():
    assert {file.stem for file in FILES.glob("*.md")} == {*REFUSED, *READ_WITH}


@pytest.mark.parametrize(("stem", "told"), [*((s, [t]) for s, t in REFUSED.items()), *READ_WITH.items()])
def test_each_file_is_told_with_its_line_and_is_a_record_or_none(collection, stem, told):
    file = f"contacts/{stem}.md"
    assert [(p.code, p.place.line) for p in collection.problems if p.place.file == file] == told
    assert (file in {person.path for person in collection.people}) is (stem in READ_WITH)


def test_of_what_is_refused_nothing_but_its_name_and_the_problem_is_kept(collection):
    kept = repr(collection)
    for stem in REFUSED:
        assert f"contacts/{stem}.md" in kept
    for word in ("nobody should see", "Otto Auf", "Otto Offen", "Notes of Otto", "reet: Am Wall", "lol"):
        assert word not in kept


def test_what_is_private_in_any_spelling_is_private(collection):
    private = {person.path for person in collection.people if person.private.whole}
    assert private == {"contacts/private-maybe.md", "contacts/private-misspelt.md"}


def test_scalars_are_what_they_look_like(collection):
    no = next(person for person in collection.people if person.path == "contacts/good-no.md")
    assert (no.name, no.location, no.phones, no.met_at) == ("No", "NO", ("0421 1234567",), "12:30")


def test_links_find_their_files_with_and_without_quotes(collection):
    verweis = build_network(collection).people["contacts/good-links.md"]
    assert verweis.knows == ("contacts/good-no.md", "contacts/good-cr.md")
    assert verweis.introduced_by == "contacts/good-nothing.md"


def test_bodies_are_inert(collection):
    for person in collection.people:
        shown = html(person.origin.body)
        assert faults(shown) == []
        assert "hidden" not in shown


@pytest.mark.parametrize("folder", [*GROUND, "career/leads", "career/goals", "career/news", "queries"])
@pytest.mark.parametrize("file", sorted(FILES.glob("*.md")), ids=lambda file: file.stem)
def test_no_kind_of_record_breaks_at_any_file(tmp_path, folder, file):
    name = f"2026-11-20 {file.name}" if folder == "journal" else file.name
    one_file(tmp_path, f"{folder}/{name}", file.read_bytes())
