"""The self-assessment in use: needs, gaps, who heard what, what nothing shows."""

import pytest

PROFILE = """
---
industries: [manufacturing, health care]
strengths: calm in a bad week
skills:
  - forecasting
  - SQL and spreadsheets
accomplishments:
  - Rebuilt the weekly forecast at Corvane Packaging
  - Moved 41 planning spreadsheets into one database
  - Trained 30 supervisors
---
"""
FORECAST = "Rebuilt the weekly forecast at Corvane Packaging"
MOVED = "Moved 41 planning spreadsheets into one database"
TRAINED = "Trained 30 supervisors"
FILES = {"career/profile.md": PROFILE}


def lead(**fields: str) -> str:
    return "; ".join(f"{name}: {value}" for name, value in fields.items())


@pytest.mark.parametrize(
    ("need", "answer", "said", "shown"),
    [
        pytest.param("forecasting", "shown", "forecasting", FORECAST, id="an accomplishment has all words"),
        pytest.param("weekly forecasts for crews", "shown", "forecasting", FORECAST, id="most words: two of three"),
        pytest.param("SQL and spreadsheets", "said", "SQL and spreadsheets", MOVED, id="half is not shown, but said"),
        pytest.param("calm", "said", "calm in a bad week", None, id="a strength says it"),
        pytest.param("their planning software", "missing", None, MOVED, id="half of it"),
        pytest.param("Polish", "missing", None, None, id="nothing"),
    ],
)
def test_how_the_profile_answers_a_need(derived, need, answer, said, shown) -> None:
    assessment = derived({**FILES, "career/leads/L.md": lead(needs=need)}, "2026-11-19").assessment
    ((_, (found,)),) = assessment.needed
    assert found.answer == answer
    assert (found.said.text if found.said else None) == said
    assert (found.shown.text if found.shown else None) == shown


def test_the_words_explain_the_match(derived) -> None:
    files = {**FILES, "career/leads/L.md": lead(needs="SQL and spreadsheets")}
    ((_, (need,)),) = derived(files, "2026-11-19").assessment.needed
    assert need.shown
    assert (need.shown.has, need.shown.lacks) == (("spreadsheets",), ("SQL",))


def test_open_leads_come_first_and_the_newest_of_them(derived) -> None:
    files = {
        "career/leads/A.md": lead(needs="SQL", stage="rejected", closed_on="2026-11-01", heard_on="2026-10-30"),
        "career/leads/B.md": lead(needs="SQL", stage="applied", heard_on="2026-09-01"),
        "career/leads/C.md": lead(needs="SQL", stage="heard", heard_on="2026-10-01"),
        "career/leads/D.md": lead(stage="heard"),
    }
    needed = derived({**FILES, **files}, "2026-11-19").assessment.needed
    assert [one.lead.called for one in needed] == ["C", "B", "A"]


def test_gaps_are_of_open_leads_only_what_is_said_nowhere_first(derived) -> None:
    files = {
        "career/leads/A.md": lead(needs="[forecasting, SQL and spreadsheets, Polish]", stage="heard"),
        "career/leads/B.md": lead(needs="[Spreadsheets and SQL, Excel]", stage="applied"),
        "career/leads/C.md": lead(needs="[welding]", stage="rejected", closed_on="2026-11-01"),
    }
    gaps = derived({**FILES, **files}, "2026-11-19").assessment.gaps
    assert [(gap.need.text, gap.need.answer, [one.called for one in gap.leads]) for gap in gaps] == [
        ("Excel", "missing", ["B"]),
        ("Polish", "missing", ["A"]),
        ("SQL and spreadsheets", "said", ["A", "B"]),
    ]


def told(words: str, day: str = "2026-11-10") -> dict[str, str]:
    return {f"{day} a": f"with: [[Jane]]; told: {words}"}


@pytest.mark.parametrize(
    ("files", "win"),
    [
        pytest.param(told(FORECAST), FORECAST, id="its words"),
        pytest.param(told(FORECAST.upper()), FORECAST, id="in capitals"),
        pytest.param(told("the weekly forecast that I rebuilt"), FORECAST, id="some of its words"),
        pytest.param(told(f'["{FORECAST}", and the weather]'), FORECAST, id="among others"),
        pytest.param(told(f'"[[{TRAINED}]]"'), TRAINED, id="as a link that finds nothing"),
        pytest.param(
            {**told(f'"[[{TRAINED}]]"'), f"career/news/{TRAINED}.md": ""}, TRAINED, id="news with the same words"
        ),
        pytest.param(told("trained"), None, id="one word is too few"),
        pytest.param(told("that I am well"), None, id="something else"),
        pytest.param(told(FORECAST, "2026-11-20"), None, id="only planned"),
    ],
)
def test_who_has_heard_an_accomplishment(derived, files, win) -> None:
    assessment = derived({**FILES, "Jane": "", **files}, "2026-11-19").assessment
    assert {one.text: list(one.heard) for one in assessment.wins} == {
        text: ["contacts/Jane.md"] if text == win else [] for text in (FORECAST, MOVED, TRAINED)
    }
    assert [one.text for one in assessment.unheard] == [text for text in (FORECAST, MOVED, TRAINED) if text != win]


