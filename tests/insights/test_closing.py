"""What closes a reason: written exactly as it is offered, the reason is gone on the same day."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings

from netfiles.insights.closing import TICK, Write, closing, closing_file, closing_line
from netfiles.insights.derive import Insights, derive
from netfiles.insights.follow_ups.reason import Reason
from netfiles.insights.follow_ups.rules import RULES
from netfiles.insights.queue import Item
from tests.insights.conftest import path_of, text_of
from tests.insights.random_vaults import TODAY, Files, network_of, vaults

EVERY_RULE = {
    "Bo": "next: call; next_on: 2026-11-20 // - [ ] send it 📅 2026-11-21",
    "2026-11-18 a": "with: [[Ann]]; channel: email; direction: in",
    "2026-11-10 b": "with: [[Cy]]; channel: call; got: advice",
    "2026-11-01 c": 'with: [[Dee]]; channel: call; got: advice; introduced: "[[Ida]]"',
    "2026-11-02 d": 'with: ["[[Dee]]", "[[Ed]]"]; channel: call; got: help',
    "2026-11-05 e": "with: [[Ida]]; channel: coffee; they_owe: a list; they_owe_on: 2026-11-20",
    "2026-11-03 f": "with: [[Fay]]; channel: email",
    "2026-11-04 g": "with: [[Gil]]; channel: call; asked: advice",
    "2026-11-12 h": 'with: [[Hal]]; channel: call; introduced: ["[[Not on file]]", "[[Jo]]"]',
    "team/Jo": "title: x",
    "friends/Jo": "title: y",
    "2026-11-12 j": 'with: [[Hal]]; channel: call; introduced: "[[team/Jo]]"',
    "Kim": "keep_in_touch: 1w",
    "journal/2026/2026-11-23 Kim.md": "with: [[Hal]]; channel: call",
    "Lea": "birthday: 11-25; title: Planner; as_of: 2025-01-01",
    "Max": "met_on: 2026-11-12",
    "career/leads/L.md": "title: Planner; stage: applied; applied_on: 2026-10-01; next: write; next_on: 2026-11-20",
    "career/leads/Q.md": "stage: asked; heard_on: 2026-10-01; next_done: 2026-10-02 // - [ ] ask 📅 2026-11-20",
    "career/news/N.md": "title: Looking; date: 2026-11-01; audience: name:bo,kim",
}  # fmt: skip
LANDED = {
    "career/profile.md": "status: landed",
    "career/leads/W.md": "title: Welder; stage: accepted; closed_on: 2026-10-01; heard_from: [[Ann]]",
    "career/leads/O.md": "title: Open; stage: applied; applied_on: 2026-09-01",
    "Ann": "title: x",
}


def read(files: dict[str, str]) -> Files:
    return {path: text_of(path, text) for path, text in ((path_of(name), text) for name, text in files.items())}


def written(files: Files, write: Write) -> Files:
    """The files once something is written as offered; a field that is there already gets the new value."""
    if write.whole:
        assert write.file not in files, "a file that is there is not written over"
        return {**files, write.file: write.text}
    key = write.text.partition(":")[0]
    lines = [line for line in files[write.file].splitlines() if not line.startswith(f"{key}:")]
    return {**files, write.file: "\n".join([lines[0], write.text, *lines[1:], ""])}


def ticked(files: Files, file: str, number: int) -> Files:
    lines = files[file].splitlines()
    lines[number - 1] = lines[number - 1].replace("- [ ]", TICK)
    return {**files, file: "\n".join([*lines, ""])}


def on_today(insights: Insights, files: Files, item: Item, reason: Reason) -> Iterator[Files]:
    """The vault after each thing that Today and Follow-ups offer for a reason."""
    line, day = closing_line(reason, TODAY, TODAY.isoformat()), TODAY
    if reason.closes == TICK:
        yield ticked(files, reason.place.file, reason.place.line)
    elif reason.rule == "news" and line:
        untold = next(one.untold for one in insights.news if one.news.path == reason.place.file)
        told = {f"journal/{key[-6:]}.md": f"---\ndate: {day}\nwith: [[{key}]]\n{line}\n---\n" for key in untold}
        yield {**files, **told}
    elif line:
        yield written(files, Write(reason.place.file, line))
    else:
        file = closing_file(insights.network, item, TODAY)
        assert file or reason.rule == "date", reason
        if file and reason.rule != "date":
            yield written(files, file)


def in_review(insights: Insights, files: Files, item: Item, reason: Reason) -> Iterator[Files]:
    """The vault after what Review offers for a reason."""
    write, tick = closing(insights, item, reason)
    if write:
        yield written(files, write)
    elif tick:
        yield ticked(files, reason.place.file, tick)
    else:
        assert reason.rule == "date", reason


def reasons(insights: Insights) -> dict[tuple[str, str | None, str | None, object], tuple[Item, Reason]]:
    """All that is due, told apart by rule, whom it concerns, and where it stands."""
    return {
        (reason.rule, reason.person, reason.title, reason.place): (item, reason)
        for item in insights.queue.items
        for reason in item.reasons
    }


def ways(files: Files, today: date = TODAY) -> Iterator[tuple[Reason, Files]]:
    """Each reason of a vault, with the vault after what is offered for it."""
    insights = derive(network_of(files), today)
    for item, reason in reasons(insights).values():
        for after in (*on_today(insights, files, item, reason), *in_review(insights, files, item, reason)):
            yield reason, after


def still_stands(reason: Reason, after: Files) -> bool:
    """Whether a reason is there whatever its sentence says now; a thank to somebody, whatever it is for."""
    found = derive(network_of(after), TODAY)
    if reason.rule == "thank":
        return any(rule == "thank" and person == reason.person for rule, person, _, _ in reasons(found))
    return (reason.rule, reason.person, reason.title, reason.place) in reasons(found)


@pytest.mark.parametrize("vault", [EVERY_RULE, LANDED], ids=["searching", "landed"])
def test_what_is_offered_closes_the_reason_it_is_offered_for(vault) -> None:
    for reason, after in ways(read(vault)):
        assert not still_stands(reason, after), reason


def test_the_vault_has_every_rule() -> None:
    assert {key[0] for key in reasons(derive(network_of(read(EVERY_RULE)), TODAY))} == {rule.name for rule in RULES}


def closes(files: Files) -> None:
    """What is offered for each reason of a vault closes it."""
    for reason, after in ways(files):
        assert not still_stands(reason, after), reason


@settings(deadline=None, max_examples=40)
@given(vaults())
def test_what_is_offered_closes_the_reason_in_any_vault(files: Files) -> None:
    closes(files)


@pytest.mark.soak
@settings(deadline=None, max_examples=1_000)
@given(vaults())
def test_what_is_offered_closes_the_reason_in_a_thousand_vaults(files: Files) -> None:
    closes(files)
