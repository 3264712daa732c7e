"""What a line says, beside the table of the guide: names, guesses, where the text begins, names of files."""

from collections.abc import Callable
from datetime import date

import pytest

from netfiles.capture.days import ahead, back, day_in
from netfiles.capture.entry import created, title
from netfiles.capture.inbox import items
from netfiles.capture.mentions import Question, nobody_asked
from netfiles.capture.roll import Roll
from netfiles.capture.saying import echo, plan_of
from netfiles.capture.understand import understand
from netfiles.capture.understood import NotUnderstood, Understood
from netfiles.insights.directory import Listed
from tests.capture.conftest import TODAY


@pytest.fixture
def said(roll: Roll) -> Callable[..., Understood]:
    """What a line says that is understood."""

    def say(line: str, which: Callable[[Question], Listed | None] = nobody_asked) -> Understood:
        what = understand(line, roll, TODAY, which)
        assert isinstance(what, Understood), what
        return what

    return say


@pytest.fixture
def refused(roll: Roll) -> Callable[[str], NotUnderstood]:
    """Why a line is not understood."""

    def refuse(line: str) -> NotUnderstood:
        what = understand(line, roll, TODAY)
        assert isinstance(what, NotUnderstood), what
        return what

    return refuse


ISSUE = (
    "yesterday coffee with Nia O. and [[Bo Lee]] @Acme 40m: she will introduce me to Omar; "
    "!thanks ?referral for the data role >2w send portfolio"
)


def test_the_line_of_the_issue_is_read_back_in_one_line(said: Callable[..., Understood]):
    assert echo(said(ISSUE), TODAY) == (
        "Wed 18 Nov · coffee · for thanks · 40 min · with Nia Okafor (Northlight Instruments) and Bo Lee · about Acme"
        " · asked for referral: Referral for the data role · name given: Omar · next: send portfolio by 3 Dec"
    )
    assert said(ISSUE).guesses == ("Omar is a name that was given to you.",)
    assert said(ISSUE).notes == (
        "Omar is not on file yet: kept as a name.",
        "Acme is no company on file: kept as a name.",
    )
    assert said(ISSUE).body == "she will introduce me to Omar"


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("call Jose", "José van der Berg"),
        ("call Jose Berg", "José van der Berg"),
        ("call J. Berg", "José van der Berg"),
        ("call jose van der berg", "José van der Berg"),
        ("call Pat", "Patrick O'Shaughnessy"),
        ("call OShaughnessy", "Patrick O'Shaughnessy"),
        ("call Siobhan and bobby", "Siobhán Gallagher, Bo Lee"),
        ("call with Will: about the mark", "Will Mark"),
        ("will and grace called", "Grace Achieng"),
        ("coffee with Grace Petrakis", "Grace Petrakis"),
        ("coffee with Grace Achieng Northlight", "Grace Achieng"),
        ("Tralbo de Vries wrote", "Tralbo de Vries"),
        ("Finally wrote to Bo", "Bo Lee"),
        ("talked to Bo about the fair with Grace", "Bo Lee, Grace Achieng"),
        ("coffee with Bo, Bo Lee and [[Bo Lee]]", "Bo Lee"),
        ("coffee with 李明", "李明"),
        ("coffee with अनीता", "अनीता"),
        ("coffee with Zoe\u0308 Q.", "Zoe\u0308 Q."),
        ("coffee with Bo, she told me that Omar left", "Bo Lee"),
        ("coffee with Bo: with Nia she will go to Omar", "Bo Lee"),
        ("met Dana Q. at the fair", "Dana Q."),
        ("met bo and Grace for coffee", "Bo Lee, Grace Achieng"),
        ("met Northlight Instruments with Bo", "Bo Lee"),
        ("call with Bo !advice Good talk", "Bo Lee"),
        ("call with Bo @Northlight Long Island was fun", "Bo Lee"),
        ("coffee with Bo @Northlight and Dana", "Bo Lee, Dana"),
    ],
)
def test_people_are_found_however_they_are_called(said: Callable[..., Understood], line: str, people: str):
    assert ", ".join(one.name for one in said(line).people) == people


