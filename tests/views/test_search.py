"""The files that the search reads: everything in them, a line stays a line, an edit changes little."""

from collections.abc import Mapping
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netfiles.views.context import context
from netfiles.views.guide import guide_lines
from netfiles.views.search import search_files
from netfiles.views.search_lists import Line, one_line, packed

from .made import insights, vault

PEOPLE = "assets/search/people.txt"
COMPANIES = "assets/search/companies.txt"
NOTES = "assets/search/notes"


def made(root: Path) -> Mapping[str, str]:
    return {path: file.make().decode() for path, file in search_files(context(insights(root))).items()}


def rows(text: str, shared: int) -> list[list[str]]:
    """The lines of a list, the numbers of shared words put back into words; `shared` is the first field of them."""
    words, _, lines = text.partition("\n\n") if not text.startswith("\n") else ("", "", text[1:])
    known = words.split("\n")
    return [
        [*fields[:shared], *(" ".join(known[int(n)] for n in field.split()) for field in fields[shared:])]
        for fields in (line.split("\t") for line in lines.split("\n"))
    ]


def texts(files: Mapping[str, str]) -> dict[str, str]:
    """The words of every note by its address."""
    found = {}
    for name in files[f"{NOTES}.txt"].split("\n"):
        base, *lines = files[f"{NOTES}/{name}.txt"].split("\n")
        found |= {base + line.partition("\t")[0]: line.partition("\t")[2] for line in lines}
    return found


def test_somebody_on_file_has_a_line_with_all_that_is_searched_and_shown(tmp_path: Path):
    files = {
        "contacts/Jane Doe.md": "---\ntitle: Head of planning\ncompany: Acme\nlocation: Springfield\n"
        "tags: [close, alumni]\naliases: [Janie]\n---\n",
        "journal/2026-11-18 Coffee.md": '---\nwith: "[[Jane Doe]]"\nchannel: coffee\n---\n',
    }
    found = rows(made(vault(tmp_path, files))[PEOPLE], 6)
    assert found == [
        ["Jane Doe", "", "lJD", "4", "20775", "Janie", "Acme", "Head of planning", "Springfield", "close alumni"]
    ]


def test_an_address_that_the_name_does_not_spell_is_written_out(tmp_path: Path):
    files = {f"contacts/{name}.md": "---\n---\n" for name in ("Jane Doe", "Søren Kjær", "Assets")}
    files["contacts/Jane Doe (Acme).md"] = "---\nname: Jane Doe\n---\n"
    found = [(row[0], row[1]) for row in rows(made(vault(tmp_path, files))[PEOPLE], 6)]
    assert found == [("Assets", "-x7e7d78b8"), ("Jane Doe", "-acme"), ("Jane Doe", ""), ("Søren Kjær", "soren-kjaer")]


def test_names_not_yet_on_file_lead_to_where_they_stand(tmp_path: Path):
    files = {"journal/2026-11-18 Call.md": '---\nwith: "[[Terrence Whitlow]]"\n---\n'}
    found = rows(made(vault(tmp_path, files))[PEOPLE], 2)
    assert found == [["Terrence Whitlow", "journal/2026-11/#e-2026-11-18-call"]]


def test_a_company_has_a_line_whether_it_has_a_file_or_not(tmp_path: Path):
    files = {
        "contacts/Jane Doe.md": "---\ncompany: Acme\n---\n",
        "career/companies/Globex.md": "---\ntarget: A\nindustry: things\nlocation: Springfield\naliases: GX\n---\n",
    }
    found = rows(made(vault(tmp_path, files))[COMPANIES], 8)
    assert found == [
        ["Acme", "", "1", "", "4"],
        ["Globex", "", "", "", "", "A", "", "GX", "things", "Springfield"],
    ]


def test_notes_of_every_kind_are_found_where_they_are_shown(tmp_path: Path):
    files = {
        "contacts/Jane Doe.md": "---\ncan_help: grants\nemails: jane@acme.example\n"
        "phones: +1 (413) 555-0142\n---\nKind.\n",
        "contacts/No Notes.md": "---\n---\n",
        "journal/2026-11-18 Coffee.md": '---\nwith: "[[Jane Doe]]"\nask: a name\n---\nTwo\nlines.\n\n%% not this %%\n',
        "career/companies/Globex.md": "---\ntarget: A\nwhy: good people\n---\nA note.\n",
        "career/leads/Planner.md": '---\ncompany: "[[Globex]]"\n---\nHeard early.\n',
        "career/goals/Find work.md": "---\n---\nSoon.\n",
        "career/profile.md": "---\npitch: I plan.\n---\nMe.\n",
        "docs/plan.md": "# Plan\n\nFirst.\n\n## Second step\n\nMore.\n",
    }
    assert texts(made(vault(tmp_path, files))) == {
        "people/jane-doe/": "\tJane Doe\tKind. · grants\tjane@acme.example, +1 (413) 555-0142, 14135550142",
        "companies/globex/": "\tPlanner, Globex\tHeard early.",
        "goals/#goal-find-work": "\tFind work\tSoon.",
        "goals/#profile": "\tprofile\tMe. · I plan.",
        "journal/2026-11/#e-2026-11-18-coffee": "2026-11-18\tCoffee\tTwo lines. · Jane Doe · a name",
        "docs/plan/#plan": "\tPlan\tFirst.",
        "docs/plan/#second-step": "\tPlan: Second step\tMore.",
    }


