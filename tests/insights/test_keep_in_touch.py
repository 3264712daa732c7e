"""Keep-in-touch: today is last contact + cadence or later, and no contact is planned."""

from collections import Counter

import pytest

TAGS = """
    site_name: Mine
    plugins:
      - netfiles:
          keep_in_touch: {close: 4w, alumni: 3m, daily: 1d}
"""
COFFEE = "with: [[Jane]]; channel: coffee"


@pytest.mark.parametrize(
    ("cadence", "contact", "first"),
    [
        ("30d", "2026-11-05", "2026-12-05"),
        ("4w", "2026-11-05", "2026-12-03"),
        ("weekly", "2026-11-05", "2026-11-12"),
        ("1m", "2026-11-05", "2026-12-05"),
        ("monthly", "2026-11-30", "2026-12-30"),
        ("1m", "2027-01-31", "2027-02-28"),
        ("1m", "2028-01-31", "2028-02-29"),
        ("1m", "2027-02-28", "2027-03-28"),
        ("3m", "2026-11-30", "2027-02-28"),
        ("quarterly", "2026-11-05", "2027-02-05"),
        ("13m", "2026-12-31", "2028-01-31"),
        ("1y", "2028-02-29", "2029-02-28"),
        ("yearly", "2026-11-05", "2027-11-05"),
        ("4y", "2028-02-29", "2032-02-29"),
    ],
)
def test_it_is_due_one_cadence_after_the_last_contact_and_stays(lives, cadence, contact, first) -> None:
    lives({"Jane": f"keep_in_touch: {cadence}", f"{contact} a": COFFEE}, "Jane", "keep-in-touch", first, None)


@pytest.mark.parametrize(
    ("files", "first"),
    [
        pytest.param({"2026-11-06 b": "with: [[Jane]]; channel: email"}, "2026-11-20", id="my mail is contact made"),
        pytest.param({"2026-11-06 b": "with: [[Jane]]; channel: email; direction: in"}, "2026-11-20", id="theirs too"),
        pytest.param(
            {"2026-11-06 b": "with: [[Jane]]; channel: call; direction: out"}, "2026-11-20", id="a call in vain"
        ),
        pytest.param(
            {"2026-11-06 b": 'with: ["[[Ann]]", "[[Jane]]"]; channel: event'}, "2026-11-20", id="among others"
        ),
        pytest.param({"2026-11-06 b": f"{COFFEE}; source: calendar"}, "2026-11-20", id="imported"),
        pytest.param(
            {"2026-11-06 b": "with: [[Ann]]; channel: call // On [[Jane]]."}, "2026-11-19", id="a mention is none"
        ),
        pytest.param({"2026-11-06 b": "activity: research // On [[Jane]]."}, "2026-11-19", id="an activity is none"),
        pytest.param({"2026-11-04 b": COFFEE}, "2026-11-19", id="an older one does not count"),
    ],
)
def test_any_contact_starts_the_two_weeks_anew(lives, files, first) -> None:
    files = {"Jane": "keep_in_touch: 2w", "2026-11-05 a": COFFEE, **files}
    lives(files, "Jane", "keep-in-touch", first, None)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param("2026-11-19", [], id="due, but a contact is planned"),
        pytest.param("2026-11-24", [], id="planned for tomorrow"),
        pytest.param("2026-11-25", [], id="today it becomes contact made"),
        pytest.param("2026-12-08", [], id="a day short"),
        pytest.param("2026-12-09", ["2026-12-09"], id="two weeks later"),
    ],
)
def test_a_planned_contact_keeps_it_quiet(queue_of, today, expected) -> None:
    files = {"Jane": "keep_in_touch: 2w", "2026-11-05 a": COFFEE, "2026-11-25 b": COFFEE}
    assert [due for _, rule, due in queue_of(files, today) if rule == "keep-in-touch"] == expected


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        pytest.param("tags: close", "2026-12-03", id="tag"),
        pytest.param("tags: [alumni]", "2027-02-05", id="other tag"),
        pytest.param("tags: [Close]", "2026-12-03", id="case does not count"),
        pytest.param("tags: [alumni, close]", "2026-12-03", id="of several the shortest"),
        pytest.param("tags: [close, unknown]", "2026-12-03", id="unknown tags do not count"),
        pytest.param("tags: close; keep_in_touch: 2w", "2026-11-19", id="own and shorter"),
        pytest.param("tags: close; keep_in_touch: 6w", "2026-12-17", id="own and longer wins too"),
    ],
)
def test_a_tags_default_holds_unless_the_person_has_their_own(lives, fields, first) -> None:
    lives({"mkdocs.yml": TAGS, "Jane": fields, "2026-11-05 a": COFFEE}, "Jane", "keep-in-touch", first, None)


@pytest.mark.parametrize(
    ("files", "today"),
    [
        pytest.param({"Jane": ""}, "2027-11-05", id="no cadence"),
        pytest.param({"Jane": "tags: unknown"}, "2027-11-05", id="a tag without a default"),
        pytest.param({"Jane": "keep_in_touch: never"}, "2027-11-05", id="never"),
        pytest.param({"Jane": "tags: close; keep_in_touch: never"}, "2027-11-05", id="never wins over the tag"),
        pytest.param({}, "2027-11-05", id="not on file"),
    ],
)
def test_without_a_cadence_nothing_is_due(rules_for, files, today) -> None:
    files = {"mkdocs.yml": TAGS, "2026-11-05 a": COFFEE, **files}
    assert "keep-in-touch" not in rules_for(files, "Jane", today)


@pytest.mark.parametrize("today", ["2026-11-22", "2026-11-23", "2028-02-29"])
@pytest.mark.parametrize(
    "fields", ["keep_in_touch: 2w", "keep_in_touch: 1y; source: vcard", "keep_in_touch: 2w; tags: x"]
)
def test_never_contacted_it_is_due_at_once_where_the_own_file_sets_it(rules_for, fields, today) -> None:
    assert rules_for({"Jane": fields}, "Jane", today) == ["keep-in-touch"]


def test_never_contacted_but_planned_is_quiet(rules_for) -> None:
    assert rules_for({"Jane": "keep_in_touch: 2w", "2026-11-25 a": COFFEE}, "Jane", "2026-11-24") == []


def test_a_tags_default_for_people_never_contacted_is_spread_over_one_period(queue_of) -> None:
    """An import of sixty people asks for a few a day; within the four weeks each has come."""
    files = {"mkdocs.yml": TAGS, **{f"Person {number:02}": "tags: close; source: vcard" for number in range(60)}}
    by_day = {day: {name for name, *_ in queue_of(files, f"2026-11-{day:02}")} for day in range(1, 29)}
    everyone = {name for name in files if name != "mkdocs.yml"}
    assert set().union(*by_day.values()) == everyone
    dues = Counter(due for _, _, due in queue_of(files, "2026-11-15"))
    assert max(dues.values(), default=0) < 15, "most of them on one day is no spread"


def test_of_several_people_each_was_in_touch(queue_of) -> None:
    files = {
        "Jane": "keep_in_touch: 1w",
        "Ann": "keep_in_touch: 1w",
        "2026-11-05 a": 'with: ["[[Jane]]", "[[Ann]]"]; channel: coffee',
    }
    assert sorted(queue_of(files, "2026-11-12")) == [
        ("Ann", "keep-in-touch", "2026-11-12"),
        ("Jane", "keep-in-touch", "2026-11-12"),
    ]
