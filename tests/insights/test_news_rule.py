"""News: one item for each piece of news that somebody has yet to hear."""

import pytest

NEWS = "career/news/Course done.md"
PEOPLE = {"Ada": "", "Bo": ""}


def told(who: str, day: str = "2026-11-10") -> dict[str, str]:
    return {f"{day} {who}": f'with: [[{who}]]; channel: call; told: "[[Course done]]"'}


@pytest.mark.parametrize(
    ("fields", "first", "last"),
    [
        pytest.param("date: 2026-10-01", "2026-10-01", None, id="from its date until all are told"),
        pytest.param("date: 2026-10-01; until: 2026-12-31", "2026-10-01", "2026-12-31", id="until `until`"),
        pytest.param("date: 2026-10-01; until: 2026-10-01", "2026-10-01", "2026-10-01", id="for a day"),
    ],
)
def test_how_long_news_stands(lives, fields, first, last) -> None:
    lives({**PEOPLE, NEWS: fields}, "Course done", "news", first, last)


@pytest.mark.parametrize(
    ("files", "rows"),
    [
        pytest.param({NEWS: ""}, ["2026-11-19"], id="without a date: today"),
        pytest.param({NEWS: "", **told("Ada")}, ["2026-11-10"], id="or since it was first told"),
        pytest.param({NEWS: "", **told("Ada"), **told("Bo")}, [], id="all told"),
        pytest.param({NEWS: "", **told("Ada"), "Bo": 'told_before: "[[Course done]]"'}, [], id="told before"),
        pytest.param({NEWS: "", **told("Ada"), "Bo": "status: closed"}, [], id="the other is closed"),
        pytest.param({NEWS: "", **told("Ada"), "Bo": "source: vcard"}, [], id="the other only imported"),
        pytest.param({NEWS: "", **told("Ada"), **told("Bo", "2026-11-25")}, ["2026-11-10"], id="only planned"),
        pytest.param({NEWS: 'audience: "tag:close"'}, [], id="an audience of nobody"),
        pytest.param({NEWS: 'audience: "tag:close"', "Bo": "tags: close"}, ["2026-11-19"], id="an audience of one"),
        pytest.param({NEWS: 'audience: "tag:"'}, [], id="an audience that means nothing"),
        pytest.param(
            {NEWS: "date: 2026-10-01", "career/news/New.md": 'date: 2026-11-01; supersedes: "[[Course done]]"'},
            ["2026-11-01"],
            id="only the news that replaces it",
        ),
        pytest.param({NEWS: "date: 2026-11-20"}, [], id="to come"),
    ],
)
def test_which_news_is_to_be_told(queue_of, files, rows) -> None:
    assert [due for _, rule, due in queue_of({**PEOPLE, **files}, "2026-11-19") if rule == "news"] == rows


def test_the_item_has_a_title_and_no_person(derived) -> None:
    insights = derived({**PEOPLE, NEWS: "date: 2026-11-01; title: I finished"}, "2026-11-19")
    (item,) = insights.queue.items
    (reason,) = item.reasons
    assert (item.key, item.name, item.file, item.title) == (None, None, None, "I finished")
    assert (reason.person, reason.title, reason.place.file, reason.place.line) == (None, "I finished", NEWS, 3)
    assert reason.closes == 'told: "[[Course done]]"'


def test_news_to_come_is_upcoming(derived) -> None:
    upcoming = derived({**PEOPLE, NEWS: "date: 2026-11-20"}, "2026-11-19").queue.upcoming
    assert [(reason.rule, reason.title, reason.due.isoformat()) for reason in upcoming] == [
        ("news", "Course done", "2026-11-20")
    ]


OLD = {"career/news/Old.md": "date: 2026-01-01; until: 2026-02-01"}


@pytest.mark.parametrize(
    ("files", "text"),
    [
        pytest.param({"Ada": ""}, "1 person has not heard this news of 1 Oct: Ada.", id="one"),
        pytest.param(PEOPLE, "2 people have not heard this news of 1 Oct: Ada, Bo.", id="two"),
        pytest.param(
            {**PEOPLE, "Cy": "", "Dee": "", "Eve": "", "2026-11-18 a": "with: [[Eve]]; channel: call"},
            "5 people have not heard this news of 1 Oct: Eve, Ada, Bo and 2 more.",
            id="many: the strongest ties are named",
        ),
        pytest.param(
            {**PEOPLE, **OLD, "2026-01-05 a": 'with: [[Bo]]; told: "[[Old]]"'},
            "2 people have not heard this news of 1 Oct, 1 of them only older news: Bo, Ada.",
            id="one heard the old news",
        ),
        pytest.param(
            {"Bo": 'told_before: "[[Old]]"', **OLD},
            "1 person has not heard this news of 1 Oct, only older news: Bo.",
            id="the only one heard the old news",
        ),
    ],
)
def test_what_it_says(derived, files, text) -> None:
    insights = derived({NEWS: 'date: 2026-10-01; supersedes: "[[Old]]"', **files}, "2026-11-19")
    assert [r.text for item in insights.queue.items for r in item.reasons if r.rule == "news"] == [text]


def test_where_two_files_share_a_name_the_line_names_the_path(derived) -> None:
    files = {"career/news/2025/Course.md": "date: 2025-10-01; until: 2025-12-01", "career/news/2026/Course.md": ""}
    insights = derived({**PEOPLE, **files}, "2026-11-19")
    closes = [r.closes for item in insights.queue.items for r in item.reasons]
    assert closes == ['told: "[[career/news/2026/Course]]"']
