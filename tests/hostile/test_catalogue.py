"""The catalogue of bad input, where it is at hand: every file as a person, an entry and a company.

`NETFILES_BADINPUT` names its folder; else it is looked for beside the repository.
"""

import csv
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from netfiles.index.build import build_network
from netfiles.insights.derive import derive
from netfiles.vault.load import load
from netfiles.views.site import pages
from tests.hostile.outcome import GROUND, errors, one_file

BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "badinput"
CATALOGUE = Path(os.environ.get("NETFILES_BADINPUT") or BESIDE)
INDEX = CATALOGUE / "index.tsv"
GROUPS = ("yaml", "markdown", "links", "edit")
pytestmark = pytest.mark.skipif(not INDEX.is_file(), reason="the catalogue of bad input is not here: NETFILES_BADINPUT")


class Case(NamedTuple):
    """One row of the index."""

    file: str
    what: str
    expected: str
    group: str


def cases() -> list[Case]:
    if not INDEX.is_file():
        return []
    with INDEX.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [case for case in (Case(*row) for row in rows) if case.group in GROUPS]


CASES = [case for case in cases() if not case.file.startswith("large:") and case.file.endswith(".md")]

TEXT = "scalars are text: nothing is a boolean, a number or a date before its field says so"
UNKNOWN = "no field of ours: unknown fields are the owner's, are kept and not read"
OVERRULED = {
    "yaml/name-is-no.md": f"{TEXT}; a person may be called No",
    "yaml/name-is-null.md": f"{TEXT}; a person may be called Null (`null` in small letters is empty)",
    "yaml/name-number.md": f"{TEXT}; `007` keeps its zeros",
    "yaml/phone-octal.md": f"{TEXT}; `phone` is a warning: did you mean `phones`?",
    "yaml/phone-sexagesimal.md": f"{TEXT}; `phone` is a warning: did you mean `phones`?",
    "yaml/phone-underscore.md": f"{TEXT}; `phone` is a warning: did you mean `phones`?",
    "yaml/phone-exp.md": f"{TEXT}; `postcode` is {UNKNOWN}",
    "yaml/int-huge.md": f"{TEXT}; `order` is {UNKNOWN}",
    "yaml/float-inf-nan.md": f"{TEXT}; `score` and `weight` are {UNKNOWN}",
    "yaml/timestamp-24h.md": f"`met` is {UNKNOWN} (in `met_on` it is refused)",
    "yaml/timestamp-mixed.md": f"`log` is {UNKNOWN}; the case allows OK",
    "yaml/email-bad.md": "`email` is a warning: did you mean `emails`? (there it is refused)",
    "yaml/only-fences.md": "a missing name is the file's stem",
    "yaml/fm-null.md": "a missing name is the file's stem",
    "yaml/private-string.md": f"{TEXT}; `false` says no with quotes and without, as Obsidian writes it",
    "yaml/many-tags.md": "3,000 tags are read in bounded time, as the case allows; 5,001 are refused",
    "yaml/cr-only.md": "the ends of lines of old Macs are understood; the case allows OK",
}
NO_FIELD_OF = {
    "journal": {
        *("yaml/name-list.md", "yaml/name-map.md", "yaml/name-empty.md", "yaml/email-list-mixed.md"),
        *("yaml/date-feb30.md", "yaml/date-month13.md"),
        *("yaml/photo-traversal.md", "yaml/photo-absolute.md", "yaml/photo-fileurl.md"),
    },
    "career/companies": {
        *("yaml/date-feb30.md", "yaml/date-month13.md"),
        *("yaml/photo-traversal.md", "yaml/photo-absolute.md", "yaml/photo-fileurl.md"),
    },
}


def place(case: Case, folder: str) -> str:
    name = case.file.replace("/", " ")
    return f"{folder}/2026-11-20 {name}" if folder == "journal" else f"{folder}/{name}"


@pytest.mark.parametrize("folder", GROUND)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file)
def test_every_case_has_the_outcome_it_should_have(tmp_path, case, folder):
    collection = one_file(tmp_path, place(case, folder), (CATALOGUE / case.file).read_bytes())
    refused = case.expected.startswith("ERR") and case.file not in OVERRULED
    if refused and case.file not in NO_FIELD_OF.get(folder, ()):
        assert errors(collection), case.expected
        assert collection.records() == () or errors(collection)[0][0] == "NF306"
    if case.expected.startswith("OK") and "ERR" not in case.expected:
        assert not errors(collection), case.expected
        assert len(collection.records()) == 1