def test_a_tag_behind_a_sentence_is_no_part_of_it(said: Callable[..., Understood]):
    what = said("call Bo ?contacts who plans #nights there #ward. >fri send two pages #a #b")
    assert what.ask
    assert what.next
    assert (what.ask.sentence, what.next.what) == ("Who plans #nights there", "send two pages")
    assert what.tags == ("nights", "ward", "a", "b")


def test_an_ask_without_a_sentence_is_read_back_without_one(said: Callable[..., Understood]):
    assert echo(said("call Bo ?referral"), TODAY) == "Thu 19 Nov · call · with Bo Lee · asked for referral"


def test_an_ambiguous_name_is_refused_with_who_it_may_be_and_why(refused: Callable[[str], NotUnderstood]):
    wrong = refused("coffee with Nia and Bo")
    assert wrong.column == 13
    assert wrong.message == (
        "`Nia` could be Nia Petrakis (Mill Lane Dental, in 1 entry with the others, last contact 2 Nov 2026); "
        "Nia Okafor (Northlight Instruments, no contact yet)"
    )


def test_an_ambiguous_name_is_asked_and_the_likeliest_comes_first(said: Callable[..., Understood]):
    asked: list[Question] = []

    def which(question: Question) -> Listed | None:
        asked.append(question)
        return question.candidates[1].listed

    assert said("coffee with Nia and Bo", which).people[0].name == "Nia Okafor"
    assert [c.listed.name for c in asked[0].candidates] == ["Nia Petrakis", "Nia Okafor"]
    assert asked[0].together == {"journal/2026-11-02 a.md"}


def test_an_ambiguous_name_in_the_text_is_left_there_and_said(said: Callable[..., Understood]):
    what = said("coffee with Bo: he will introduce me to Nia")
    assert what.introduced == ()
    assert "left in the text" in what.notes[0]


def test_two_files_of_one_name_are_linked_with_their_folder(roll: Roll, said: Callable[..., Understood]):
    what = said("call [[new/Cy Roe]]")
    assert 'with: "[[contacts/new/Cy Roe]]"' in created(what, roll, "journal", lambda *_: ()).text


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("coffee with Bo", ""),
        ("coffee with Bo: fine", "fine"),
        ("yesterday coffee with Bo at the depot 40m: fine", "coffee with Bo at the depot: fine"),
        ("Bo called from the bus, likes it", "Bo called from the bus, likes it"),
        ("call with Bo, 40m, yesterday, he is well", "he is well"),
        ("call with Bo. He is well. Really.", "He is well. Really."),
        ("call with Bo: one !advice two", "one two"),
        ("call with Bo: one; !advice", "one"),
        ("call with Bo: one >2w send it. Two", "one Two"),
        ("call with Bo: one >2w ask Dr. Ray; two", "one; two"),
        ("call with Bo about monday", "call with Bo about monday"),
        ("coffee with Bo then call on the bus", "coffee with Bo then call on the bus"),
        ("call with Bo: we meet at @Northlight on 3 Dec #x", "we meet at Northlight on 3 Dec #x"),
        ("call with Bo: 9:30 is better, http://x.example/a?b#c", "9:30 is better, http://x.example/a?b#c"),
        ("call with Bo: mail bo@x.example, 5 < 6, a->b, wow!", "mail bo@x.example, 5 < 6, a->b, wow!"),
    ],
)
def test_what_was_said_is_kept_as_it_was_written(said: Callable[..., Understood], line: str, body: str):
    assert said(line).body == body


