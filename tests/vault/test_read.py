"""The bytes of a file: which are text and which are not; files that cannot be read or change under the reader."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from netfiles.errors import VaultGone
from netfiles.problems import Problem
from netfiles.vault import read
from netfiles.vault.load import load
from netfiles.vault.read import MAX_FILE, Source, read_source
from tests.vault.made import ADA, found, paths, put, state, told, vault


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"---\nname: Ada\n---\n", "---\nname: Ada\n---\n"),
        (b"\xef\xbb\xbf---\nname: Ada\n---\n", "---\nname: Ada\n---\n"),
        (b"---\r\nname: Ada\r\n---\r\nx\r\n", "---\nname: Ada\n---\nx\n"),
        (b"---\rname: Ada\r---\rx", "---\nname: Ada\n---\nx"),
        (b"a\r\nb\nc\rd\n\re", "a\nb\nc\nd\n\ne"),
        (b"\xef\xbb\xbf\xef\xbb\xbfx", "\ufeffx"),
        ("Zoë 李 👩".encode(), "Zoë 李 👩"),
        (b"", ""),
        (b"\xef\xbb\xbf", ""),
    ],
)
def test_bom_and_ends_of_lines_are_put_aside_and_the_checksum_is_that_of_the_bytes(tmp_path, content, text):
    put(tmp_path, "x.md", content)
    assert read_source(tmp_path, "x.md") == Source("x.md", text, hashlib.sha256(content).hexdigest())


@pytest.mark.parametrize(
    "content", [b"---\r\nname: Ada\r\n---\r\n", b"\xef\xbb\xbf---\nname: Ada\n---", b"---\rname: Ada\r---\r"]
)
def test_records_are_read_whatever_the_ends_of_their_lines(tmp_path, content):
    assert found(vault(tmp_path, {"contacts/Ada.md": content})) == (["contacts/Ada.md"], [])


GOOD = "---\nname: Zoë\n---\nBody\n"


@pytest.mark.parametrize(
    ("content", "said", "line"),
    [
        (GOOD.encode("utf-16"), "UTF-16", 1),
        (b"\xff\xfe" + GOOD.encode("utf-16-le"), "UTF-16", 1),
        (b"\xfe\xff" + GOOD.encode("utf-16-be"), "UTF-16", 1),
        (GOOD.replace("ë", "e").encode("utf-16-le"), "UTF-16", 1),
        (GOOD.replace("ë", "e").encode("utf-16-be"), "UTF-16", 1),
        (GOOD.encode("utf-32"), "UTF-16", 1),
        (GOOD.encode("latin-1"), "byte 13", 2),
        (GOOD.encode("cp1252"), "byte 13", 2),
        (b"---\nname: Ada\n---\nok \xc3( \xf0\x9f bad\n", "byte 22", 4),
        (b'---\nname: "\xc0\xafetc"\n---\n', "byte 12", 2),
        (b"---\nname: \xed\xa0\x80\n---\n", "byte 11", 2),
        (b"---\nname: Ada\n---\nBody.\xc3", "byte 24", 4),
        (b"\0" * 4096, "damaged", 1),
        (b"---\nname: A\0da\n---\n", "NUL", 1),
        (b"---\nname: Ada\n---\n" + b"\0" * 40, "UTF-16", 1),
        (bytes(range(128, 192)) + b"\xff", "", None),
    ],
)
def test_what_is_no_utf8_text_is_refused_with_the_line_and_no_byte_of_it(tmp_path, content, said, line):
    vault(tmp_path, {"contacts/Ada.md": content, "contacts/Bob.md": ADA})
    collection = load(tmp_path)
    assert paths(collection) == ["contacts/Bob.md"]
    (problem,) = collection.problems
    assert (problem.code, problem.place.file) == ("NF102", "contacts/Ada.md")
    assert said in problem.message
    assert "Ada" not in problem.message
    assert line is None or problem.place.line == line


def test_a_file_of_5_mib_is_read_and_a_longer_one_is_refused_before_it_is_read_whole(tmp_path, monkeypatch):
    put(tmp_path, "fits.md", b"x" * MAX_FILE)
    put(tmp_path, "long.md", b"x" * (MAX_FILE + 1))
    with put(tmp_path, "huge.md", b"").open("wb") as file:
        file.truncate(50 * 1024**3)
    assert isinstance(read_source(tmp_path, "fits.md"), Source)
    monkeypatch.setattr(read.os, "read", lambda *_: pytest.fail("it was read"))
    for name in ("long.md", "huge.md"):
        problem = read_source(tmp_path, name)
        assert isinstance(problem, Problem)
        assert problem.code == "NF103"


def test_a_file_that_grows_while_it_is_read_is_refused_too(tmp_path, monkeypatch):
    put(tmp_path, "x.md", b"x")
    monkeypatch.setattr(read.os, "read", lambda handle, size: b"x" * min(size, 1 << 20))
    problem = read_source(tmp_path, "x.md")
    assert isinstance(problem, Problem)
    assert problem.code == "NF103"


def denied(name: str, error: type[OSError], number: int):
    """An `os.open` that fails for one file."""
    real = os.open

    def opened(path, *args, **options):
        if str(path).endswith(name):
            raise error(number, os.strerror(number), str(path))
        return real(path, *args, **options)

    return opened


def test_a_file_without_permission_is_an_error_and_hides_no_other(tmp_path, monkeypatch):
    vault(tmp_path, {"contacts/Ada.md": ADA, "contacts/Bob.md": ADA})
    monkeypatch.setattr(read.os, "open", denied("Ada.md", PermissionError, 13))
    collection = load(tmp_path)
    assert (paths(collection), told(collection)) == (["contacts/Bob.md"], [("NF101", "contacts/Ada.md")])
    assert "Permission denied" in collection.problems[0].message
    assert str(tmp_path) not in collection.problems[0].message


@pytest.mark.parametrize("error", [(OSError, 5), (OSError, 40), (IsADirectoryError, 21), (OSError, 36), (OSError, 6)])
def test_every_other_error_of_the_disk_is_told_as_one(tmp_path, monkeypatch, error):
    vault(tmp_path, {"contacts/Ada.md": ADA, "contacts/Bob.md": ADA})
    monkeypatch.setattr(read.os, "open", denied("Ada.md", *error))
    assert found(tmp_path) == (["contacts/Bob.md"], [("NF101", "contacts/Ada.md")])


def test_a_file_that_vanishes_between_listing_and_reading_counts_as_deleted(tmp_path, monkeypatch):
    vault(tmp_path, {"contacts/Ada.md": ADA, "contacts/Bob.md": ADA})
    monkeypatch.setattr(read.os, "open", denied("Ada.md", FileNotFoundError, 2))
    assert found(tmp_path) == (["contacts/Bob.md"], [])


def test_a_file_that_becomes_a_folder_between_listing_and_reading_is_told(tmp_path, monkeypatch):
    vault(tmp_path, {"contacts/Ada.md": ADA, "contacts/Bob.md": ADA})
    real = os.open

    def swapped(path, *args, **options):
        if str(path).endswith("Ada.md") and Path(path).is_file():
            Path(path).unlink()
            Path(path).mkdir()
        return real(path, *args, **options)

    monkeypatch.setattr(read.os, "open", swapped)
    assert found(tmp_path) == (["contacts/Bob.md"], [("NF101", "contacts/Ada.md")])


def test_a_folder_that_vanishes_while_it_is_walked_counts_as_deleted(tmp_path, monkeypatch):
    vault(tmp_path, {"contacts/a/Ada.md": ADA, "contacts/Bob.md": ADA})
    real = os.scandir

    def gone(path):
        if str(path).endswith("/a"):
            raise FileNotFoundError(2, os.strerror(2), str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", gone)
    assert found(tmp_path) == (["contacts/Bob.md"], [])


AS_NOBODY = """
import sys
from pathlib import Path
from netfiles.errors import VaultGone
from netfiles.vault.load import load
try:
    c = load(Path(sys.argv[1]))
    print(sorted(r.path for r in c.records()), [(p.code, p.place.file) for p in c.problems])
