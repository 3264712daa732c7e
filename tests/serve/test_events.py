"""What the browser is told while it has a page open."""

import json
import threading
from functools import partial
from pathlib import Path

from netfiles.serve.generations import Generation
from netfiles.serve.stage import Shown, Stage

from .at_work import AtWork, at_work, serving, until


def state(line: str) -> dict[str, str]:
    kind, _, text = line.partition(": ")
    assert kind == "data"
    return dict(json.loads(text))


def generation_of(page: str) -> str:
    return page.partition('data-generation="')[2].partition('"')[0]


def test_a_new_generation_and_a_failure_are_told_as_they_happen(vault: Path) -> None:
    with at_work(vault) as work, work.events() as lines:
        data = filter(lambda line: line.startswith("data"), lines)
        first = state(next(data))
        assert first == {"generation": generation_of(work.get("/ada/").body), "failure": ""}
        (vault / "ada.md").write_text("FAIL")
        assert state(next(data)) == {**first, "failure": "a note says FAIL, change it"}
        (vault / "ada.md").write_text("last")
        second = state(next(data))
        assert second["generation"] != first["generation"]
        assert second["failure"] == ""
        assert generation_of(work.get("/ada/").body) == second["generation"]


def test_a_page_without_a_site_is_told_of_the_first_one(vault: Path) -> None:
    (vault / "ada.md").write_text("FAIL")
    with at_work(vault) as work, work.events() as lines:
        data = filter(lambda line: line.startswith("data"), lines)
        assert state(next(data)) == {"generation": "", "failure": "a note says FAIL, change it"}
        assert generation_of(work.get("/").body) == ""
        (vault / "ada.md").write_text("mended")
        assert state(next(data))["generation"] != ""


def test_a_server_that_was_started_again_has_other_generations(vault: Path) -> None:
    names = set()
    for _ in range(2):
        with at_work(vault) as work:
            names.add(generation_of(work.get("/").body))
    assert len(names) == 2


def test_the_end_of_the_server_ends_the_stream(vault: Path) -> None:
    work = AtWork(vault)
    with serving(work):
        stream = work.events()
        lines = stream.__enter__()
        assert next(lines) == "event: shown"
    assert list(lines)[-1] == ""
    stream.__exit__(None, None, None)


def test_silence_is_broken_by_a_heartbeat(tmp_path: Path) -> None:
    stage = Stage(heartbeat=0.05)
    stage.show(Generation("a-1", tmp_path, frozenset()))
    news = stage.follow()
    assert [next(news), next(news), next(news)] == [stage.shown(), None, None]
    stage.fail("broken")
    assert next(news) == Shown(stage.shown().generation, "broken")


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