def test_a_day_in_the_text_is_said_not_to_count(said: Callable[..., Understood]):
    assert said("call with Bo about monday").guesses == ("it was today; “monday” stays in the text.",)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("coffee with Bo !infomation", 16),
        ("coffee with Bo >2w", 16),
        ("coffee with Bo ?job x ?advice y", 23),
        ("coffee with Bo <fri a <fri b", 23),
        ("coffee with Bo\x07", 15),
        ("coffee with somebody", 8),
        ("", 1),
        ("buy stamps", 1),
    ],
)
def test_what_is_refused_says_where(refused: Callable[[str], NotUnderstood], line: str, column: int):
    assert refused(line).column == column


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("coffee with Bo", "Coffee with Bo Lee"),
        ("lunch with Bo and Grace", "Lunch with Bo Lee and Grace Achieng"),
        ("email from Bo", "Email from Bo Lee"),
        ("emailed Bo", "Email to Bo Lee"),
        ("thanks to Bo", "Thanks to Bo Lee"),
        ("heard from Bo", "Word from Bo Lee"),
        ("Bo Lee: hello", "Talk with Bo Lee"),
        ("2h applications", "Applications"),
        ("coffee with Bo, Grace, Pat and Siobhan", "Coffee with Bo Lee, Grace Achieng and 2 others"),
    ],
)
def test_an_entry_is_called_after_what_it_was(said: Callable[..., Understood], line: str, name: str):
    assert title(said(line)) == name


def test_a_file_has_a_name_that_every_system_can_hold(roll: Roll, said: Callable[..., Understood]):
    path = created(said('coffee with [[A/B: "x"?]]'), roll, "journal", lambda *_: ()).path
    assert path == "journal/2026/2026-11-19 Coffee with A-B - x.md"
    long = created(said(f"coffee with [[{'ä' * 300}]]"), roll, "journal", lambda *_: ()).path
    assert len(long.encode()) < 230


def test_a_name_that_is_taken_gets_a_number(roll: Roll, said: Callable[..., Understood]):
    there = {"journal/2026": ["2026-11-19 coffee with bo lee", "2026-11-19 coffee with bo lee, 2"]}
    made = created(said("coffee with Bo"), roll, "journal", lambda folder, _: there[folder])
    assert made.path.endswith("Bo Lee, 3.md")


def test_several_entries_are_one_change(roll: Roll, said: Callable[..., Understood]):
    entries = [(what, created(what, roll, "journal", lambda *_: ())) for what in map(said, ["call Bo", "call Pat"])]
    assert plan_of(entries, TODAY).title == "Log 2 entries"
    assert plan_of(entries[:1], TODAY).title == "Log call with Bo Lee"


@pytest.mark.parametrize(
    ("words", "looking_back", "looking_ahead"),
    [
        ("thursday", date(2026, 11, 12), date(2026, 11, 26)),
        ("fri", date(2026, 11, 13), date(2026, 11, 20)),
        ("12 nov", date(2026, 11, 12), date(2027, 11, 12)),
        ("19 nov", date(2026, 11, 19), date(2026, 11, 19)),
        ("29 feb", date(2024, 2, 29), date(2028, 2, 29)),
        ("31st of december", date(2025, 12, 31), date(2026, 12, 31)),
        ("tomorrow", date(2026, 11, 20), date(2026, 11, 20)),
    ],
)
def test_days_look_back_in_entries_and_ahead_in_promises(words: str, looking_back: date, looking_ahead: date):
    found = back(words.split(), TODAY), ahead(words.split(), TODAY)
    assert [one.day for one in found if one and hasattr(one, "day")] == [looking_back, looking_ahead]


def test_a_day_by_itself_is_a_whole_text():
    assert day_in("last friday", TODAY) == date(2026, 11, 13)
    assert day_in("last friday morning", TODAY) is None
    assert day_in("soon", TODAY) is None


def test_the_notes_of_an_inbox_are_its_lines_without_headings_and_marks():
    text = "---\nx: 1\n---\n# Inbox\n\n- [ ] coffee with Bo\n  and Grace\n* call\n  - sub\n\nfree #tag\n"
    assert [(item.line, item.text, item.indent) for item in items(text)] == [
        (6, "coffee with Bo and Grace", 6),
        (8, "call", 2),
        (9, "sub", 4),
        (11, "free #tag", 0),
    ]
