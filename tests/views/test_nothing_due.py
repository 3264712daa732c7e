"""Where nothing is due: what is claimed holds, and where nothing is written yet the lines to copy stand there."""

import re
from html import unescape
from pathlib import Path

import pytest

from .made import all_pages, html, vault

JANE = {"contacts/Jane Doe.md": "---\ncompany: Acme\n---\n"}
CALL = '---\nwith: "[[Jane Doe]]"\nchannel: call\n{}---\nHello.\n'
TALK = {"journal/2026-09-01 Call.md": CALL.format("")}
HEARD = "Everyone has heard from you, and nobody is owed a word."
DONE = "Everything that was promised is done, and everyone has been thanked."


def said(root: Path, address: str) -> str:
    """The text of a page, in single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html(all_pages(root)[address]))).split())


@pytest.mark.parametrize("address", ["index", "follow-ups"])
def test_with_nobody_spoken_to_no_page_says_that_all_have_heard(tmp_path: Path, address: str) -> None:
    text = said(vault(tmp_path, JANE), address)
    assert "Nothing is due." in text
    assert "You have not written down a first talk yet" in text
    assert "save journal/2026/2026-11-19 Jane Doe.md with these lines." in text
    assert HEARD not in text
    assert DONE not in text


def test_the_follow_ups_of_an_empty_vault_say_how_to_begin(tmp_path: Path) -> None:
    text = said(vault(tmp_path, {}), "follow-ups")
    assert "You have not written down a first talk yet" in text
    assert DONE not in text


@pytest.mark.parametrize("address", ["index", "follow-ups"])
def test_the_lines_for_a_first_talk_can_be_copied_and_make_it_one(tmp_path: Path, address: str) -> None:
    page = html(all_pages(vault(tmp_path, JANE))[address])
    written = re.search(r"<pre>(.*?)</pre><button[^>]* data-copy=\"([^\"]*)\"", page, re.DOTALL)
    assert written
    assert unescape(written[1]) == unescape(written[2])
    files = {**JANE, "journal/2026/2026-11-19 Jane Doe.md": unescape(written[1])}
    assert "first talk" not in said(vault(tmp_path, files), address)


@pytest.mark.parametrize(
    ("more", "heard", "done"),
    [
        pytest.param({}, True, True, id="all is settled"),
        pytest.param({"contacts/Bo.md": "---\n---\n"}, False, True, id="somebody has never heard"),
        pytest.param(
            {"journal/2026-11-19 b.md": CALL.format("got: advice\n")}, False, False, id="thanks are owed from tomorrow"
        ),
        pytest.param(
            {"journal/2026-11-02 b.md": CALL.format("next: call\nnext_on: 2026-12-01\n")},
            False,
            False,
            id="something is promised for later",
        ),
    ],
)
def test_that_all_is_settled_is_said_only_where_it_is(
    tmp_path: Path, more: dict[str, str], heard: bool, done: bool
) -> None:
    root = vault(tmp_path, {**JANE, **TALK, **more})
    assert (HEARD in said(root, "index")) is heard
    assert (DONE in said(root, "follow-ups")) is done
    assert "nobody waits for you today" in said(root, "index")


@pytest.mark.parametrize("files", [{}, JANE], ids=["nobody", "one person"])
def test_the_review_of_a_week_without_entries_has_the_lines_itself(tmp_path: Path, files: dict[str, str]) -> None:
    happened = html(all_pages(vault(tmp_path, files))["review"]).partition('id="moved"')[0]
    assert "2026-11-19 Jane Doe.md" in happened
    assert "data-copy" in happened


@pytest.mark.parametrize("files", [{}, JANE], ids=["nobody", "one person"])
def test_a_move_names_no_line_of_a_file_that_is_not_there(tmp_path: Path, files: dict[str, str]) -> None:
    root = vault(tmp_path, files)
    named = re.findall(r"[\w/]+/[\w ]+\.md(?=, line \d)", said(root, "review"))
    assert [path for path in named if not (root / path).exists()] == []


EMPTY_PROFILE = {"career/profile.md": "---\nstatus: searching\nroles: []\npitch:\nweekly_minutes:\n---\n"}


@pytest.mark.parametrize("files", [{}, EMPTY_PROFILE], ids=["no profile", "an empty one"])
def test_whatever_an_empty_vault_says_to_write_can_be_copied(tmp_path: Path, files: dict[str, str]) -> None:
    for address, page in all_pages(vault(tmp_path, files)).items():
        blocks = html(page).count("<pre>")
        assert len(re.findall(r"</pre><button", html(page))) == blocks, address


def test_an_empty_profile_has_a_plan_to_write_over_it(tmp_path: Path) -> None:
    text = said(vault(tmp_path, EMPTY_PROFILE), "goals")
    assert "Write lines like these over the empty ones in career/profile.md." in text
    assert "weekly_minutes: 900" in text
    filled = {"career/profile.md": "---\npitch: I plan.\n---\n"}
    assert "lines like these" not in said(vault(tmp_path, filled), "goals")


def test_the_profile_says_what_is_not_there_yet(tmp_path: Path) -> None:
    text = said(vault(tmp_path, EMPTY_PROFILE), "profile")
    assert "No roles yet." in text
    assert "There is no roles" not in text
