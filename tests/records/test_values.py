"""Each type of field by a table: what is written and what it means, what it does not allow and where that stands."""

from datetime import date, time
from typing import get_args

import pytest

from netfiles.model import Duration, Kind, Link, PartialDate, PastCompany, When, Years
from netfiles.model import fields as f
from tests.records.reading import read, refusal, said, value

DATES = [("person", "as_of"), ("interaction", "next_on"), ("lead", "heard_on"), ("goal", "due"), ("news", "until")]
NO_DATES = [
    *"2026-02-30 2026-13-01 2026-00-10 2026-11-31 0000-01-01 3000-01-01 9999-12-31 99999-01-01".split(),
    *"26-11-20 20261120 2026/11/20 20.11.2026 2026-11 2026 tomorrow 2026-11-20T24:00 2026-11-20T09:60".split(),
    *"2026-11-20T9 2026-11-20T 2026-11-20x 12:30 1e5 0x7EA".split(),
]


@pytest.mark.parametrize(("kind", "name"), DATES)
@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ('"2026-11-20"', date(2026, 11, 20)),
        ("2026-1-5", date(2026, 1, 5)),
        ("2028-02-29", date(2028, 2, 29)),
        ("0001-01-01", date(1, 1, 1)),
        ("2999-12-31", date(2999, 12, 31)),
        ("2026-11-20T09:30", date(2026, 11, 20)),
        ("2026-11-20 09:30:15", date(2026, 11, 20)),
        ("2026-03-29T01:30:00+01:00", date(2026, 3, 29)),
        ("2026-11-20T23:59:59.999Z", date(2026, 11, 20)),
    ],
)
def test_a_date_is_the_day_as_written(kind, name, written, day):
    assert value(kind, name, written) == day


@pytest.mark.parametrize("written", NO_DATES)
@pytest.mark.parametrize(("kind", "name"), [*DATES, ("interaction", "date")])
def test_what_is_no_date_is_refused_at_its_line(kind, name, written):
    assert refusal(kind, name, written) == ("NF302", 3)


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2026-11-20", When(date(2026, 11, 20))),
        ("2026-11-20T09:30", When(date(2026, 11, 20), time(9, 30))),
        ("2026-11-20 9:30", When(date(2026, 11, 20), time(9, 30))),
        ("2026-11-20 00:00:00", When(date(2026, 11, 20), time(0))),
        ("2026-11-20T09:30:15.5Z", When(date(2026, 11, 20), time(9, 30, 15))),
        ("2026-11-20T09:30:00-0800", When(date(2026, 11, 20), time(9, 30))),
        ("2026-11-20T09:30:00 +01:00", When(date(2026, 11, 20), time(9, 30))),
    ],
)
def test_a_time_is_as_written_and_never_shifted(written, when):
    assert value("interaction", "date", written) == when


@pytest.mark.parametrize(
    ("written", "birthday"),
    [
        ("1985-04-12", PartialDate(1985, 4, 12)),
        ("04-12", PartialDate(None, 4, 12)),
        ("--04-12", PartialDate(None, 4, 12)),
        ("--0412", PartialDate(None, 4, 12)),
        ("1985", PartialDate(1985)),
        ('"1985"', PartialDate(1985)),
        ("02-29", PartialDate(None, 2, 29)),
        ("2000-02-29", PartialDate(2000, 2, 29)),
    ],
)
def test_a_birthday_is_as_much_of_a_date_as_is_known(written, birthday):
    assert value("person", "birthday", written) == birthday


@pytest.mark.parametrize(
    "written", "2026-02-30 2026-13-01 02-30 13-01 --1-1 0000 85 May 4/12 12.4. 1985-04 -- x".split()
)
def test_what_is_no_birthday_is_refused(written):
    assert refusal("person", "birthday", written) == ("NF302", 3)


def test_a_birthday_before_1800_is_doubted_and_kept():
    reading = read("person", "birthday: 0001-01-01")
    assert said(reading) == [("NF307", 2)]
    assert reading.record is not None


