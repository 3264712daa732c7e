"""What is written down of a letter that was sent closes the loop that called for it."""

from collections.abc import Callable
from datetime import date

import pytest

from netfiles.drafts.draft import Draft
from netfiles.drafts.occasion import Sort, Wish
from netfiles.drafts.sent import Sending, link_to, sent
from netfiles.insights.derive import Insights
from netfiles.model.options import Folders
from netfiles.records.read import read_record
from tests.conftest import TODAY


@pytest.fixture
def written(example: Insights, drafted: Callable[..., Draft]) -> Callable[..., tuple[str, str]]:
    """Path and text of the entry of a letter."""

    def write(sort: Sort, name: str, wish: Wish = Wish(), how: Sending = Sending(TODAY), taken=()) -> tuple[str, str]:  # noqa: B008
        (step,) = sent(example.network, [drafted(sort, name, wish)], how, Folders(), taken).steps
        assert not read_record("interaction", step.path, step.text).problems
        return step.path, step.text

    return write


def test_thanks_name_the_entries_they_are_for(written: Callable[..., tuple[str, str]]):
    path, text = written("thanks", "Beatriz Nogueira")
    assert path == "journal/2026/2026-11-19 Thanks to Beatriz Nogueira.md"
    assert text == (
        '---\ndate: 2026-11-19\nwith: "[[Beatriz Nogueira]]"\nchannel: email\ndirection: out\npurpose: thanks\n'
        'thanks_for:\n  - "[[2026-11-05 Coffee with Beatriz Nogueira]]"\n'
        '  - "[[2026-11-10 Call with Beatriz Nogueira]]"\n---\n'
    )


def test_an_update_names_the_news(written: Callable[..., tuple[str, str]]):
    path, text = written("update", "Wolfgang Prell")
    assert path == "journal/2026/2026-11-19 Update to Wolfgang Prell.md"
    assert 'purpose: update\ntold: "[[Contract done, looking again]]"\n' in text


def test_a_request_is_an_open_ask(written: Callable[..., tuple[str, str]]):
    path, text = written("introduction", "Nia Petrakis", Wish("Who plans: you?"), Sending(date(2026, 11, 18), "letter"))
    assert path == "journal/2026/2026-11-18 Letter to Nia Petrakis.md"
    assert 'purpose: introduction\nasked: contacts\nask: "Who plans: you?"\nask_status: open\n' in text


def test_a_request_about_a_lead_names_it(written: Callable[..., tuple[str, str]]):
    assert 'leads: "[[Logistics Analyst at Merriweather]]"' in written("referral", "Femi Adewale")[1]


def test_a_nudge_asks_nothing_anew(written: Callable[..., tuple[str, str]]):
    _, text = written("nudge", "Hiroshi Tanabe")
    assert "purpose: follow-up\n---" in text
    assert "ask" not in text


def test_a_second_letter_of_a_day_has_a_name_of_its_own(written: Callable[..., tuple[str, str]]):
    path, _ = written("thanks", "Beatriz Nogueira", taken=["2026-11-19 thanks to beatriz nogueira"])
    assert path == "journal/2026/2026-11-19 Thanks to Beatriz Nogueira, 2.md"


def test_somebody_without_a_file_is_named(written: Callable[..., tuple[str, str]]):
    assert 'with: "[[Walt Sorensen]]"' in written("information", "Walt Sorensen")[1]


def test_a_link_names_the_path_where_the_name_is_not_enough(tmp_path, insights_of: Callable[..., Insights]):
    for folder in ("contacts/a", "contacts/b", "journal"):
        (tmp_path / folder).mkdir(parents=True)
    for folder in "ab":
        (tmp_path / "contacts" / folder / "Bo Lee.md").write_text("---\ntitle: Planner\n---\n")
    assert link_to(insights_of(tmp_path).network, "contacts/a/Bo Lee.md", "person") == "[[contacts/a/Bo Lee]]"
