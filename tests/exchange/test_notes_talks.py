"""Talks in the notes of others: notes on talks, dated headings and lines in the notes on people, last contacts."""

import pytest

from netfiles.exchange.incoming import Left, Party
from netfiles.exchange.notes.note_talks import channel_of
from tests.exchange.notes import read

# the body of a note on a person | the days and titles of the talks in it
BODIES = (
    ("## 2025-03-04 Coffee\nShe will ask Omar.", [("2025-03-04", "Coffee", "coffee")]),
    ("### [[2025-03-04]] – Call about the job", [("2025-03-04", "Call about the job", "call")]),
    ("## 2025-03-04\nA long talk.", [("2025-03-04", "", "other")]),
    ("## 04.03.2025: Treffen", [("2025-03-04", "Treffen", "other")]),
    ("- 2025-03-04: called, she is well", [("2025-03-04", "called, she is well", "call")]),
    ("- **2025-03-04** emailed the portfolio", [("2025-03-04", "emailed the portfolio", "email")]),
    ("- 2025-03-04: her daughter was born", []),
    ("## Log\n- 2025-03-04: her daughter was born", [("2025-03-04", "her daughter was born", "other")]),
    ("## 📞 Contact log\n- 2025-03-04 talked\n- 2025-03-04 again", [
        ("2025-03-04", "talked", "other"), ("2025-03-04", "again", "other")]),
    ("## Interactions\n| Date | Type |\n|---|---|\n| 2025-03-04 | Zoom |", [("2025-03-04", "Zoom", "video")]),
    ("## History\n- 2025-03-04 · emails: added", []),
    ("## Career\n### 2025-03-04 Interview at Acme", []),
    ("- [ ] 2025-03-04 call her", []),
    ("## 2030-01-01 Call", []),
    ("## 2025-02-30 Call", []),
    ("```\n## 2025-03-04 Coffee\n```", []),
    ("Met on 2025-03-04 for coffee", []),
    ("# 20250304 Coffee", []),
)  # fmt: skip


@pytest.mark.parametrize(("body", "talks"), BODIES, ids=[body for body, _ in BODIES])
def test_what_a_body_dates_is_a_talk_where_it_is_meant_as_one(body: str, talks: list[tuple[str, str, str]]) -> None:
    found = read({"People/Jane Doe.md": body})
    assert [
        (talk.at, "".join(talk.values.get("title", ())), talk.values["channel"][0]) for talk in found.talks
    ] == talks
    assert all(talk.with_ == (Party("Jane Doe"),) and talk.rows == 0 and talk.body == "" for talk in found.talks)
    assert found.people[0].notes == body
    assert len({talk.uid for talk in found.talks}) == len(talks)


def test_the_text_of_a_dated_part_comes_along_only_if_it_is_wanted() -> None:
    body = "## 2025-03-04 Coffee\nShe will ask Omar.\n### Later\nMore.\n## Other\nNo."
    (talk,) = read({"People/Jane.md": body}, bodies=True).talks
    assert (talk.body, talk.line) == ("She will ask Omar.\n### Later\nMore.", 1)
    (talk,) = read({"People/Jane.md": "a: 1; b: 2 // - 2025-03-04 call:\n  - and this\n- not this"}, bodies=True).talks
    assert (talk.body, talk.line) == ("- 2025-03-04 call:\n  - and this", 5)


# the key and its value, the body | the days of the talks
LAST = (
    ("last_contacted: 2026-03-04 // ", ["2026-03-04"]),
    ("lastTalk: 4 March 2026 // ", ["2026-03-04"]),
    ("cnt:last-contact: '[[2026-03-04]]' // ", ["2026-03-04"]),
    ("last_contact: 2026-03-04 // ## 2026-03-04 Coffee", ["2026-03-04"]),
    ("last_contact: 2026-03-04 // ## 2026-05-06 Coffee", ["2026-05-06"]),
    ("last_contact: 2026-03-04 // ## 2026-01-02 Coffee", ["2026-01-02", "2026-03-04"]),
    ("last_contact: 2030-03-04 // ", []),
    ("last_contact: // ", []),
)


