"""News: who was told, who was not, and who heard only what it replaces."""

from datetime import date

import pytest

from netfiles.problems import Problem

LAID_OFF = "career/news/Laid off.md"
COURSE = "career/news/Course done.md"
TWO_NEWS = {
    LAID_OFF: "date: 2026-01-10",
    COURSE: 'date: 2026-10-01; title: I finished the course; supersedes: "[[Laid off]]"',
}


def told(words: str, day: str = "2026-10-05", who: str = "[[Jane]]") -> dict[str, str]:
    return {f"{day} a": f"with: {who}; channel: call; told: {words}"}


def news_of(insights) -> dict:
    return {telling.news.origin.stem: telling for telling in insights.news}


def names(insights, keys) -> list[str]:
    return [insights.network.people[key].name for key in keys]


@pytest.mark.parametrize(
    ("files", "known"),
    [
        pytest.param(told('"[[Course done]]"'), True, id="a link"),
        pytest.param(told('"[[course DONE|the course]]"'), True, id="a link with other words"),
        pytest.param(told('["[[Laid off]]", "[[Course done]]"]'), True, id="one of two links"),
        pytest.param(told("course done"), True, id="the name of the file"),
        pytest.param(told("I finished  the course"), True, id="the title"),
        pytest.param(told('"[[I finished the course]]"'), True, id="a link by the title"),
        pytest.param(told("that I did a course"), False, id="other words"),
        pytest.param(told('"[[Laid off]]"'), False, id="other news"),
        pytest.param(told('"[[Course done]]"', day="2026-11-19"), True, id="today"),
        pytest.param(told('"[[Course done]]"', day="2026-11-20"), False, id="only planned"),
        pytest.param(told('"[[Course done]]"', day="2026-09-01"), True, id="before its date"),
        pytest.param(told('"[[Course done]]"', who='["[[Bo]]", "[[Jane]]"]'), True, id="with somebody else"),
        pytest.param(told('"[[Course done]]"', who="[[Bo]]"), False, id="somebody else"),
        pytest.param({"Jane": 'told_before: "[[Course done]]"'}, True, id="told_before"),
        pytest.param({"Jane": 'told_before: "[[Laid off]]"'}, False, id="told_before of other news"),
    ],
)
def test_who_has_heard_it(derived, files, known) -> None:
    insights = derived({**TWO_NEWS, "Jane": "", "Bo": "", **files}, "2026-11-19")
    telling = news_of(insights)["Course done"]
    assert ("contacts/Jane.md" in telling.told) is known
    assert ("contacts/Jane.md" not in telling.untold) is known


def test_the_first_entry_and_its_day_are_kept(derived) -> None:
    files = {**told("Course done", "2026-10-09"), "2026-10-05 b": 'with: [[Jane]]; told: "[[Course done]]"', "Jane": ""}
    insights = derived({**TWO_NEWS, **files}, "2026-11-19")
    entry = news_of(insights)["Course done"].told["contacts/Jane.md"]
    assert (entry.path, entry.day.isoformat()) == ("journal/2026-10-05 b.md", "2026-10-05")


@pytest.mark.parametrize(
    ("person", "to_tell", "held_back"),
    [
        pytest.param("", True, False, id="active"),
        pytest.param("status: dormant", False, False, id="dormant: not in the default audience"),
        pytest.param("status: closed", False, False, id="closed"),
        pytest.param("source: vcard", False, True, id="imported, no entry yet"),
        pytest.param("snooze_until: 2027-01-01", True, False, id="snoozed: it can wait, but is not told"),
    ],
)
def test_who_is_to_be_told(derived, person, to_tell, held_back) -> None:
    telling = news_of(derived({**TWO_NEWS, "Jane": person}, "2026-11-19"))["Course done"]
    assert (bool(telling.untold), bool(telling.held_back)) == (to_tell, held_back)


@pytest.mark.parametrize(("day", "to_tell"), [("2026-11-18", True), ("2026-11-20", False)])
def test_imported_people_are_told_after_a_first_entry(derived, day, to_tell) -> None:
    files = {**TWO_NEWS, "Jane": "source: vcard", f"{day} a": "with: [[Jane]]; channel: call"}
    assert bool(news_of(derived(files, "2026-11-19"))["Course done"].untold) is to_tell


def test_the_strongest_tie_comes_first_then_the_file(derived) -> None:
    files = {"Ada": "", "Bo": "", "Cy": "", "2026-11-18 a": "with: [[Cy]]; channel: call"}
    insights = derived({**TWO_NEWS, **files}, "2026-11-19")
    telling = news_of(insights)["Course done"]
    assert names(insights, telling.in_order) == ["Cy", "Ada", "Bo"]
    assert names(insights, telling.nearest(2)) == ["Cy", "Ada"]


@pytest.mark.parametrize(
    ("files", "older"),
    [
        pytest.param({}, None, id="nothing"),
        pytest.param(told('"[[A]]"'), "A", id="the oldest of three"),
        pytest.param(told('["[[A]]", "[[B]]"]'), "B", id="the nearest of two"),
        pytest.param({"Jane": 'told_before: "[[B]]"'}, "B", id="told_before"),
        pytest.param(told('["[[A]]", "[[C]]"]'), None, id="but not who heard it as well"),
    ],
)
def test_who_heard_only_what_it_replaces(derived, files, older) -> None:
    chain = {
        "career/news/A.md": "date: 2026-01-01",
        "career/news/B.md": 'date: 2026-02-01; supersedes: "[[A]]"',
        "career/news/C.md": 'date: 2026-03-01; supersedes: "[[B]]"',
    }
    telling = news_of(derived({**chain, "Jane": "", **files}, "2026-11-19"))["C"]
    assert [news.called for news in telling.older] == ["B", "A"]
    assert telling.only_older == ({"contacts/Jane.md"} if older else set())
    if older:
        assert telling.told_older["contacts/Jane.md"][0].called == older