except VaultGone as gone:
    print("gone:", gone)
"""


@pytest.fixture
def as_nobody() -> Iterator[Callable[[str], str]]:
    """What `load` finds in a vault of which one part has mode 000, for a user who is not root."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        root = vault(Path(folder) / "vault", {f"contacts/{name}.md": ADA for name in ("Ada", "Bob")})
        for path in ("career/companies/Acme.md", "docs/a/a.md"):
            put(root, path)
        put(root, "attachments/a.png", b"\x89PNG\r\n\x1a\n")
        put(root, "mkdocs.yml", "site_name: x\n")

        def found_by_nobody(locked: str) -> str:
            (root / locked).chmod(0)
            try:
                return _as_nobody([sys.executable, "-c", AS_NOBODY, str(root)])
            finally:
                (root / locked).chmod(0o700)

        yield found_by_nobody


def _as_nobody(command: list[str]) -> str:
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root may read everything, and there is no setpriv to become another user")
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode in (126, 127) or "No module named 'netfiles'" in done.stderr:
        pytest.skip("another user cannot reach Python or the package")
    assert done.stderr == ""
    return done.stdout.strip()


ALL = "['career/companies/Acme.md', 'contacts/Ada.md', 'contacts/Bob.md']"


@pytest.mark.skipif(sys.platform != "linux", reason="needs permissions as Linux has them")
@pytest.mark.parametrize(
    ("locked", "said"),
    [
        ("contacts/Ada.md", "['career/companies/Acme.md', 'contacts/Bob.md'] [('NF101', 'contacts/Ada.md')]"),
        ("contacts", "['career/companies/Acme.md'] [('NF101', 'contacts/')]"),
        ("career/companies", "['contacts/Ada.md', 'contacts/Bob.md'] [('NF101', 'career/companies/')]"),
        ("mkdocs.yml", f"{ALL} [('NF501', 'mkdocs.yml')]"),
        ("docs", f"{ALL} []"),
        ("docs/a/a.md", f"{ALL} [('NF101', 'docs/a/a.md')]"),
        ("attachments", f"{ALL} []"),
        ("attachments/a.png", f"{ALL} []"),
    ],
)
def test_what_a_user_may_not_read_is_told_and_hides_nothing_else(as_nobody, locked, said):
    assert as_nobody(locked) == said