def test_who_heard_it_first_stands_first(derived) -> None:
    files = {
        "2026-11-10 a": f"with: [[Jane]]; told: {TRAINED}",
        "2026-11-05 a": f'with: ["[[Bo]]", "[[Jane]]"]; told: {TRAINED}',
        "Bo": "",
        "Jane": "",
    }
    win = derived({**FILES, **files}, "2026-11-19").assessment.wins[2]
    assert [(key, entry.day.day) for key, entry in win.heard.items()] == [
        ("contacts/Bo.md", 5),
        ("contacts/Jane.md", 5),
    ]


def test_what_was_told_and_is_neither_news_nor_an_accomplishment_is_named(derived) -> None:
    files = {**FILES, "career/news/N.md": "", **told(f'["[[N]]", {TRAINED}, that I am well]')}
    loose = derived(files, "2026-11-19").assessment.loose
    assert [(text, len(entries)) for text, entries in loose] == [("that I am well", 1)]


def test_claims_that_no_accomplishment_shows(derived) -> None:
    assessment = derived(FILES, "2026-11-19").assessment
    found = [(one.kind, one.text, one.shown.has if one.shown else ()) for one in assessment.alone]
    assert found == [("strength", "calm in a bad week", ()), ("skill", "SQL and spreadsheets", ("spreadsheets",))]
    assert assessment.alone[1].place.line == 6


@pytest.mark.parametrize(
    ("files", "shown"),
    [
        pytest.param({}, {}, id="nothing"),
        pytest.param(
            {"career/companies/Corvane Packaging.md": "industry: Manufacturing"},
            {"manufacturing": FORECAST},
            id="named",
        ),
        pytest.param(
            {"career/companies/C.md": "name: C; aliases: Corvane; industry: manufacturing"},
            {"manufacturing": FORECAST},
            id="by another name",
        ),
        pytest.param({"career/companies/Corv.md": "industry: manufacturing"}, {}, id="a part of a word is no name"),
        pytest.param({"career/companies/Corvane.md": "industry: retail"}, {}, id="of another industry"),
        pytest.param({"career/companies/Corvane.md": ""}, {}, id="of no industry"),
    ],
)
def test_target_industries_with_an_accomplishment(derived, files, shown) -> None:
    fields = derived({**FILES, **files}, "2026-11-19").assessment.fields
    assert {one.industry: one.shown for one in fields if one.shown} == shown


def test_an_accomplishment_that_says_the_industry_belongs_to_it(derived) -> None:
    profile = "industries: Health care; accomplishments: Halved the waiting lists of a health care trust"
    (field,) = derived({"career/profile.md": profile}, "2026-11-19").assessment.fields
    assert field.why == "says Health and care"


def test_without_a_profile_there_are_only_the_needs(derived) -> None:
    assessment = derived({"career/leads/L.md": lead(needs="SQL")}, "2026-11-19").assessment
    assert [need.answer for one in assessment.needed for need in one.needs] == ["missing"]
    assert (assessment.wins, assessment.claims, assessment.fields) == ((), (), ())


def test_the_worked_example_of_the_rules(example_vault, insights_of) -> None:
    """docs/rules.md, Self-assessment: Northlight's needs, and who heard of the supervisors."""
    insights = insights_of(example_vault)
    assessment = insights.assessment
    needs = next(one.needs for one in assessment.needed if one.lead.called == "Supply Planning Analyst")
    assert [(need.text, need.answer) for need in needs] == [
        ("forecasting", "shown"),
        ("stock and capacity planning", "said"),
        ("SQL and spreadsheets", "said"),
    ]
    assert needs[2].shown
    assert (needs[2].shown.has, needs[2].shown.lacks) == (("spreadsheets",), ("SQL",))
    first = assessment.gaps[0]
    assert (first.need.text, len(first.leads)) == ("SQL and spreadsheets", 4)
    assert [one.industry for one in assessment.bare] == ["health care", "public utilities"]
    trained = next(win for win in assessment.wins if win.text.startswith("Trained"))
    assert sorted(insights.network.people[key].name for key in trained.heard) == [
        "Aaliyah Freeman",
        "Fatoumata Diallo",
        "Nia Petrakis",
    ]
