"""`netfiles import`: the plan first, then all or nothing, again without a change, and back."""

import json
from pathlib import Path

import pytest

CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Nia Okafor
EMAIL:nia@brightwater.example
TITLE:Head of Planning
TEL:+1 413 555 0142
END:VCARD
BEGIN:VCARD
VERSION:3.0
UID:42
FN:Sam Whitlock
ORG:Acme
NOTE:Likes [[tea]]
X-SHOE-SIZE:44
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Bo Lee
END:VCARD
"""
NIA = "---\nemails: nia@brightwater.example\ntitle: Planner\n---\n"
DAY = ("--today", "2026-11-30")


@pytest.fixture
def vault(tmp_path: Path, netfiles) -> Path:
    root = tmp_path / "vault"
    for path, text in {"contacts/Nia Okafor.md": NIA, "contacts/Bo Lee.md": "---\ncompany: Acme\n---\n"}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    (root / "journal").mkdir()
    (tmp_path / "phone.vcf").write_text(CARDS)
    return root


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_plan_is_shown_and_nothing_written(netfiles, vault):
    before = files(vault)
    said = netfiles("-C", vault, *DAY, "import", vault.parent / "phone.vcf")
    assert said.out.splitlines() == [
        "phone.vcf: 3 rows from vcard",
        "  people         1  new",
        "                 1  on file, with something to add",
        "                 1  may be on file: left out",
        "",
        "New",
        "  + Sam Whitlock  contacts/Sam Whitlock.md",
        "",
        "On file",
        "  Nia Okafor  contacts/Nia Okafor.md (the same address: nia@brightwater.example)",
        "    + phones: +1 413 555 0142",
        "    ≠ title: Planner stays; the file says Head of Planning (--theirs takes it)",
        "",
        "May be on file: --same-name new, or match where it is one, settles them",
        "  ? Bo Lee: the same name, and nothing else that proves it (contacts/Bo Lee.md)",
        "",
        "No field for: shoe size (1). What they say is kept in imports/vcard-phone.jsonl",
    ]
    assert said.err == "Nothing was written. --apply writes it.\n"
    assert files(vault) == before


def test_all_of_it_is_written_and_again_nothing(netfiles, vault):
    words = ("-C", vault, *DAY, "import", vault.parent / "phone.vcf", "--apply")
    said = netfiles(*words, "--theirs", "title", "--same-name", "match")
    assert said.out.splitlines()[-3:] == [
        "~ contacts/Nia Okafor.md",
        "+ contacts/Sam Whitlock.md",
        "+ imports/vcard-phone.jsonl",
    ]
    after = files(vault)
    assert after["contacts/Nia Okafor.md"].decode() == (
        "---\nemails: nia@brightwater.example\ntitle: Head of Planning\nphones: +1 413 555 0142\n---\n"
    )
    assert after["contacts/Sam Whitlock.md"].decode() == (
        '---\ncompany: Acme\nuid: "42"\nsource: vcard, 2026-11-30\n---\n\nLikes \\[\\[tea\\]\\]\n'
    )
    netfiles(*words, "--same-name", "match")
    assert files(vault) == after


def test_json_tells_the_whole_plan(netfiles, vault):
    told = json.loads(netfiles("-C", vault, *DAY, "import", vault.parent / "phone.vcf", "--json").out)
    assert (told["written"], told["rows"], told["counts"]["skipped"]) == (False, 3, 0)
    assert [(one["name"], one["outcome"], one["file"]) for one in told["people"]] == [
        ("Nia Okafor", "changed", "contacts/Nia Okafor.md"),
        ("Sam Whitlock", "new", "contacts/Sam Whitlock.md"),
        ("Bo Lee", "unsure", None),
    ]
    (differs,) = [one for one in told["people"][0]["fields"] if one["what"] == "differs"]
    assert differs == {"field": "title", "what": "differs", "old": ["Planner"], "new": ["Head of Planning"]}


def test_one_command_takes_it_back_though_other_things_were_written_since(netfiles, vault):
    before = files(vault)
    netfiles("-C", vault, *DAY, "import", vault.parent / "phone.vcf", "--apply", "--same-name", "new")
    netfiles("-C", vault, *DAY, "log", "coffee with Sam Whitlock: hello")
    edited = "contacts/Bo Lee, 2.md"
    (vault / edited).write_text("---\ntitle: Mine\n---\n")
    told = netfiles("-C", vault, *DAY, "import", "--take-back")
    assert (told.out.splitlines()[0], told.err) == (
        "Would take back: Import from vcard: 2 new and 1 changed people",
        "Nothing was written. --apply takes it back.\n",
    )
    said = netfiles("-C", vault, *DAY, "import", "--take-back", "--apply")
    assert said.out.startswith("Taken back: Import from vcard: 2 new and 1 changed people\n")
    assert f"left, since it was changed after it: {edited}" in said.out
    after = files(vault)
    logged = [path for path in after if path.startswith("journal/")]
    assert len(logged) == 1
    assert after == before | {path: after[path] for path in (*logged, edited)}
    again = netfiles("-C", vault, *DAY, "import", "--take-back")
    assert (again.exit, again.err) == (
        2,
        "netfiles: Nothing was undone: there is no change of netfiles to take back.\n",
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import",), "Name a file"),
        (("import", "{phone}", "--since", "soon"), "--since: 'soon' is not a date"),
        (("import", "{phone}", "--theirs", "shoe"), "no field of a person"),
        (("import", "{phone}", "--column", "Name"), "write it as --column"),
        (("import", "{nothing}"), "Nothing was read from nothing.csv"),
    ],
)
def test_what_is_wrong_is_said(netfiles, vault, words: tuple[str, ...], said: str):
    (vault.parent / "nothing.csv").write_text("")
    filled = [word.format(phone=vault.parent / "phone.vcf", nothing=vault.parent / "nothing.csv") for word in words]
    told = netfiles("-C", vault, *filled)
    assert told.exit == 2
    assert said in told.err
