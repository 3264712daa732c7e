"""Names of files: copies made by sync tools, people who only look like one, names that some computers cannot hold."""

import os
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfiles.vault import names
from netfiles.vault.load import load
from tests.vault.made import ADA, found, put, put_bytes_name, vault

POSIX = pytest.mark.skipif(sys.platform != "linux", reason="needs the file system of Linux")


@pytest.mark.parametrize(
    "copy",
    [
        "Ada.sync-conflict-20260101-101010-ABCDEFG",
        "Ada (Bob's conflicted copy 2026-01-01)",
        "Ada (Bob’s conflicted copy 2026-01-01)",
        "Ada (conflicted copy 2026-01-01 101010)",
        "Ada (Conflicted copy from laptop on 2026-01-01)",
        "Ada (Case Conflict)",
        "Ada (Bob's case conflict 1)",
        "Ada (Unicode Encoding Conflict)",
        "Ada.Conflict",
        "Ada_conflict-20260101-101010",
        "Ada (SFConflict bob@acme.example 2026-01-01-10-10-10)",
        "Ada_DiskStation_Jan-01-101010-2026_Conflict",
        "Ada_caseconflict_1",
        "Ada_LOCAL_1234",
        "Ada_REMOTE_1234",
        "Ada_BASE_1234",
        "Ada_BACKUP_1234",
        "Ada 2",
        "Ada (1)",
        "Ada-DESKTOP-1A2B3C",
        "Ada-LAPTOP",
    ],
)
def test_a_conflict_copy_of_every_sync_tool_is_a_warning_and_no_second_person(tmp_path, copy):
    vault(tmp_path, {"contacts/Ada.md": ADA, f"contacts/{copy}.md": ADA})
    assert found(tmp_path) == (["contacts/Ada.md"], [("NF107", f"contacts/{copy}.md")])


@pytest.mark.parametrize(
    ("ours", "theirs", "copies"),
    [
        ("uid: 1\nname: Maria Silva\ntags: [a]", "uid: 1\nname: Maria\nemails: b@c.example\nlocation: Boston", True),
        ("uid: 1\nname: Maria Silva", "uid: 2\nname: Maria Silva", False),
        ("name: Maria Silva\nphones: '1234'", "name: Maria Silva\nphones: '9876'\nlocation: Porto\ntitle: Cook", False),
        ("name: Maria Silva", "name: Maria Silva", True),
    ],
)
def test_a_numbered_file_is_a_copy_only_with_the_same_uid_or_the_same_lines(tmp_path, ours, theirs, copies):
    vault(
        tmp_path,
        {"contacts/Maria Silva.md": f"---\n{ours}\n---\n", "contacts/Maria Silva 2.md": f"---\n{theirs}\n---\n"},
    )
    assert [code for code, _ in found(tmp_path)[1]] == ["NF107"] * copies


@pytest.mark.parametrize(
    "name",
    [
        "Maria Silva 2",
        "Maria (1)",
        "Anna-MARIA",
        "Joan of Arc III",
        "Bob Conflict",
        "Conflict",
        "Ada (conflicted)",
        "Ada (copy)",
        "The conflicted copy editor",
        "Sync-Conflict Sam",
        "Case Conflict",
        "Local Larry_1",
        "J. P. 7",
        "2026-01-01",
        "Agent 47",
    ],
)
def test_a_name_that_resembles_a_copy_is_a_person(tmp_path, name):
    assert found(vault(tmp_path, {f"contacts/{name}.md": ADA})) == ([f"contacts/{name}.md"], [])


@POSIX
def test_names_that_other_computers_cannot_tell_apart_are_an_error_and_the_first_is_read(tmp_path):
    composed, decomposed = unicodedata.normalize("NFC", "Zoë"), unicodedata.normalize("NFD", "Zoë")
    vault(tmp_path, {f"contacts/{n}.md": ADA for n in ("Ada", "ada", "Straße", "STRASSE", composed, decomposed, "Zoe")})
    records, problems = found(tmp_path)
    assert len(records) == 4
    assert [code for code, _ in problems] == ["NF109"] * 3
    assert {"contacts/Ada.md", "contacts/Zoe.md"} <= set(records)


