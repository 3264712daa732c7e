"""Promise: no line gives a traceback; each makes a good file or is refused with a column, and no word of it is lost."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netfiles.capture.entry import created
from netfiles.capture.inbox import cuts, items
from netfiles.capture.roll import Roll
from netfiles.capture.saying import plan_of
from netfiles.capture.understand import understand
from netfiles.capture.understood import NotUnderstood, Understood
from netfiles.records.read import read_record
from netfiles.text.edit import edited_page
from netfiles.text.letters import flat
from tests.capture.conftest import TODAY

SLOW = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)
NONSENSE = "blorp frindle quaxo zuvi Mornix Tralbo glimt wexel".split()
PIECES = (
    """
yesterday|monday|3 days ago|12 nov|2026-11-12|tomorrow|at 9:30|5pm|40m|1h30|an hour|call|coffee|emailed|wrote|met
lunch|zoom|interview|meetup|linkedin|information interview|catch-up|thanks|with Nia Okafor|with Bo|and Bobby|to Grace
from Siobhan|[[Bo Lee]]|[[Quaxo Ltd]]|and Tralbo|Nia Okafor wrote|@Northlight|@"Quaxo Zuvi"|@Second Table Food Bank
#tag/sub|!advice|!thanks|!thanked|!told contract done|!told blorp|+help|?referral|?contacts who|?blorp|>2w|>fri wexel
<3 dec glimt|<3|>|applications|research|resume|introduce me to Mornix|gave me the name of Bo Lee|about|: |, |; |. |-
\\!blorp|the|a|on|with|and|she|(|)|"|'s|[[|]]|\t|!|?|é|李明|🙂|2026-02-30|12/11|last week|99h|with Nia|@|#|??|!!
""".replace("\n", "|")
    .strip("|")
    .split("|")
)

lines = st.lists(st.sampled_from([*PIECES, *NONSENSE]), min_size=1, max_size=14).map(" ".join)


def nothing(*_: str) -> tuple[str, ...]:
    return ()


def check(line: str, roll: Roll) -> None:
    """A line makes a file that can be read and says what was understood, or is refused at a place in it."""
    what = understand(line, roll, TODAY)
    if isinstance(what, NotUnderstood):
        assert 1 <= what.column <= len(line) + 1
        assert what.message
        assert what.advice
        return
    file = created(what, roll, "journal", nothing)
    reading = read_record("interaction", file.path, file.text)
    assert reading.record, (line, reading.problems, file.text)
    assert not [p for p in reading.problems if p.severity != "hint" and p.code != "NF212"], (line, reading.problems)
    assert reading.record.day == what.day
    assert len(file.path.rpartition("/")[2].encode()) < 230
    assert not re.search(r'[\\:*?"<>|]|[ .]\.md$', file.path)
    plan = plan_of([(what, file)], TODAY)
    assert plan.title.isprintable()


@settings(max_examples=400, deadline=None, suppress_health_check=SLOW)
@given(line=st.text(max_size=200))
def test_any_text_is_understood_or_refused_with_a_column(roll: Roll, line: str):
    check(line, roll)


@settings(max_examples=600, deadline=None, suppress_health_check=SLOW)
@given(line=lines)
def test_any_row_of_pieces_is_understood_or_refused_with_a_column(roll: Roll, line: str):
    check(line, roll)


@settings(max_examples=600, deadline=None, suppress_health_check=SLOW)
@given(line=lines)
def test_no_word_is_lost(roll: Roll, line: str):
    """What is no word of the grammar stands in the file as often as in the line, or more often."""
    what = understand(line, roll, TODAY)
    if isinstance(what, NotUnderstood):
        return
    file = created(what, roll, "journal", nothing)
    kept = re.findall(r"\w+", flat(file.text))
    there = re.findall(r"\w+", flat(line))
    for word in map(str.lower, NONSENSE):
        once = word in ("mornix", "tralbo", "quaxo", "zuvi")  # a name that is written twice is one person
        assert kept.count(word) >= min(there.count(word), 1 if once else 99), (line, word, file.text)
    assert {"okafor", "李明"} & set(there) <= set(kept)
    assert ("🙂" in line) <= ("🙂" in file.text), (line, file.text)


@settings(max_examples=200, deadline=None, suppress_health_check=SLOW)
@given(
    rows=st.lists(st.one_of(lines, st.text(max_size=40), st.sampled_from(["", "# Inbox", "- [ ] x", "  more"]))),
    end=st.sampled_from(["\n", "\r\n"]),
    last=st.booleans(),
    picked=st.sets(st.integers(0, 12)),
)
def test_what_leaves_the_inbox_leaves_all_other_bytes(rows: list[str], end: str, last: bool, picked: set[int]):
    text = end.join(row.replace("\r", "").replace("\n", "") for row in rows) + (end if last else "")
    normal = text.replace("\r\n", "\n")
    taken = [item for n, item in enumerate(items(normal)) if n in picked]
    gone = {item.line + n for item in taken for n in range(len(item.lines))}
    kept = [line for n, line in enumerate(re.findall(r"[^\r\n]*(?:\r\n|\n)|[^\r\n]+", text), 1) if n not in gone]
    assert edited_page(text, cuts(taken)) == "".join(kept)


def test_a_long_line_is_refused_and_a_short_one_in_it_is_quick(roll: Roll):
    assert isinstance(understand("coffee with Nia Okafor: " + "Blorp with Nia, " * 240, roll, TODAY), Understood)
    assert isinstance(understand("a" * 4_001, roll, TODAY), NotUnderstood)
