"""The page of the profile: sentences, what is missing, needs, who heard what."""

from pathlib import Path

from netfiles.records.read import read_record

from .made import all_pages, html, vault
from .reading import read

PROFILE = """---
pitch: I make plants run on numbers.
roles: supply planner
industries: [manufacturing, health care]
locations: Springfield
strengths: calm in a bad week
skills: [forecasting, "SQL: and spreadsheets"]
accomplishments: [Rebuilt the weekly forecast, Trained 30 supervisors]
---
"""
FILES = {
    "career/profile.md": PROFILE,
    "career/companies/Acme.md": "---\ntarget: A\n---\n",
    "career/leads/Planner.md": '---\nstage: heard\nneeds: [forecasting, "SQL: and spreadsheets", Polish]\n---\n',
    "career/leads/Old.md": "---\nstage: rejected\nclosed_on: 2026-11-01\nneeds: [welding]\n---\n",
    "contacts/Jane.md": "---\n---\n",
    "journal/2026-11-10 a.md": '---\nwith: "[[Jane]]"\nchannel: call\ntold: Rebuilt the weekly forecast\n---\n',
}


def sections(root: Path) -> dict[str, str]:
    return {section.anchor or "": str(section.html) for section in all_pages(root)["profile"].sections if section.html}


def test_without_a_profile_it_says_what_to_write_and_what_leads_ask_for(tmp_path: Path) -> None:
    found = sections(vault(tmp_path, {name: text for name, text in FILES.items() if "profile" not in name}))
    assert "career/profile.md" in found[""] or "career/profile.md" in "".join(found.values())
    assert "Polish" in found["needs"]


def test_an_empty_profile_names_every_field_with_its_line(tmp_path: Path) -> None:
    found = sections(vault(tmp_path, {"career/profile.md": "---\n---\n"}))
    for line in ("roles: supply planner", "skills: forecasting", "locations: Springfield"):
        assert line in found["missing"]
    assert "roles: supply planner" in found["ask"]
    assert "accomplishments:" in found["heard"]


def test_sentences_can_be_copied(tmp_path: Path) -> None:
    page = all_pages(vault(tmp_path, FILES))["profile"]
    copied = [attributes["data-copy"] for tag, attributes in read(page).tags if tag == "button"]
    assert "Do you know anybody who works as a supply planner at Acme, whom I could ask how they work?" in copied


def test_every_line_to_add_is_understood_as_it_stands(tmp_path: Path) -> None:
    page = next(iter([all_pages(vault(tmp_path, FILES))["profile"]]))
    copied = [attributes["data-copy"] or "" for tag, attributes in read(page).tags if tag == "button"]
    lines = [line for line in copied if line.startswith("- ")]
    assert len(lines) == 5  # Polish, SQL, calm, two industries
    for line in lines:
        reading = read_record("profile", "career/profile.md", f"---\naccomplishments:\n  {line}\n---\n")
        assert reading.problems == ()
        assert len(reading.record.accomplishments) == 1


def test_needs_stand_against_what_is_said_and_done(tmp_path: Path) -> None:
    needs = sections(vault(tmp_path, FILES))["needs"]
    first, _, closed = needs.partition("<details")
    assert "✓ shown" in first
    assert "○ only said" in first
    assert "– missing" in first
    assert '<b>Polish</b> <span class="nf-soft">(1 lead, said nowhere)</span>' in first
    assert "welding" in closed
    assert "welding" not in first


def test_who_heard_what_and_what_to_write_for_the_rest(tmp_path: Path) -> None:
    heard = sections(vault(tmp_path, FILES))["heard"]
    told, _, untold = heard.partition("Trained 30 supervisors")
    assert "Jane</a>" in told
    assert "journal/2026-11/#e-2026-11-10-a" in told
    assert "told: &#34;Trained 30 supervisors&#34;" in untold


def test_texts_are_escaped(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>"
    fields = ("pitch", "roles", "industries", "locations", "strengths", "skills", "accomplishments")
    profile = "\n".join(f'{name}: "{evil} planning"' for name in fields)
    files = {
        "career/profile.md": f"---\n{profile}\n---\n",
        "career/companies/C.md": f'---\nname: "{evil}"\ntarget: A\n---\n',
        "career/leads/L.md": f'---\ntitle: "{evil}"\nneeds: "{evil}"\n---\n',
        "journal/2026-11-10 a.md": f'---\nwith: "[[{evil}]]"\nchannel: call\ntold: "{evil} again"\n---\n',
    }
    page = all_pages(vault(tmp_path, files))["profile"]
    assert all(tag != "script" for tag, _ in read(page).tags)
    assert "&lt;script&gt;" in html(page)
