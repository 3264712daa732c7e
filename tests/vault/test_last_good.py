"""A record that breaks: its last good version stands in, unless the new text speaks of privacy or cannot be read."""

import pytest

from netfiles.vault.load import load
from tests.vault.made import ADA, paths, put, told, vault

BROKEN = "---\nname: 'Ada\n---\nNotes.\n"


def after(root, content: str | bytes | None):
    """The vault after Ada's file was good and then became `content`."""
    vault(root, {"contacts/Ada.md": ADA, "contacts/Bob.md": ADA})
    last = load(root)
    if content is None:
        (root / "contacts/Ada.md").unlink()
    else:
        put(root, "contacts/Ada.md", content)
    return last, load(root, last)


@pytest.mark.parametrize(
    "content",
    [
        BROKEN,
        "",
        "Just text.",
        "---\nname: Ada\nname: Bob\n---\n",
        "---\nname: Ada\nbirthday: x\n---\n",
        "---\nname: {{title}}\n---\n",
        "---\nname: Ada\n---\n<<<<<<< a\n=======\n>>>>>>> b\n",
        "---\nname: Ada\nx: &a b\n---\n",
        "---\nname:\n---\n",
    ],
)
def test_a_text_that_breaks_leaves_the_last_good_record_the_same_object(tmp_path, content):
    last, now = after(tmp_path, content)
    assert now.people[0] is last.people[0] or last.people[0] in now.people
    assert sorted(paths(now)) == ["contacts/Ada.md", "contacts/Bob.md"]
    assert now.stale == {"contacts/Ada.md"}
    assert [file for _, file in told(now)] == ["contacts/Ada.md"]


def test_the_last_good_version_stays_for_as_long_as_the_text_is_broken_and_goes_when_it_is_mended(tmp_path):
    _last, now = after(tmp_path, BROKEN)
    again = load(tmp_path, now)
    assert (again.stale, paths(again)) == (now.stale, paths(now))
    put(tmp_path, "contacts/Ada.md", "---\nname: Ada King\n---\n")
    mended = load(tmp_path, again)
    assert mended.stale == frozenset()
    assert [p.name for p in mended.people] == ["Ada King", "Ada"]


@pytest.mark.parametrize(
    "content",
    [
        "---\nname: 'Ada\nprivate: yes\n---\n",
        "---\nname: 'Ada\nprivate: no\n---\n",
        "---\n{name: Ada, private: yes\n---\n",
        "---\nname: 'Ada\nPrivat: yes\n---\n",
        "---\nname: 'Ada\n  priv: yes\n---\n",
        '---\nname: \'Ada\n"private": yes\n---\n',
        "---\nname: Ada\nprivate: yes\nprivate: no\n---\n",
        "---\nname: Ada\nprivate: {a: b}\n---\n",
        "---\nname: Ada\nprivate:yes\n---\n",
        "name: Ada\nprivate: yes\n",
        "<<<<<<< HEAD\n---\nname: Ada\nprivate: yes\n---\n=======\n---\nname: Ada\n---\n>>>>>>> x\n",
        "---\nname: Ada\nprivate: yes\nbirthday: x\n---\n",
        b"---\nname: Zo\xeb\n---\n",
        b"\0" * 100,
        "---\nname: Ada\n---\n".encode("utf-16"),
        b"x" * (5 * 1024 * 1024 + 1),
    ],
    ids=lambda content: repr(content)[:40],
)
def test_a_text_that_may_speak_of_privacy_is_never_covered_by_the_last_good_version(tmp_path, content):
    _, now = after(tmp_path, content)
    assert (paths(now), now.stale) == (["contacts/Bob.md"], frozenset())
    assert {file for _, file in told(now)} == {"contacts/Ada.md"}


def test_a_record_that_becomes_private_is_private_at_once(tmp_path):
    _, now = after(tmp_path, "---\nname: Ada\nprivat: yes\n---\n")
    assert now.people[0].private.whole
    assert now.stale == frozenset()


def test_a_deleted_file_is_gone_and_without_a_past_a_broken_one_too(tmp_path):
    _, now = after(tmp_path, None)
    assert (paths(now), now.problems) == (["contacts/Bob.md"], ())
    put(tmp_path, "contacts/Ada.md", BROKEN)
    assert paths(load(tmp_path)) == ["contacts/Bob.md"]
    assert paths(load(tmp_path, now)) == ["contacts/Bob.md"]


def test_one_bad_file_hides_no_other(tmp_path):
    files = {f"contacts/{n:03}.md": (BROKEN if n % 2 else ADA) for n in range(100)}
    collection = load(vault(tmp_path, files))
    assert len(collection.people) == 50
    assert [code for code, _ in told(collection)] == ["NF206"] * 50


def test_bad_files_hide_no_other_when_many_are_read_by_all_cores(tmp_path, monkeypatch):
    bad = [BROKEN, "", b"Zo\xeb", b"\0" * 9, "---\nname: Ada\nbirthday: x\n---\n", "---\nx: " + "[" * 500 + "\n---\n"]
    root = vault(tmp_path, {f"contacts/{n:04}.md": bad[n % 6] if n % 2 else ADA for n in range(1_002)})
    by_all = load(root)
    monkeypatch.setattr("netfiles.cores._WORTH_IT", 10_000)
    by_one = load(root)
    assert (paths(by_all), by_all.problems) == (paths(by_one), by_one.problems)
    assert (len(by_all.people), len(told(by_all))) == (501, 501)
