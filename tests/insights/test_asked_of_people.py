"""What the files say to a query, on Thursday 19 November 2026."""

from collections.abc import Callable, Mapping

import pytest

from netfiles.insights.derive import Insights
from netfiles.insights.finding import find_people
from netfiles.query.language import Query, parse

Derived = Callable[[Mapping[str, str], str], Insights]
TODAY = "2026-11-19"

FILES = {
    "Ana Paz": (
        "title: Head of planning; company: '[[Acme]]'; past_companies: ['Globex (2018-2020)']; location: Zürich; "
        "tags: [alumni/mit, close]; relation: colleague; emails: ana@acme.example; phones: +1 413 555 0184; "
        "met_on: 2026-05-02; as_of: 2025-01-15; birthday: 1985-12-04; knows: ['[[Bo Lee]]', '[[Somebody Else]]']; "
        "can_help: knows every planner in town; photo: ana.jpg; told_before: '[[Moved]]' // Likes *rowing*."
    ),
    "Bo Lee": "company: Acme; introduced_by: '[[Ana Paz]]'; source: linkedin; snooze_until: 2026-12-01; aliases: Rob",
    "Cy Oh": "company: Initech; status: dormant; keep_in_touch: 1m; next: Send the paper; next_on: 2026-11-01",
    "Di Gone": "company: Acme; status: closed; emails: di@acme.example",
    "2026-05-02 Fair": "with: ['[[Ana Paz]]', '[[Cy Oh]]']; channel: event",
    "2026-09-01 Coffee": "with: '[[Ana Paz]]'; channel: coffee; asked: referral; got: [referral, advice]; gave: help",
    "2026-11-10 Mail": "with: '[[Ana Paz]]'; channel: email; told: ['[[Laid off]]', Moved 41 sheets]",
    "2026-11-30 Lunch": "with: ['[[Ana Paz]]', '[[Newly Named]]']; channel: coffee; got: lead",
    "career/companies/Acme.md": "name: Acme Tools; aliases: [AT]; industry: machines; target: B",
    "career/news/2026 laid off.md": "title: Laid off; date: 2026-11-01",
    "career/news/Moved.md": "date: 2025-01-01",
}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("company:acme", "Ana Paz, Bo Lee", id="a company by the beginning of its name, nobody closed"),
        pytest.param("company:at", "Ana Paz, Bo Lee", id="a company by its alias"),
        pytest.param("company:[[Acme]] status:active,closed", "Ana Paz, Bo Lee, Di Gone", id="closed asked for"),
        pytest.param("past:globex", "Ana Paz", id="an earlier company"),
        pytest.param("at:globex,initech", "Ana Paz, Cy Oh", id="either"),
        pytest.param("industry:machines -name:ana", "Bo Lee", id="an industry and not a name"),
        pytest.param("target:B place:zurich", "Ana Paz", id="a target, and a place without its accent"),
        pytest.param("target:no is:filed", "Cy Oh", id="no target"),
        pytest.param("tag:alumni", "Ana Paz", id="a tag above"),
        pytest.param('knows:"[[Bo Lee]]"', "Ana Paz", id="knows"),
        pytest.param("knows:rob", "Ana Paz", id="knows by an alias"),
        pytest.param("knows:somebody", "Ana Paz", id="knows a name not on file"),
        pytest.param("by:[[Ana Paz]]", "Bo Lee", id="introduced by"),
        pytest.param("told:[[Laid off]]", "Ana Paz", id="news by its title"),
        pytest.param("told:[[2026 laid off]]", "Ana Paz", id="news by its file"),
        pytest.param("told:[[Moved]]", "Ana Paz", id="news known before"),
        pytest.param("told:sheets", "Ana Paz", id="an accomplishment in words"),
        pytest.param("is:filed -told:[[Laid off]]", "Bo Lee, Cy Oh", id="not told"),
        pytest.param("phone:4135550184", "Ana Paz", id="a phone by its digits"),
        pytest.param("email:acme.example", "Ana Paz", id="an address by its end"),
        pytest.param("help:planner", "Ana Paz", id="what they offer"),
        pytest.param("note:rowing", "Ana Paz", id="the notes"),
        pytest.param("source:linkedin", "Bo Lee", id="the source"),
        pytest.param("is:imported is:snoozed", "Bo Lee", id="imported and snoozed"),
        pytest.param("is:dormant", "Cy Oh", id="dormant"),
        pytest.param("has:photo has:phone has:birthday has:note has:knows", "Ana Paz", id="has"),
        pytest.param("has:next", "Ana Paz, Cy Oh, Newly Named", id="a next contact, or something to do"),
        pytest.param("has:keep_in_touch", "Cy Oh", id="a rhythm"),
        pytest.param("entries>=3", "Ana Paz", id="entries up to today"),
        pytest.param("entries:0", "Bo Lee, Newly Named, Somebody Else", id="no entries"),
        pytest.param("asked:referral got:advice gave:help", "Ana Paz", id="asked, got and gave"),
        pytest.param("got:2", "Ana Paz", id="two gifts; the one to come does not count"),
        pytest.param("got:lead", "", id="nothing of what is to come"),
        pytest.param("last<10d", "Ana Paz", id="last contact"),
        pytest.param("last>6m", "Cy Oh", id="long ago; never is no time ago"),
        pytest.param("first:2026-05 met:2026-05-02", "Ana Paz", id="first contact and first meeting"),
        pytest.param("as_of>1y", "Ana Paz", id="long not checked"),
        pytest.param("next:2026-11-30", "Ana Paz, Newly Named", id="next contact"),
        pytest.param("is:planned", "Ana Paz, Newly Named", id="planned"),
        pytest.param("birthday<3w", "Ana Paz", id="a birthday soon"),
        pytest.param("is:overdue company:initech", "Cy Oh", id="a promise is overdue"),
        pytest.param("-is:filed", "Newly Named, Somebody Else", id="names not on file"),
        pytest.param("acme", "Ana Paz, Bo Lee, Di Gone", id="words alone find everybody"),
        pytest.param("bo planning", "", id="all words"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_who_is_found(derived: Derived, text: str, names: str) -> None:
    found = derived(FILES, TODAY)
    query = parse(text)
    assert isinstance(query, Query), query
    assert ", ".join(about.name for about in find_people(found.people.values(), query, found.today)) == names


def test_names_that_hold_the_words_come_first(derived: Derived) -> None:
    """Rowan has the word in his name, Abe at his company, Zoe in her notes; then by name."""
    files = {
        "Zoe": " // with rowan",
        "Abe": "company: Rowan and Sons",
        "Rowan Li": "title: x",
        "Yan": " // Rowan again",
    }
    query = parse("rowan -tag:x")
    assert isinstance(query, Query)
    found = derived(files, TODAY)
    names = [about.name for about in find_people(found.people.values(), query, found.today)]
    assert names == ["Rowan Li", "Abe", "Yan", "Zoe"]