@pytest.mark.parametrize(
    ("written", "duration"),
    [
        ("30d", Duration(30, "d")),
        ("6w", Duration(6, "w")),
        ("3m", Duration(3, "m")),
        ("1y", Duration(1, "y")),
        ("6 weeks", Duration(6, "w")),
        ("1 year", Duration(1, "y")),
        ("90 DAYS", Duration(90, "d")),
        ("weekly", Duration(1, "w")),
        ("Monthly", Duration(1, "m")),
        ("quarterly", Duration(3, "m")),
        ("yearly", Duration(1, "y")),
        ("never", Duration(0, "d")),
        ("99999y", Duration(99_999, "y")),
    ],
)
def test_a_duration(written, duration):
    assert value("person", "keep_in_touch", written) == duration
    assert duration.never or duration.after(date(2026, 11, 20)) <= date.max


@pytest.mark.parametrize("written", "0d 0 30 -3d 1.5m d often 100000d 3h 1m2d fortnightly m3".split())
def test_what_is_no_duration_is_refused(written):
    assert refusal("person", "keep_in_touch", written) == ("NF302", 3)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("45", 45),
        ("45m", 45),
        ("45 min", 45),
        ("1h30", 90),
        ("1h", 60),
        ("1 h 30 m", 90),
        ("0", 0),
        ("045", 45),
        ("2H", 120),
    ],
)
def test_minutes(written, minutes):
    assert value("interaction", "minutes", written) == minutes


@pytest.mark.parametrize("written", "12:30 1.5h -5 m h 1e3 half 99999 1h30s 0x10 1_000 ½".split())
def test_what_is_no_number_of_minutes_is_refused(written):
    assert refusal("interaction", "minutes", written) == ("NF302", 3)


@pytest.mark.parametrize(
    ("kind", "name", "good", "bad"),
    [
        (
            "goal",
            "target",
            {"5": 5, "1": 1, "005": 5, "999999999": 999_999_999},
            "0 000 -1 1.5 five 1e3 1_000 1000000000 0x5 +5",
        ),
        ("company", "motivation", {"1": 1, "5": 5}, "0 6 -1 1.5 high 01 10"),
        ("company", "postings", {"1": 1, "3": 3}, "0 4 x"),
        ("profile", "networking_share", {"30": 30, "30%": 30, "30 %": 30, "1": 1, "99": 99}, "0 100 -5 0.3 third 30%%"),
        ("company", "target", {"A": "A", "b": "B", "C": "C", "yes": "yes", "true": "yes", "no": None}, "D 1 maybe AA"),
    ],
)
def test_numbers_and_ratings(kind, name, good, bad):
    for written, meant in good.items():
        assert value(kind, name, written) == meant
    for written in bad.split():
        assert refusal(kind, name, written) == ("NF331" if kind == "goal" else "NF302", 3)


WORDS: list[tuple[Kind, str, tuple[str, ...]]] = [
    ("person", "status", ("active", "dormant", "closed")),
    ("person", "may_use_name", ("yes", "ask", "no")),
    ("interaction", "channel", get_args(f.Channel)),
    ("interaction", "direction", get_args(f.Direction)),
    ("interaction", "activity", get_args(f.Activity)),
    ("interaction", "asked", get_args(f.AskKind)),
    ("interaction", "ask_status", get_args(f.AskStatus)),
    ("interaction", "got", get_args(f.Gift)),
    ("interaction", "gave", get_args(f.Gift)),
    ("company", "status", ("watching", "active", "closed")),
    ("lead", "stage", ("asked",)),
    ("goal", "measure", get_args(f.Measure)),
    ("goal", "per", get_args(f.Period)),
    ("goal", "status", ("active", "done", "dropped")),
    ("goal", "channel", get_args(f.Channel)),
    ("profile", "status", ("searching", "landed", "growing")),
]


@pytest.mark.parametrize(("kind", "name", "words"), WORDS, ids=lambda v: v if isinstance(v, str) else "")
def test_every_word_of_a_list_of_words_is_allowed_in_any_case_and_no_other(kind, name, words):
    for word in words:
        for written in (word, word.upper(), f'"{word}"'):
            assert value(kind, name, written) in (word, (word,))
    code = "NF331" if (kind, name) in (("goal", "measure"), ("goal", "per")) else "NF302"
    for written in (f"{words[0]}x", "nonsense", "1", "true", "'[[x]]'"):
        assert refusal(kind, name, written) == (code, 3)


