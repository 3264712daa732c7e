"""What the browser is told while it has a page open."""

import json
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from netfiles.serve import progress
from netfiles.serve.stage import Stage

from .at_work import AtWork, LiveSite, at_work, serving, until


def state(line: str) -> dict[str, str]:
    kind, _, text = line.partition(": ")
    assert kind == "data"
    return dict(json.loads(text))


def site_of(page: str) -> str:
    return page.partition('data-site="')[2].partition('"')[0]


def test_a_new_site_and_a_failure_are_told_as_they_happen(vault: Path) -> None:
    with at_work(vault) as work, work.events() as lines:
        data = filter(lambda line: line.startswith("data"), lines)
        first = state(next(data))
        name = site_of(work.get("/ada/").body)
        assert first == {"site": name, "frame": "", "failure": "", "progress": ""}
        (vault / "ada.md").write_text("FAIL")
        assert state(next(data)) == {**first, "failure": "a note says FAIL, change it"}
        (vault / "ada.md").write_text("last")
        second = state(next(data))
        assert second["site"] != first["site"]
        assert second["failure"] == ""
        assert site_of(work.get("/ada/").body) == second["site"]


def test_a_page_without_a_site_is_told_of_the_first_one(vault: Path) -> None:
    (vault / "ada.md").write_text("FAIL")
    with at_work(vault) as work, work.events() as lines:
        data = filter(lambda line: line.startswith("data"), lines)
        first = state(next(data))
        assert (first["site"], first["failure"]) == ("", "a note says FAIL, change it")
        assert site_of(work.get("/").body) == ""
        (vault / "ada.md").write_text("mended")
        assert state(next(data))["site"] != ""


def test_a_server_that_was_started_again_has_other_sites(vault: Path) -> None:
    names = set()
    for _ in range(2):
        with at_work(vault) as work:
            names.add(site_of(work.get("/").body))
    assert len(names) == 2


def test_the_end_of_the_server_ends_the_stream(vault: Path) -> None:
    work = AtWork(vault)
    with serving(work):
        stream = work.events()
        lines = stream.__enter__()
        assert next(lines) == "event: shown"
    assert list(lines)[-1] == ""
    stream.__exit__(None, None, None)


def test_silence_is_broken_by_a_heartbeat() -> None:
    stage = Stage(heartbeat=0.05)
    site = LiveSite("a-1", "", {})
    stage.show(site)
    news = stage.follow()
    assert [next(news), next(news), next(news)] == [stage.shown(), None, None]
    stage.fail("broken")
    told = next(news)
    assert told
    assert (told.site, told.failure) == (site, "broken")


def test_too_many_listeners_push_out_the_oldest() -> None:
    stage = Stage(most=3, heartbeat=60)
    begun: list[int] = []
    ended: list[int] = []

    def listen(number: int) -> None:
        begun.extend(number for _ in stage.follow())
        ended.append(number)

    for number in range(5):
        threading.Thread(target=listen, args=(number,), daemon=True).start()
        until(partial(begun.__contains__, number))
    until(lambda: len(ended) == 2)
    assert sorted(ended) == [0, 1]
    stage.close()
    until(lambda: len(ended) == 5)


def test_what_takes_long_is_told_to_the_browsers_and_in_the_terminal(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.1)
    with at_work(vault) as work, work.events() as lines:
        data = filter(lambda line: line.startswith("data"), lines)
        first = state(next(data))
        (vault / "ada.md").write_text("TELL")
        assert state(next(data)) == {**first, "progress": "reading 1 of 2 files"}
        assert state(next(data))["progress"] == ""
        assert work.said == ["1 pages", "reading 1 of 2 files", "1 pages"]


def test_without_a_word_of_the_build_it_is_told_how_much_changed(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.1)
    work = AtWork(vault)
    with serving(work):
        work.while_building = lambda folder: time.sleep(0.5)
        (vault / "ada.md").write_text("last")
        until(partial(work.shows, "ada", "last"))
    assert work.said == ["1 pages", "building, 1 file changed", "1 pages"]