def test_a_changed_entry_changes_one_part_and_a_changed_note_the_bucket_of_its_person(tmp_path: Path):
    files = {f"contacts/Person {n}.md": "---\n---\nA note.\n" for n in range(1100)}
    files |= {
        f"journal/2026-{month:02}-{day:02} Call.md": '---\nwith: "[[Person 1]]"\n---\nFirst.\n'
        for month in (9, 10)
        for day in range(1, 29)
    }
    root = vault(tmp_path, files)
    before = made(root)
    (root / "journal/2026-10-03 Call.md").write_text('---\nwith: "[[Person 1]]"\n---\nSecond.\n')
    after = made(root)
    assert {path for path in after if after[path] != before[path]} == {f"{NOTES}/2026-10.txt"}
    (root / "contacts/Person 7.md").write_text("---\n---\nAnother note.\n")
    changed = {path for path, text in made(root).items() if text != after[path]}
    assert len(changed) == 1
    assert changed < {path for path in after if "/notes/people-" in path}


def test_a_busy_month_is_read_ten_days_at_a_time_and_its_entries_lead_to_their_day(tmp_path: Path):
    files = {
        f"journal/2026-10-{day:02} Call {n}.md": "---\nactivity: research\n---\nText.\n"
        for day in range(1, 32)
        for n in range(10)
    }
    found = made(vault(tmp_path, files))
    assert found[f"{NOTES}.txt"].split("\n")[-4:] == ["2026-10-3", "2026-10-2", "2026-10-1", "2026-10-0"]
    assert found[f"{NOTES}/2026-10-3.txt"].startswith("journal/\n2026-10-31/#e-2026-10-31-call-9\t2026-10-31\tCall 9")


def test_marks_are_other_ones_whenever_the_bytes_are(tmp_path: Path):
    from netfiles.views.marks import marks

    def marked(root: Path) -> dict[str, tuple[str, bytes]]:
        facts = context(insights(root))
        return {path: (file.mark(marks(facts)), file.make()) for path, file in search_files(facts).items()}

    root = vault(tmp_path, {"contacts/Jane Doe.md": "---\ncompany: Acme\n---\nA note.\n"})
    steps = {
        "contacts/Jane Doe.md": "---\ncompany: Globex\n---\nA note.\n",
        "contacts/Bo Cy.md": "---\naliases: B\n---\n",
        "career/companies/Globex.md": "---\nname: Globex Inc\naliases: GX\n---\n",
        "career/leads/Planner.md": '---\ncompany: "[[Globex]]"\n---\nHeard early.\n',
        "journal/2026-11-18 Call.md": '---\nwith: ["[[Bo Cy]]", "[[New Name]]"]\n---\n',
        "career/goals/Find work.md": "---\n---\nSoon.\n",
        "docs/plan.md": "# Plan\n",
    }
    before = marked(root)
    for path, text in steps.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
        after = marked(root)
        other = {name for name, (_, data) in after.items() if name in before and data != before[name][1]}
        assert other or after.keys() != before.keys(), path
        assert not {name for name in other if after[name][0] == before[name][0]}, path
        before = after


@given(st.lists(st.tuples(st.text(min_size=1), st.lists(st.text(), max_size=3)), min_size=1))
def test_whatever_a_name_holds_its_line_stays_one_line(found: list[tuple[str, list[str]]]):
    lines = [Line(one_line(name), (one_line("".join(tags)),), tuple(map(one_line, tags))) for name, tags in found]
    text = packed(lines).decode().split("\n")
    assert len(text) - text.index("") - 1 == len(found)


TITLES = (
    "A rule",
    "`netfiles serve`",
    "Zoë & Co.",
    "Twice",
    "Twice",
    "A -- dash",
    "NF101 {#nf101}",
    "**Bold** [a](x.md)",
)


def test_parts_of_the_guide_have_the_anchors_that_the_builder_gives_them():
    text = "# Page\n\n" + "\n\n".join(f"## {title}\n\nText.\n\n```\n# no heading\n```" for title in TITLES)
    html = markdown.markdown(text, extensions=["toc", "attr_list", "fenced_code"])
    for address, _, _, _ in guide_lines("sub/page.md", text):
        page, _, anchor = address.partition("#")
        assert page == "sub/page/"
        assert f'id="{anchor}"' in html


@pytest.mark.parametrize(
    ("path", "address"), [("index.md", "#a"), ("sub/README.md", "sub/#a"), ("rules.md", "rules/#a")]
)
def test_a_page_of_the_guide_is_found_at_its_address(path: str, address: str):
    assert [found[0] for found in guide_lines(path, "---\ntitle: x\n---\n# A\n")] == [address]