@pytest.mark.parametrize(("file", "reason"), OVERRULED.items())
def test_the_index_is_overruled_only_where_the_format_says_so(tmp_path, file, reason):
    (case,) = (case for case in CASES if case.file == file)
    assert "ERR" in case.expected
    assert reason
    collection = one_file(tmp_path, place(case, "contacts"), (CATALOGUE / file).read_bytes())
    assert errors(collection) == []
    assert len(collection.records()) == 1


WARNED = {
    "yaml/duplicate-key-case.md": ("NF305", 3),
    "yaml/phone-int.md": ("NF305", 4),
    "yaml/phone-plus.md": ("NF305", 4),
    "yaml/key-unknown.md": ("NF305", 4),
    "yaml/date-year-0001.md": ("NF307", 4),
    "yaml/two-documents.md": ("NF211", 5),
    "yaml/private-typo.md": ("NF316", 3),
    "yaml/photo-remote.md": ("NF312", 4),
    "links/missing.md": ("NF401", 5),
    "links/traversal.md": ("NF403", 5),
    "links/heading-fragment.md": ("NF401", 5),
}


@pytest.mark.parametrize(("file", "told"), WARNED.items())
def test_what_deserves_a_warning_gets_it_at_its_line_and_is_read(tmp_path, file, told):
    collection = one_file(tmp_path, f"contacts/{Path(file).name}", (CATALOGUE / file).read_bytes())
    problems = (*collection.problems, *build_network(collection).problems)
    assert told in [(p.code, p.place.line) for p in problems]
    assert len(collection.records()) == 1


@pytest.mark.parametrize("name", ["attachment-evil.svg", "attachment-cv.html", "attachment.pdf.exe"])
def test_attachments_that_could_run_are_not_shown(tmp_path, name):
    content = (CATALOGUE / "markdown" / name).read_bytes()
    for path in (f"attachments/{name}", f"attachments/{name}.png", f"attachments/{name}.pdf"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(content)
    assert load(tmp_path).attachments == {}


HEAD, TAIL = "---\nname: Ada Lovelace\nx: ", "\n---\nBody.\n"
LARGE: dict[str, Callable[[], str]] = {
    "large:yaml/nested-deep-10000.md": lambda: HEAD + "[" * 10_000 + "]" * 10_000 + TAIL,
    "large:yaml/nested-deep-100000.md": lambda: HEAD + "[" * 100_000 + "]" * 100_000 + TAIL,
    "large:yaml/alias-quadratic.md": lambda: HEAD + "&b " + "x" * 100_000 + "\nall: [" + "*b," * 20_000 + "]" + TAIL,
    "large:yaml/fm-10mb.md": lambda: HEAD + "x" * 10_000_000 + TAIL,
    "large:yaml/body-50mb.md": lambda: "---\nname: Ada Lovelace\n---\n" + "word " * 10_000_000,
    "large:yaml/one-line-20mb.md": lambda: '---\nname: "' + "x" * 20_000_000,
}


def test_every_large_case_of_the_index_is_made_here():
    assert {case.file for case in cases() if case.file.startswith("large:")} == set(LARGE)


@pytest.mark.parametrize("make", LARGE.values(), ids=LARGE)
def test_every_large_case_is_refused_in_less_than_a_second(tmp_path, make):
    collection = one_file(tmp_path, "contacts/large.md", make().encode())
    assert [code for code, _ in errors(collection)] in (["NF103"], ["NF203"], ["NF204"], ["NF205"])
    assert collection.records() == ()


def test_the_whole_catalogue_in_one_vault_hides_none_of_it_and_makes_pages(tmp_path):
    for folder in (*GROUND, "career/leads", "career/goals", "career/news", "queries"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        for case in CASES:
            shutil.copyfile(CATALOGUE / case.file, tmp_path / place(case, folder))
    collection = load(tmp_path)
    told = {p.place.file for p in collection.problems if p.severity == "error"}
    read = {record.path for record in collection.records()}
    assert len(told | read) == 7 * len(CASES)
    assert derive(build_network(collection), date(2026, 11, 23))
    shown = list(pages(derive(build_network(collection), date(2026, 11, 23))))
    assert len(shown) > len(CASES)
