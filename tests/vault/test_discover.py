"""Which files of a folder are records: by the odd things that people, editors and sync tools leave on a disk."""

import os
import socket
import sys
from pathlib import Path
from time import process_time

import pytest

from netfiles.vault.load import load
from netfiles.vault.walk import MAX_DEPTH
from tests.vault.made import ADA, found, paths, put, put_bytes_name, told, vault

POSIX = pytest.mark.skipif(sys.platform != "linux", reason="needs the file system of Linux")


def test_an_empty_vault_has_no_records_and_no_problems(tmp_path):
    assert found(vault(tmp_path)) == ([], [])


def test_missing_folders_are_told_for_contacts_and_journal_only(tmp_path):
    assert found(tmp_path) == ([], [("NF112", "contacts/"), ("NF112", "journal/")])


def test_a_file_where_a_folder_should_be_counts_as_missing(tmp_path):
    put(tmp_path, "contacts", "x")
    put(tmp_path, "career", "x")
    assert found(tmp_path) == ([], [("NF112", "contacts/"), ("NF112", "journal/")])


def test_the_folder_decides_the_kind(tmp_path):
    files = {
        "contacts/Ada.md": ADA,
        "contacts/a/b/Bob.md": ADA,
        "journal/2026/2026-11-20 Call.md": "---\n---\n",
        "career/companies/Acme.md": "---\n---\n",
        "career/leads/Job.md": "---\n---\n",
        "career/goals/Goal.md": "---\n---\n",
        "career/news/News.md": "---\n---\n",
        "career/profile.md": "---\n---\n",
        "queries/Warm.md": "---\n---\n",
        "career/else.md": ADA,
        "templates/person.md": "---\nname: {{title}}\n---\n",
        "inbox.md": "a line",
        "README.md": "words",
        "contacts/notes.txt": "words",
        "contacts/README": "words",
        "contacts/Ada.markdown": ADA,
        "contacts/Ada.MD": ADA,
        "docs/index.md": "# Hello",
    }
    collection = load(vault(tmp_path, files))
    assert collection.problems == ()
    assert {(r.kind, r.path) for r in collection.records()} == {
        ("person", "contacts/Ada.md"),
        ("person", "contacts/a/b/Bob.md"),
        ("interaction", "journal/2026/2026-11-20 Call.md"),
        ("company", "career/companies/Acme.md"),
        ("lead", "career/leads/Job.md"),
        ("goal", "career/goals/Goal.md"),
        ("news", "career/news/News.md"),
        ("profile", "career/profile.md"),
        ("query", "queries/Warm.md"),
    }
    assert collection.docs == (("index.md", "# Hello"),)


LEFTOVERS = [
    *".Ada.md .Ada.md.swp Ada.md~ #Ada.md# #Ada.md ~Ada.md ~$Ada.md 4913 Ada.md.tmp .Ada.md.f9njny Ada.md.part".split(),
    *".syncthing.Ada.md.tmp ~syncthing~Ada.md.tmp Ada.md.crdownload Ada.md.orig Ada.md.bak .DS_Store".split(),
    *"desktop.ini .md .#Ada.md .git/Ada.md .obsidian/Ada.md .trash/Ada.md .stversions/Ada.md ".split(),
    *("node_modules/Ada.md", "__pycache__/Ada.md", "Icon\r", "Ada.md.sb-1a2b3c4d-XyZ", ".goutputstream-ABC"),
]


@pytest.mark.parametrize("name", LEFTOVERS)
def test_leftovers_of_editors_and_hidden_things_are_not_read_and_nothing_is_said(tmp_path, name):
    assert found(vault(tmp_path, {"contacts/Ada.md": ADA, f"contacts/{name}": ADA})) == (["contacts/Ada.md"], [])


@POSIX
def test_the_lock_of_emacs_is_a_dangling_link_and_skipped(tmp_path):
    vault(tmp_path, {"contacts/Ada.md": ADA})
    (tmp_path / "contacts/.#Ada.md").symlink_to("user@host.123:456")
    assert found(tmp_path) == (["contacts/Ada.md"], [])


def test_a_file_left_in_icloud_is_a_warning_and_no_deletion(tmp_path):
    vault(tmp_path, {"contacts/.Ada.md.icloud": "bplist00", "contacts/.cv.pdf.icloud": "bplist00"})
    assert found(tmp_path) == ([], [("NF113", "contacts/Ada.md")])