@pytest.mark.parametrize(
    ("fields", "newer", "state"),
    [
        pytest.param("date: 2026-11-01", None, "to tell", id="out"),
        pytest.param("", None, "to tell", id="without a date"),
        pytest.param("date: 2026-11-20", None, "to come", id="tomorrow"),
        pytest.param("date: 2026-11-19", None, "to tell", id="today"),
        pytest.param("until: 2026-11-19", None, "to tell", id="its last day"),
        pytest.param("until: 2026-11-18", None, "over", id="over"),
        pytest.param("date: 2026-11-01", "date: 2026-11-10", "replaced", id="replaced"),
        pytest.param("date: 2026-11-01", "date: 2026-11-20", "to tell", id="what replaces it is still to come"),
        pytest.param("date: 2026-11-01", "", "replaced", id="replaced by news without a date"),
        pytest.param("until: 2026-11-18", "date: 2026-11-10", "over", id="over and replaced"),
    ],
)
def test_what_may_be_done_with_it(derived, fields, newer, state) -> None:
    files = {"career/news/A.md": fields}
    if newer is not None:
        files["career/news/B.md"] = f'{newer}; supersedes: "[[A]]"'.removeprefix("; ")
    telling = news_of(derived(files, "2026-11-19"))["A"]
    assert telling.state == state
    assert (telling.replaced_by is not None) is (newer is not None and "11-20" not in newer)


def test_the_newest_stands_first(derived) -> None:
    files = {"career/news/B.md": "date: 2026-01-01", "career/news/A.md": "", "career/news/C.md": "date: 2026-02-01"}
    assert [telling.news.called for telling in derived(files, "2026-11-19").news] == ["C", "B", "A"]


def circle(*names: str) -> dict[str, str]:
    """Each supersedes the next, the last the first."""
    following = (*names[1:], names[0])
    return {f"career/news/{n}.md": f'supersedes: "[[{old}]]"' for n, old in zip(names, following, strict=True)}


@pytest.mark.parametrize(
    ("files", "wrong"),
    [
        pytest.param(circle("A"), ["A"], id="itself"),
        pytest.param(circle("A", "B"), ["A", "B"], id="each other"),
        pytest.param(circle("A", "B", "C"), ["A", "B", "C"], id="three"),
        pytest.param({**circle("A", "B"), "career/news/X.md": 'supersedes: "[[A]]"'}, ["A", "B"], id="one leads in"),
        pytest.param(TWO_NEWS, [], id="a chain"),
    ],
)
def test_news_that_supersedes_itself_is_a_problem_and_counts_for_none(derived, files, wrong) -> None:
    insights = derived({**files, "Jane": ""}, "2026-11-19")
    problems = [problem for problem in insights.problems if problem.code == "NF408"]
    assert [p.place.file for p in problems] == [f"career/news/{name}.md" for name in wrong]
    assert all(p.place.line == 2 for p in problems)
    tellings = news_of(insights)
    assert all(tellings[name].older == () for name in wrong)
    assert all(tellings[name].untold for name in wrong)


@pytest.mark.parametrize(
    ("files", "place"),
    [
        pytest.param({"career/news/A.md": "date: 2026-11-01; until: 2026-10-01"}, ("A", 3), id="over before its day"),
        pytest.param({"career/news/A.md": "date: 2026-11-01; until: 2026-11-01"}, None, id="one day"),
        pytest.param(
            {"career/news/A.md": 'date: 2026-01-01; supersedes: "[[B]]"', "career/news/B.md": "date: 2026-02-01"},
            ("A", 2),
            id="supersedes what is younger",
        ),
    ],
)
def test_dates_that_contradict_each_other_are_a_problem(derived, files, place) -> None:
    found: list[Problem] = [problem for problem in derived(files, "2026-11-19").problems if problem.code == "NF307"]
    assert [(p.place.file, p.place.line) for p in found] == (
        [(f"career/news/{place[0]}.md", place[1])] if place else []
    )


def test_a_link_to_news_that_is_not_there_tells_nothing(derived) -> None:
    insights = derived({**TWO_NEWS, **told('"[[No such news]]"'), "Jane": ""}, "2026-11-19")
    assert news_of(insights)["Course done"].told == {}
    assert list(insights.heard.texts) == ["No such news"]


def test_the_worked_example_of_the_rules(example_vault, insights_of) -> None:
    """docs/rules.md, The ledger of news: who has heard that the contract is done."""
    insights = insights_of(example_vault)
    telling = news_of(insights)["Contract done, looking again"]
    asked = set(telling.audience.keys)
    assert (len(asked), len(asked & telling.told.keys()), len(telling.told)) == (34, 27, 29)
    assert names(insights, telling.held_back) == ["Oluwaseun Bankole"]
    left = ["Zoë Brandstätter", "Wolfgang Prell", "Ray Desrosiers", "Wulandari", "Ludmila Horáková"]
    assert names(insights, telling.in_order) == [*left, "Ingrid Solheim-Moreau"]
    older = {insights.network.people[key].name: telling.told_older[key][1].day for key in telling.only_older}
    assert older == {"Ray Desrosiers": date(2026, 4, 17), "Wulandari": date(2026, 1, 29)}
    assert sorted(names(insights, telling.told.keys() - asked)) == ["Gus Papadakis", "Lakshmi Venkataraghavan"]