@pytest.mark.skipif(sys.platform != "linux", reason="needs permissions as Linux has them")
def test_a_folder_above_that_may_not_be_entered_is_told_for_what_lies_in_it(as_nobody):
    assert as_nobody("career").startswith("['contacts/Ada.md', 'contacts/Bob.md'] [('NF101', 'career/companies/')")


@pytest.mark.skipif(sys.platform != "linux", reason="needs permissions as Linux has them")
def test_a_vault_that_may_not_be_read_at_all_is_gone(as_nobody):
    assert as_nobody(".").startswith("gone: The vault ")


@pytest.mark.parametrize("where", ["nowhere", "file.md", "file.md/below"])
def test_a_vault_that_is_no_folder_is_gone(tmp_path, where):
    put(tmp_path, "file.md")
    with pytest.raises(VaultGone):
        load(tmp_path / where)


def test_load_writes_nothing_whatever_it_meets(tmp_path):
    root = vault(
        tmp_path / "vault",
        {
            "contacts/Ada.md": b"\xef\xbb\xbf---\r\nname: Ada\r\n---\r\n",
            "contacts/Bob.md": "---\nname: [\n---\n",
            "contacts/Ada 2.md": ADA,
            "contacts/empty.md": "",
            "contacts/latin.md": b"Zo\xeb",
            "contacts/.Eve.md.icloud": "x",
            "journal/2026-11-20 Call.md": "---\nwith: [[Ada]]\n---\n- [ ] x [[Nobody]]\n",
            "docs/index.md": "[[Ada]]",
            "attachments/a.png": b"\x89PNG\r\n\x1a\n",
            "mkdocs.yml": "plugins:\n  - netfiles:\n      editor: vim\n",
        },
    )
    if sys.platform == "linux":
        (root / "contacts/out.md").symlink_to("/etc/passwd")
    for full in root.rglob("*"):
        os.utime(full, ns=(1, 1), follow_symlinks=False)
    before = state(root)
    first = load(root)
    assert load(root, first).problems == first.problems
    assert state(root) == before
    assert [full.name for full in tmp_path.iterdir()] == ["vault"]
