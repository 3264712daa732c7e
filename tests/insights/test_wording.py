"""Words: endings, case, accents and small words do not count."""

import pytest

from netfiles.insights.wording import closest, said_in, stem, wording


@pytest.mark.parametrize(
    "words",
    [
        ("plan", "plans", "planned", "planning", "planner", "Planners"),
        ("forecast", "forecasts", "forecasting", "Forecasted"),
        ("supply", "supplies", "supplying", "suppliers"),
        ("manage", "managed", "manager", "managing", "management"),
        ("manufacturer", "manufacturing"),
        ("analyse", "analysed", "analysing"),
        ("process", "processes"),
        ("spreadsheet", "spreadsheets"),
        ("résumé", "resumes"),
        ("crew", "crew's", "crews"),
    ],
    ids=lambda words: words[0],
)
def test_these_are_one_word(words) -> None:
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("plan", "plant"), ("SQL", "SQLite"), ("status", "state"), ("use", "us"), ("string", "sting")]
)
def test_these_are_two_words(one, other) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("SQL and spreadsheets", ["SQL", "spreadsheets"], id="small words do not count"),
        pytest.param("5 years of planning", ["years", "planning"], id="nor do numbers"),
        pytest.param("strong planning skills", ["planning"], id="nor what stands in every posting"),
        pytest.param("IT", ["IT"], id="but where there are only small words they do"),
        pytest.param("C++ and C#", ["C++", "C#"], id="signs that belong to a name"),
        pytest.param("planning plans", ["planning"], id="each once"),
        pytest.param("計画", ["計画"], id="other scripts"),
        pytest.param("12", [], id="nothing"),
    ],
)
def test_the_words_that_count(text, words) -> None:
    assert list(wording(text).values()) == words


@pytest.mark.parametrize(
    ("wanted", "text", "has", "lacks", "counts"),
    [
        pytest.param("forecasting", "rebuilt the weekly forecast", ["forecasting"], [], True, id="all"),
        pytest.param("SQL and spreadsheets", "41 spreadsheets", ["spreadsheets"], ["SQL"], False, id="half is too few"),
        pytest.param(
            "stock and capacity planning", "planned the stock", ["stock", "planning"], ["capacity"], True, id="most"
        ),
    ],
)
def test_how_far_a_text_says_something(wanted, text, has, lacks, counts) -> None:
    match = closest(wanted, ("nothing of it", text))
    assert match is not None
    assert (match.text, match.number, list(match.has), list(match.lacks), match.counts) == (text, 1, has, lacks, counts)


def test_where_no_text_has_any_of_the_words_there_is_none() -> None:
    assert closest("Polish", ("German", "French")) is None
    assert closest("Polish", ()) is None


WINS = ("Trained 30 supervisors to read their numbers", "Trained 12 depots", "Cut empty miles")


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        pytest.param("trained supervisors", WINS[0], id="fewer words of one"),
        pytest.param("the empty miles that I cut", WINS[2], id="in another order"),
        pytest.param("trained", None, id="one word is too few"),
        pytest.param("trained supervisors in Ohio", None, id="a word that is not there"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_which_of_several_a_shorter_text_means(told, meant) -> None:
    assert said_in(told, WINS) == meant


def test_what_could_be_two_is_neither() -> None:
    assert said_in("cut miles", ("Cut empty miles", "Cut miles by 18 %")) is None
