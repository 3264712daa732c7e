"""The ledger of asks: how each ended, what came of it, yes-rates, and who was never asked."""

import pytest

TODAY = "2026-11-19"
ASK = "with: [[Jane]]; channel: coffee; asked: contacts; ask: Who plans the line at Acme?"


def ended(insights) -> list[tuple[str, str, str | None]]:
    """Each ask: the entry, its status, and the entry in which something came of it."""
    ledger = insights.asks
    asks = sorted((*ledger.open, *ledger.ended), key=lambda ask: ask.entry.order)
    return [(a.entry.record.origin.stem, a.status, a.came.record.origin.stem if a.came else None) for a in asks]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, [("2026-11-05 a", "open", None)], id="open where no status is written"),
        pytest.param(
            {"2026-11-05 a": f"{ASK}; ask_status: granted; got: introduction"},
            [("2026-11-05 a", "granted", "2026-11-05 a")],
            id="what came with the answer",
        ),
        pytest.param(
            {"2026-11-09 b": "with: [[Jane]]; got: lead", "2026-11-12 c": "with: [[Jane]]; got: help"},
            [("2026-11-05 a", "open", "2026-11-09 b")],
            id="the first gift after it; the status is the owner's",
        ),
        pytest.param(
            {"2026-11-04 b": "with: [[Jane]]; got: lead"}, [("2026-11-05 a", "open", None)], id="a gift before"
        ),
        pytest.param(
            {"2026-11-20 b": "with: [[Jane]]; got: lead"}, [("2026-11-05 a", "open", None)], id="only planned"
        ),
        pytest.param(
            {"2026-11-09 b": "with: [[Ann]]; got: lead"}, [("2026-11-05 a", "open", None)], id="another's gift"
        ),
        pytest.param(
            {"2026-11-05 a": f"{ASK}; ask_status: declined", "2026-11-09 b": "with: [[Jane]]; got: lead"},
            [("2026-11-05 a", "declined", None)],
            id="nothing later comes of an ask declined",
        ),
        pytest.param(
            {"2026-11-05 a": f"{ASK}; ask_status: declined; got: help"},
            [("2026-11-05 a", "declined", "2026-11-05 a")],
            id="declined, but helped otherwise",
        ),
        pytest.param({"2026-11-05 a": f"{ASK}; date: 2026-11-20"}, [], id="a planned ask is none yet"),
        pytest.param({"2026-11-05 a": "with: [[Jane]]; ask_status: granted"}, [], id="a status alone asks nothing"),
        pytest.param(
            {"2026-11-05 a": "channel: email; ask: Who plans the line?; ask_status: answered"},
            [("2026-11-05 a", "answered", None)],
            id="asked of nobody on file",
        ),
        pytest.param(
            {
                "2026-11-05 a": 'with: ["[[Jane]]", "[[Ann]]"]; asked: contacts; ask: Who?',
                "2026-11-06 b": "with: [[Ann]]; got: lead",
                "2026-11-07 c": "with: [[Jane]]; got: lead",
            },
            [("2026-11-05 a", "open", "2026-11-07 c")],
            id="with several it concerns the first",
        ),
    ],
)
def test_the_ask_of_5_november(derived, files, expected) -> None:
    assert ended(derived({"2026-11-05 a": ASK, **files}, TODAY)) == expected


def test_days_open_are_counted_from_the_ask(derived) -> None:
    insights = derived({"2026-11-05 a": ASK, "2026-11-19 b": ASK}, TODAY)
    assert [ask.days(insights.today) for ask in insights.asks.open] == [14, 0]


def asks(kind: str, status: str, count: int, words: str = "Who plans the line?") -> dict[str, str]:
    fields = f"with: [[Jane]]; asked: {kind}; ask: {words}; ask_status: {status}"
    return {f"2026-10-{n + 1:02} {kind} {status} {len(words)}": fields for n in range(count)}