def test_a_name_in_decomposed_letters_alone_is_read_as_it_is(tmp_path):
    name = unicodedata.normalize("NFD", "Zoë")
    assert found(vault(tmp_path, {f"contacts/{name}.md": ADA})) == ([f"contacts/{name}.md"], [])


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"a\nb", "a\\nb"),
        (b"a\tb", "a\\tb"),
        (b"\x1b[31mred", "\\x1b[31mred"),
        (b"\x7f", "\\x7f"),
        (b"\xc2\x85", "\\x85"),
        (b"\xff", "\\udcff"),
        (b"Zo\xeb", "Zo\\udceb"),
        (b"\xed\xa0\x80", "\\udced\\udca0\\udc80"),
    ],
)
@POSIX
def test_a_name_with_control_signs_or_broken_letters_is_an_error_on_one_line(tmp_path, name, shown):
    put_bytes_name(vault(tmp_path) / "contacts", name + b".md")
    assert found(tmp_path) == ([], [("NF110", f"contacts/{shown}.md")])
    (put(tmp_path, "README.md").parent / os.fsdecode(b"contacts/link" + name + b".md")).symlink_to("../README.md")
    records, problems = found(tmp_path)
    assert (records, [code for code, _ in problems]) == ([], ["NF110", "NF110"])
    assert all(p.place.file.isprintable() and p.message.isprintable() for p in load(tmp_path).problems)


@pytest.mark.parametrize("stem", "CON con aux nul NUL.txt COM1 lpt9 prn".split())
def test_a_name_that_windows_reserves_is_a_warning(tmp_path, stem):
    assert found(vault(tmp_path, {f"contacts/{stem}.md": ADA})) == (
        [f"contacts/{stem}.md"],
        [("NF111", f"contacts/{stem}.md")],
    )


@pytest.mark.parametrize(
    "stem", ["Ada ", " Ada", "Ada.", "a\\b", "a:b", "a*b", "a?b", 'a"b', "<img src=x onerror=1>", "a|b"]
)
@POSIX
def test_a_name_that_windows_cannot_hold_is_a_warning(tmp_path, stem):
    assert found(vault(tmp_path, {f"contacts/{stem}.md": ADA})) == (
        [f"contacts/{stem}.md"],
        [("NF111", f"contacts/{stem}.md")],
    )


@pytest.mark.parametrize("stem", ["a\u202eb", "\u2066a\u2069", "\u202d1"])
def test_a_name_that_turns_the_direction_of_text_is_a_warning_and_shown_escaped(tmp_path, stem):
    vault(tmp_path, {f"contacts/{stem}.md": ADA})
    records, ((code, file),) = found(tmp_path)
    assert (records, code) == ([f"contacts/{stem}.md"], "NF111")
    assert file.isascii()


NAMES = [
    *"👩 👩\u200d💻 می\u200cخواهم שלום محمد 李 a#b a%20b a&b -rf --help [a] index README 404 José".split(),
    *("a\u00a0b", "console", "Aux Armes", "nulla", "Ada.Lovelace", "a'b", "b" * 252),
]


@pytest.mark.parametrize("stem", NAMES, ids=lambda stem: stem[:10])
@POSIX
def test_every_other_name_is_read_and_nothing_is_said(tmp_path, stem):
    assert found(vault(tmp_path, {f"contacts/{stem}.md": ADA})) == ([f"contacts/{stem}.md"], [])


@settings(max_examples=500)
@given(
    st.text(st.characters() | st.sampled_from("aZ 2()._-,'\u202e\u212a\u0131"), max_size=12).map(
        lambda stem: f"{stem}.md"
    )
)
def test_there_is_nothing_to_say_about_an_ordinary_name(name):
    if names.ordinary(name):
        assert names.refused_name(name, name) is None
        assert names.doubted_name(name, name) == []
        assert not names.named_as_conflict(name)
        assert names.copied_from(name) is None


@pytest.mark.parametrize(
    ("name", "ordinary"),
    [
        *((name, True) for name in ("Ada Lovelace.md", "2026-11-20 Call (Acme).md", "Zoë O’Neill-李.md", "Dr. Ng.md")),
        *((name, False) for name in ("Ada 2.md", "Ada (1).md", "Ada-LAPTOP.md", "con.md", "con.x.md", "x_LOCAL_1.md")),
        *(
            (name, False)
            for name in ("Ada (case conflict).md", "CONFLıCT.md", "x .md", "x\u202ey.md", "a:b.md", ".x.md")
        ),
    ],
)
def test_names_are_ordinary_by_a_look_at_their_letters(name, ordinary):
    assert names.ordinary(name) is ordinary