@pytest.mark.parametrize(
    ("kind", "name", "written", "meant"),
    [
        ("person", "status", "dormnat", "dormant"),
        ("interaction", "channel", "cofee", "coffee"),
        ("goal", "per", "weekly", "week"),
    ],
)
def test_a_misspelt_word_is_told_the_nearest_and_all_of_them(kind, name, written, meant):
    (problem,) = read(kind, f"{name}: {written}").problems
    assert problem.advice.startswith(f"Did you mean `{meant}`? The words are: ")


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ('"[[Jane Doe]]"', Link("Jane Doe")),
        ('"[[Jane Doe|Jane]]"', Link("Jane Doe", "Jane")),
        ('"[[people/Jane Doe#Part]]"', Link("people/Jane Doe", None, "Part")),
        ('"[[ Jane Doe | Jane ]]"', Link("Jane Doe", "Jane")),
        ("Jane Doe", Link("Jane Doe")),
        ("No", Link("No")),
        ('"[Jane]"', Link("[Jane]")),
        ("Jane [[Doe]]", Link("Jane [[Doe]]")),
    ],
)
def test_a_link(written, link):
    assert value("person", "introduced_by", written) == link
    assert value("person", "knows", written) == (link,)
    assert value("interaction", "with", written) == (link,)


@pytest.mark.parametrize("written", ['"[[]]"', '"[[ ]]"', '"[[|Jane]]"', '"[[#Part]]"'])
def test_a_link_to_nothing_is_refused(written):
    assert refusal("person", "introduced_by", written) == ("NF302", 3)
    assert refusal("interaction", "with", written) == ("NF302", 3)


@pytest.mark.parametrize(
    ("fields", "link", "line"),
    [
        ("introduced_by: [[Jane Doe]]", Link("Jane Doe"), 2),
        ("uid: 7\nintroduced_by: [[Jane Doe|J]]  # a comment", Link("Jane Doe", "J"), 3),
        ("introduced_by:\n  [[Doe, Jane]]", Link("Doe, Jane"), 2),
    ],
)
def test_a_link_without_quotes_is_read_with_a_warning(fields, link, line):
    reading = read("person", fields)
    assert said(reading) == [("NF308", line)]
    assert reading.record.introduced_by == link


def test_links_without_quotes_in_lists_are_read_with_one_warning_a_field():
    reading = read("person", "knows:\n  - [[Jane]]\n  - '[[Bob]]'\n  - [[Carol]]\ntold_before: [[[A]], [[B]]]")
    assert said(reading) == [("NF308", 2), ("NF308", 6)]
    assert reading.record.knows == (Link("Jane"), Link("Bob"), Link("Carol"))
    assert reading.record.told_before == (Link("A"), Link("B"))


@pytest.mark.parametrize(
    ("written", "company", "years"),
    [
        ("Globex", Link("Globex", linked=False), None),
        ("Globex (2018-2022)", Link("Globex", linked=False), Years(2018, 2022)),
        ("Globex (2018 – 2022)", Link("Globex", linked=False), Years(2018, 2022)),
        ("Globex (2018-)", Link("Globex", linked=False), Years(2018, None)),
        ("Globex (-2022)", Link("Globex", linked=False), Years(None, 2022)),
        ("Globex (2020)", Link("Globex", linked=False), Years(2020, 2020)),
        ("Globex (Boston) (2018-2022)", Link("Globex (Boston)", linked=False), Years(2018, 2022)),
        ("Globex (Boston)", Link("Globex (Boston)", linked=False), None),
        ("Globex (18-22)", Link("Globex (18-22)", linked=False), None),
        ("(2018-2022)", Link("(2018-2022)", linked=False), None),
        ('"[[Globex]] (2018-2022)"', Link("Globex"), Years(2018, 2022)),
        ('"[[Globex|G]]"', Link("Globex", "G"), None),
    ],
)
def test_a_former_employer_keeps_its_years(written, company, years):
    assert value("person", "past_companies", written) == (PastCompany(company, years),)