@pytest.mark.parametrize(("says", "days"), LAST)
def test_a_last_contact_is_a_talk_where_no_other_is_as_late(says: str, days: list[str]) -> None:
    found = read({"People/Jane Doe.md": says})
    assert [talk.at for talk in found.talks] == days
    if days == ["2026-03-04"] and "##" not in says:
        (talk,) = found.talks
        assert talk.values == {"channel": ("other",), "title": ("Last contact, as People/Jane Doe.md says",)}
        assert found.left[0].message.startswith("1 date of a last contact became entries of the journal")


def test_a_note_on_a_talk_is_one() -> None:
    says = (
        "categories: ['[[Meetings]]']; date: 2025-03-04T10:30:00; people: ['[[jane-doe]]', '[[Me]]', bo@x.example];"
        " topics: [work]; duration: 45; direction: outbound // Spoke of [[Acme]]."
    )
    found = read({"n/2025 Meeting with Jane.md": says, "People/jane-doe.md": ""}, me=frozenset(("me",)))
    (talk,) = found.talks
    assert (talk.at, talk.with_) == ("2025-03-04T10:30", (Party("Jane Doe"), Party(email="bo@x.example")))
    assert talk.values == {
        "title": ("2025 Meeting with Jane",),
        "channel": ("meeting",),
        "minutes": ("45",),
        "direction": ("out",),
    }
    assert (talk.body, talk.kept, talk.rows) == ("Spoke of [[Acme]].", (("topics", "work"),), 1)
    assert talk.may_change
    assert talk.uid == "n/2025 Meeting with Jane.md"


# a note in a folder of talks | why it is no entry
NO_TALKS = (
    ("people: Jane // ", "says no day"),
    ("date: 2025-03-04; people: [] // ", "names nobody else"),
    ("date: 2025-03-04; people: Me // ", "names nobody else"),
)


@pytest.mark.parametrize(("says", "why"), NO_TALKS)
def test_a_note_on_a_talk_without_a_day_or_people_is_told(says: str, why: str) -> None:
    found = read({"a.md": f"type: call; {says}"}, me=frozenset(("me",)))
    assert not found.talks
    assert [(left.message, left.rows) for left in found.left] == [(f"a.md: a note on a talk that {why}", 1)]


def test_what_is_dated_counts_only_in_the_time_that_was_asked_for() -> None:
    from datetime import date

    files = {
        "People/Jane.md": "last_contact: 2024-03-04 // ## 2023-05-06 Coffee",
        "a.md": "type: call; date: 2024-01-01; people: Jane // ",
    }
    found = read(files, since=date(2025, 1, 1))
    assert not found.talks
    assert [(left.message.partition(" from")[0], left.rows) for left in found.left] == [
        ("1 talk", 1),
        ("1 dated line", 0),
    ]


CHANNELS = (
    ("Coffee with Jane", "coffee"),
    ("met for coffee", "coffee"),
    ("met Jane", "meeting"),
    ("phone call", "call"),
    ("an email about lunch", "email"),
    ("LinkedIn message", "social"),
    ("a walk", "other"),
)


@pytest.mark.parametrize(("text", "channel"), CHANNELS)
def test_words_tell_the_channel(text: str, channel: str) -> None:
    assert channel_of(text) == channel


def test_of_very_many_dated_lines_the_first_become_talks_and_the_rest_is_told() -> None:
    found = read({"People/Jane.md": "- 2025-03-04: call\n" * 2_500})
    assert len(found.talks) == 2_000
    assert found.left[0] == Left(2_000, MORE, "The others stay in the notes.")
    assert found.people[0].notes.count("call") == 2_500


MORE = "People/Jane.md: 2,000 dated lines or more; only so many became entries"
