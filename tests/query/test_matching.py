"""Whom a query asks for; today is Thursday 19 November 2026."""

from datetime import date

import pytest

from netfiles.query.language import Query, parse
from netfiles.query.matching import matches

from .made import subject

TODAY = date(2026, 11, 19)
JANE = subject(
    "Jane Doe",
    notes="met at the fair in zurich",
    company=["north light gmbh", "nlg"],
    past=["globex"],
    title=["head of c++ tools"],
    place=["st. gallen"],
    tag=["alumni/mit", "close"],
    email=["jane@north.example"],
    phone=["14135550184"],
    told=["laid off", "2026 laid off"],
    target=["b"],
    tie=["warm"],
    got=["referral", "advice", "advice"],
    entries=["a", "b", "c"],
    is_=["due", "filed", "active", "target"],
    has_=["photo"],
    status=["active"],
    last=["2026-09-20"],
    next=["2026-11-24"],
    birthday=["02-29"],
)


def asked(text: str, today: date = TODAY) -> bool:
    query = parse(text)
    assert isinstance(query, Query), query
    return matches(query, JANE, today)


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("jane", True),
        ("jane fair", True),
        ("jane missing", False),
        ("ane oe", True),
        ('"the fair in"', True),
        ('"fair the"', False),
        ("-missing", True),
        ("-fair", False),
        ("JÁNE", True),
        ("company:north", True),
        ("company:light", True),
        ('company:"north light"', True),
        ("company:orth", False),
        ("company:nlg", True),
        ("company:[[North Light GmbH]]", True),
        ("company:[[North]]", False),
        ("company:acme,north", True),
        ("-company:acme,north", False),
        ("-company:acme", True),
        ("past:globex", True),
        ("company:globex", False),
        ("at:globex", True),
        ("at:nlg", True),
        ("-at:initech", True),
        ("title:c++", True),
        ("title:tool", True),
        ("place:gallen", True),
        ('place:"st. gallen"', True),
        ("tag:alumni", True),
        ("tag:Alumni/MIT", True),
        ("tag:alum", False),
        ("tag:mit", False),
        ("email:north.example", True),
        ("email:@north", True),
        ("phone:413-555", True),
        ("phone:999", False),
        ('told:"[[Laid off]]"', True),
        ('told:"[[news/2026 Laid off]]"', True),
        ("told:[[Laid]]", False),
        ("told:laid", True),
        ("-told:[[Something else]]", True),
        ("target:A,B", True),
        ("target:A", False),
        ("target:yes", True),
        ("target:no", False),
        ("-target:no", True),
        ("tie:warm", True),
        ("tie:strong,cool", False),
        ("is:due", True),
        ("is:overdue", False),
        ("-is:overdue is:target", True),
        ("has:email", True),
        ("has:photo,card", True),
        ("has:card", False),
        ("-has:card", True),
        ("has:birthday has:got has:next", True),
        ("entries:3", True),
        ("entries>3", False),
        ("entries>=3", True),
        ("entries<4", True),
        ("asked:0", True),
        ("asked>0", False),
        ("got>2", True),
        ("got:referral", True),
        ("got:lead", False),
        ("note:fair", True),
        ("name:doe", True),
        ("name:[[Jane Doe]]", True),
    ],
)
def test_what_is_asked_of_jane(text: str, yes: bool) -> None:
    assert asked(text) is yes


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        # last contact was on 20 September, 60 days ago
        ("last>59d", True),
        ("last>60d", False),
        ("last>=60d", True),
        ("last<=60d", True),
        ("last<60d", False),
        ("last<61d", True),
        ("last>1m", True),
        ("last>2m", False),
        ("last:2026-09", True),
        ("last:2026", True),
        ("last>2026-09", False),
        ("last>=2026-09", True),
        ("last<2026-10", True),
        ("last<=2026-09-20", True),
        ("last<2026-09-20", False),
        ("last<today", True),
        # the next contact is on 24 November, in 5 days
        ("next<7d", True),
        ("next<5d", False),
        ("next<=5d", True),
        ("next>4d", True),
        ("next:tomorrow", False),
        ("next<=2026-11-30", True),
        # a birthday on 29 February is kept on the 28th: in 101 days
        ("birthday<101d", False),
        ("birthday<=101d", True),
        ("birthday:2027-02-28", True),
        ("birthday:2028-02-29", True),
        ("birthday>=2026-03", False),
        # no day is known: neither
        ("met>1d", False),
        ("met<1d", False),
        ("-met<1d", True),
        ("has:met", False),
    ],
)
def test_days(text: str, yes: bool) -> None:
    assert asked(text) is yes


@pytest.mark.parametrize(
    ("last", "longer", "shorter"),
    [
        ("2026-02-28", True, False),
        ("2026-03-01", False, False),
        ("2026-03-02", False, True),
        ("2026-03-31", False, True),
        ("2026-04-01", False, False),
    ],
)
def test_a_month_ago_goes_by_the_calendar_and_days_to_come_are_not_ago(last: str, longer: bool, shorter: bool) -> None:
    """On 1 April a month ago was 1 March."""
    person, today = subject("A", last=[last]), date(2026, 4, 1)
    assert _ask("last>1m", person, today) is longer
    assert _ask("last<1m", person, date(2026, 3, 31) if last == "2026-04-01" else today) is shorter


def _ask(text: str, person: object, today: date) -> bool:
    query = parse(text)
    assert isinstance(query, Query)
    return matches(query, person, today)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gone", False),
        ("has:email", False),
        ("-tag:family", False),
        ("status:closed", True),
        ("is:closed", True),
        ("status:active,closed", True),
        ("-status:closed", False),
    ],
)
def test_people_whose_status_is_closed_have_to_be_asked_for(text: str, found: bool) -> None:
    gone = subject("Gone", status=["closed"], is_=["closed"], email=["x@y.example"])
    assert _ask(text, gone, TODAY) is found


def test_a_word_of_a_script_without_spaces_is_found_within_another() -> None:
    assert _ask("place:北京", subject("A", place=["在北京工作"]), TODAY)