@POSIX
def test_a_link_inside_the_vault_is_read_and_one_out_of_it_is_not(tmp_path):
    root = vault(tmp_path / "vault", {"contacts/Ada.md": ADA, "elsewhere/Bob.md": ADA})
    put(tmp_path, "secret.md", "---\nname: Secret\n---\n")
    for name, target in {
        "Bob": "../elsewhere/Bob.md",
        "Out": "../../secret.md",
        "Passwd": "/etc/passwd",
        "Gone": "/nonexistent",
        "Loop": "Loop.md",
    }.items():
        (root / f"contacts/{name}.md").symlink_to(target)
    records, problems = found(root)
    assert records == ["contacts/Ada.md", "contacts/Bob.md"]
    assert sorted(problems) == [
        ("NF105", "contacts/Out.md"),
        ("NF105", "contacts/Passwd.md"),
        ("NF106", "contacts/Gone.md"),
        ("NF106", "contacts/Loop.md"),
    ]
    assert "Secret" not in repr(load(root))


@POSIX
def test_a_link_to_a_folder_is_never_walked(tmp_path):
    root = vault(tmp_path / "vault", {"contacts/Ada.md": ADA, "people/Bob.md": ADA})
    put(tmp_path, "out/Secret.md")
    for name, target in {
        "loop": ".",
        "up": "..",
        "in": "../people",
        "etc": "/etc",
        "out": "../../out",
        "dir.md": "../people",
    }.items():
        (root / "contacts" / name).symlink_to(target)
    records, problems = found(root)
    assert records == ["contacts/Ada.md"]
    assert {code for code, _ in problems} == {"NF105", "NF106"}
    assert len(problems) == 6


@pytest.mark.parametrize(
    "folder", ["contacts", "journal", "career", "career/companies", "docs", "attachments", "career/profile.md"]
)
@POSIX
def test_a_folder_of_the_vault_that_is_a_link_out_of_it_is_not_walked(tmp_path, folder):
    out = tmp_path / "out"
    for name in ("Secret.md", "companies/Secret.md", "profile.md"):
        put(out, name, "---\nname: Secret\n---\n")
    put(out, "secret.png", b"\x89PNG\r\n\x1a\n")
    root = vault(tmp_path / "vault")
    if (root / folder).is_dir():
        (root / folder).rmdir()
    (root / folder).parent.mkdir(exist_ok=True)
    (root / folder).symlink_to(out / "Secret.md" if folder.endswith(".md") else out)
    collection = load(root)
    assert paths(collection) == []
    assert not collection.docs
    assert not collection.attachments
    assert "Secret" not in repr(collection)
    if folder not in ("docs", "attachments"):
        assert "NF105" in [code for code, _ in told(collection)]


@POSIX
def test_a_vault_that_is_itself_behind_a_link_is_read(tmp_path):
    vault(tmp_path / "vault", {"contacts/Ada.md": ADA, "docs/a.md": "x", "attachments/a.png": b"\x89PNG\r\n\x1a\n"})
    (tmp_path / "link").symlink_to("vault")
    collection = load(tmp_path / "link")
    assert (paths(collection), told(collection)) == (["contacts/Ada.md"], [])
    assert collection.docs
    assert collection.attachments


@POSIX
def test_pipes_sockets_and_devices_are_told_and_never_opened(tmp_path):
    root = vault(tmp_path, {"contacts/Ada.md": ADA, "docs/index.md": "x"})
    os.mkfifo(root / "contacts/pipe.md")
    os.mkfifo(root / "docs/pipe.md")
    (root / "contacts/zero.md").symlink_to("/dev/zero")
    (root / "contacts/pipes.md").symlink_to("pipe.md")
    os.mkfifo(root / "mkdocs.yml")
    here = Path.cwd()
    os.chdir(root / "contacts")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("sock.md")
    os.chdir(here)
    records, problems = found(root)
    assert records == ["contacts/Ada.md"]
    assert sorted(problems) == [
        ("NF101", "docs/pipe.md"),
        ("NF105", "contacts/zero.md"),
        ("NF106", "contacts/pipe.md"),
        ("NF106", "contacts/pipes.md"),
        ("NF106", "contacts/sock.md"),
        ("NF501", "mkdocs.yml"),
    ]


def test_a_folder_called_like_a_note_is_a_folder(tmp_path):
    vault(tmp_path, {"contacts/Ada.md/Bob.md": ADA, "docs/a.md/b.md": "x", "career/profile.md/x.md": ADA})
    collection = load(tmp_path)
    assert paths(collection) == ["contacts/Ada.md/Bob.md"]
    assert told(collection) == [("NF106", "career/profile.md")]
    assert collection.docs == (("a.md/b.md", "x"),)