def rates(rows) -> list[tuple[str, int, int, int | None]]:
    return [(rate.label, rate.yes, rate.decided, rate.share) for rate in rows]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(asks("contacts", "granted", 9), [("contacts", 9, 9, None)], id="nine: no rate"),
        pytest.param(asks("contacts", "granted", 10), [("contacts", 10, 10, 100)], id="ten: a rate"),
        pytest.param(
            asks("contacts", "granted", 9) | asks("contacts", "open", 5),
            [("contacts", 9, 9, None)],
            id="open ones are not decided",
        ),
        pytest.param(
            asks("contacts", "granted", 7) | asks("contacts", "answered", 2) | asks("contacts", "declined", 3),
            [("contacts", 7, 12, 58)],
            id="an answer is decided, and no yes where a thing was asked for",
        ),
        pytest.param(
            asks("information", "granted", 4) | asks("information", "answered", 5) | asks("information", "declined", 1),
            [("information", 9, 10, 90)],
            id="an answer is a yes where one was asked for",
        ),
        pytest.param(
            asks("advice", "answered", 3) | asks("contacts", "declined", 10) | asks("job", "granted", 9),
            [("contacts", 0, 10, 0), ("job", 9, 9, None), ("advice", 3, 3, None)],
            id="kinds with too few stand below, by their number",
        ),
        pytest.param({}, [], id="none"),
    ],
)
def test_yes_rates_by_kind(derived, files, expected) -> None:
    assert rates(derived(files, TODAY).asks.by_kind) == expected


def test_yes_rates_of_specific_and_vague_asks(derived) -> None:
    files = asks("job", "granted", 10) | asks("job", "declined", 11, "Do you have any openings?")
    ledger = derived(files, TODAY).asks
    assert rates(ledger.by_care) == [("specific", 10, 10, 100), ("vague", 0, 11, 0)]
    assert rates([ledger.total]) == [("all", 10, 21, 48)]


def test_the_number_from_which_rates_are_ranked_is_an_option(derived) -> None:
    options = "site_name: x\nplugins:\n  - netfiles:\n      ranked_from: 3\n"
    files = {"mkdocs.yml": options, **asks("contacts", "granted", 3)}
    assert rates(derived(files, TODAY).asks.by_kind) == [("contacts", 3, 3, 100)]


MET = "with: [[Jane]]; channel: coffee"
PEOPLE = {"Jane": "", "Ann": "", "Bo": ""}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"2026-11-05 a": ASK}, ["Ann", "Bo"], id="those nobody asked"),
        pytest.param(
            {"2026-11-05 a": f"{MET}; asked: job; ask: Any openings?"}, ["Jane", "Ann", "Bo"], id="only vaguely"
        ),
        pytest.param({"2026-11-05 a": MET}, ["Jane", "Ann", "Bo"], id="the strongest tie first"),
        pytest.param(
            {"2026-11-05 a": 'with: ["[[Jane]]", "[[Ann]]"]; asked: contacts; ask: Who?'},
            ["Bo"],
            id="all who were there",
        ),
        pytest.param({"2026-11-20 a": ASK}, ["Ann", "Bo", "Jane"], id="an ask that is planned"),
        pytest.param({"Ann": "status: closed", "2026-11-05 a": ASK}, ["Bo"], id="closed people do not count"),
    ],
)
def test_people_never_asked_for_anything_specific(derived, files, expected) -> None:
    insights = derived({**PEOPLE, **files}, TODAY)
    assert [insights.network.people[key].name for key in insights.asks.never] == expected
    assert insights.asks.never_count == len(expected)


def test_at_most_twenty_are_named_and_all_are_counted(derived) -> None:
    ledger = derived({f"Person {n:02}": "" for n in range(30)}, TODAY).asks
    assert (len(ledger.never), ledger.never_count, ledger.people) == (20, 30, 30)


def test_the_newest_hundred_that_ended_are_kept(derived) -> None:
    files = {
        f"2026-{month:02}-{day:02} a": f"{ASK}; ask_status: granted" for month in range(1, 8) for day in range(1, 18)
    }
    ledger = derived(files, TODAY).asks
    assert (ledger.total.decided, len(ledger.ended)) == (119, 100)
    assert ledger.ended[0].entry.day.isoformat() == "2026-07-17"