def test_a_vault_inside_a_folder_of_records_is_a_warning_and_not_read(tmp_path):
    vault(tmp_path, {"contacts/Ada.md": ADA, "contacts/old/mkdocs.yml": "x", "contacts/old/contacts/Bob.md": ADA})
    assert found(tmp_path) == (["contacts/Ada.md"], [("NF106", "contacts/old/")])


def deep(top: Path, name: str, depth: int, file: str) -> None:
    """Folders nested so deep that their path is longer than the system takes."""
    here = Path.cwd()
    os.chdir(top)
    for _ in range(depth):
        os.mkdir(name)  # noqa: PTH102  # a path would be too long
        os.chdir(name)
    Path(file).write_text(ADA, encoding="utf-8")
    os.chdir(here)


@pytest.mark.parametrize(("name", "depth"), [("d", 500), ("d" * 200, 30)])
@POSIX
def test_folders_nested_without_end_are_bounded(tmp_path, name, depth):
    root = vault(tmp_path, {"contacts/Ada.md": ADA, "docs/index.md": "x", "attachments/a.png": b"\x89PNG\r\n\x1a\n"})
    for folder, file in (("contacts", "Deep.md"), ("docs", "deep.md"), ("attachments", "deep.png")):
        deep(root / folder, name, depth, file)
    begin = process_time()
    collection = load(root)
    assert process_time() - begin < 10
    assert paths(collection) == ["contacts/Ada.md"]
    assert [code for code, _ in told(collection)] == ["NF101"]
    assert (len(collection.docs), len(collection.attachments)) == (1, 1)


def test_thirty_folders_deep_is_read(tmp_path):
    path = "contacts/" + "d/" * MAX_DEPTH + "Ada.md"
    assert found(vault(tmp_path, {path: ADA})) == ([path], [])


@POSIX
def test_attachments_are_known_by_their_content_and_named_for_any_computer(tmp_path):
    png, jpeg = b"\x89PNG\r\n\x1a\n....", b"\xff\xd8\xff"
    good = {"a.png": png, "b/c d.JPG": jpeg, "e.webp": b"RIFF....WEBP", "f.gif": b"GIF89a", "g.pdf": b"%PDF-1.7"}
    bad: dict[str, str | bytes] = {
        "svg.svg": "<svg onload=1>",
        "svg.png": "<svg onload=1>",
        "page.html": png,
        "page.png": "<script>1</script>",
        "a.pdf.exe": b"MZ",
        "b.exe": png,
        "jpeg.pdf": jpeg,
        "empty.png": b"",
        ".hidden.png": png,
        ".git/a.png": png,
        "a#b.png": png,
        "a?b.png": png,
        "a%2fb.png": png,
        "a:b.png": png,
        "a\\b.png": png,
        "a\nb.png": png,
        "a\x1b.png": png,
        "riff.webp": b"RIFF....WAVE",
    }
    root = vault(tmp_path / "vault", {f"attachments/{n}": c for n, c in {**good, **bad}.items()})
    put_bytes_name(root / "attachments", b"\xff.png", png)
    put(tmp_path, "out.png", png)
    (root / "attachments/out.png").symlink_to(tmp_path / "out.png")
    (root / "attachments/in.png").symlink_to("a.png")
    os.mkfifo(root / "attachments/pipe.png")
    shown = load(root).attachments
    assert shown == {"a.png": "image", "b/c d.JPG": "image", "e.webp": "image", "f.gif": "image", "g.pdf": "pdf"}
    assert list(shown) == sorted(shown)


@POSIX
def test_handwritten_pages_are_read_inside_the_vault_only_and_in_order(tmp_path):
    root = vault(
        tmp_path / "vault",
        {"docs/b.md": "b", "docs/a/a.md": "a", "docs/.x.md": "x", "docs/.y/z.md": "x", "else.md": "e"},
    )
    put(tmp_path, "out.md", "secret")
    for name, target in {"out": "../../out.md", "in": "../else.md", "loop": "loop.md", "gone": "gone.md.md"}.items():
        (root / f"docs/{name}.md").symlink_to(target)
    (root / "docs/folder").symlink_to("/etc")
    put_bytes_name(root / "docs", b"\xff.md")
    put(root, "docs/latin.md", b"Zo\xeb")
    collection = load(root)
    assert collection.docs == (("a/a.md", "a"), ("b.md", "b"), ("in.md", "e"))
    assert told(collection) == [("NF102", "docs/latin.md")]
