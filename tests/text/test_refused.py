"""What YAML offers and front matter refuses: at the right line and column, at once, and without a crash."""

import subprocess
import sys
from time import process_time

import pytest

from netfiles.text.frontmatter import MAX_BLOCK, MAX_DEPTH, MAX_VALUES, Document, Refused, split


def outcome(block: str) -> tuple[str, int, int] | Document:
    """Code, line and column of what is wrong; else the document. The block begins on line 2."""
    begin = process_time()
    try:
        return split("contacts/Ada.md", f"---\n{block}\n---\nBody.\n")
    except Refused as refused:
        place = refused.problem.place
        assert process_time() - begin < 2  # of CPU; usually a thousandth
        return refused.problem.code, place.line, place.column


@pytest.mark.parametrize(
    ("block", "line", "column"),
    [
        ("name: Ada\nname: Bob", 3, 1),
        ("private: yes\nname: Ada\nprivate: no", 4, 1),
        ("name: Ada\n'name': Bob", 3, 1),
        ("name: Ada\nname : Bob", 3, 1),
        ("{name: Ada, name: Bob}", 2, 13),
        ("x: {a: 1, a: 2}", 2, 11),
        ("phones:\n  - kind: cell\n    value: 1\n    value: 2", 5, 5),
        ("x:\n  y:\n    - - z: 1\n        z: 2", 5, 9),
        ("x:\n  - [{a: 1, b: 2, a: 3}]", 3, 19),
    ],
)
def test_a_key_written_twice_is_refused_at_the_second(block, line, column):
    assert outcome(block) == ("NF208", line, column)


@pytest.mark.parametrize("block", ["name: Ada\nName: Bob", "x: {a: 1}\ny: {a: 1}", "x:\n  - {a: 1}\n  - {a: 1}"])
def test_the_same_key_in_two_places_is_no_duplicate(block):
    assert isinstance(outcome(block), Document)


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{this}: &{this} [" + ",".join([f"*{last}"] * 9) + "]\n" for last, this in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("block", "line", "column"),
    [
        ("name: &n Ada", 2, 7),
        ("name: Ada\nnick: *n", 3, 7),
        ("name: &n Ada\nnick: *n", 2, 7),
        ("name: Ada\nfriends: &f\n  - *f", 3, 10),
        ("name: Ada\n&k key: v", 3, 1),
        ("name: Ada\nx: &x", 3, 4),
        (BOMB, 2, 4),
        ("big: &b " + "x" * 100_000 + "\nall: [" + "*b," * 20_000 + "]", 2, 6),
        ("x: !!python/object/apply:os.system ['true']", 2, 4),
        ("x: !!python/name:os.system", 2, 4),
        ("x: !!set {a, b}", 2, 4),
        ("x: !!omap [a: 1]", 2, 4),
        ("x: !!binary aGk=", 2, 4),
        ("x: !!str 1", 2, 4),
        ("x: !mine 1", 2, 4),
        ("x: !<tag:a> 1", 2, 4),
        ("x: ! 1", 2, 4),
        ("name: Ada\n!!str x: 1", 3, 1),
        ("<<: {a: 1}\nname: Ada", 2, 1),
        ("name: Ada\n<<: {a: 1}", 3, 1),
        ("%YAML 1.2", 2, 1),
        ("name: Ada\n%TAG ! tag:a,2000:", 3, 1),
    ],
    ids=lambda value: str(value)[:30],
)
def test_anchors_aliases_tags_merges_and_directives_are_refused_in_no_time(block, line, column):
    assert outcome(block) == ("NF205", line, column)


@pytest.mark.parametrize(
    "block",
    ['x: "&a"', "x: a & b", "x: AT&T", "x: '*a'", "x: a*b", "x: '!a'", "x: a!", "x: 1 << 2", "x: 5%", "# &a *b !c"],
)
def test_the_same_signs_within_a_text_are_text(block):
    assert isinstance(outcome(block), Document)


def nested(kind: str, depth: int) -> str:
    """A value nested `depth` deep, the map of the fields included."""
    half = (depth - 1) // 2
    return {
        "brackets": "x: " + "[" * (depth - 1) + "]" * (depth - 1),
        "braces": "x: " + "{a: " * (depth - 1) + "b" + "}" * (depth - 1),
        "indented": "\n".join(" " * n + "a:" for n in range(depth)),
        "dashes": "x:\n" + "- " * (depth - 1) + "a",
        "marks": "x:\n  " + "? " * (depth - 1) + "a",
        "both": "x:\n" + "- " * half + "[" * (depth - 1 - half) + "]" * (depth - 1 - half),
        "tight": "a:\n" + "".join(" " * n + "-\n" + " " * n + " b:\n" for n in range(half)) + (" " * half + "- c"),
    }[kind]


@pytest.mark.parametrize("kind", ["brackets", "braces", "indented", "dashes", "marks", "both"])
def test_20_levels_are_read_and_21_are_refused(kind):
    assert isinstance(outcome(nested(kind, MAX_DEPTH)), Document)
    code, line, _ = outcome(nested(kind, MAX_DEPTH + 1))
    assert code == "NF204"
    assert line <= nested(kind, MAX_DEPTH + 1).count("\n") + 2


@pytest.mark.parametrize("kind", ["brackets", "braces", "dashes", "marks", "both", "tight"])
@pytest.mark.parametrize("depth", [100, 1_000])
def test_a_thousand_levels_are_refused_in_no_time(kind, depth):
    assert outcome(nested(kind, depth))[0] == "NF204"


def test_the_process_survives_a_hundred_thousand_levels():
    program = """
import sys, threading
from netfiles.records.read import read_record
def read():
    for opening in ("[", "{a: ", "- ", "? ", "[{? "):
        for closing in ("", "]" * 100_000):
            block = "x:\\n  " + opening * (100_000 // len(opening)) + closing
            found = read_record("person", "contacts/Ada.md", f"---\\nname: Ada\\n{block}\\n---\\n")
            print(found.record, [p.code for p in found.problems])
threading.stack_size(512 * 1024)
thread = threading.Thread(target=read)
thread.start()
thread.join()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert set(done.stdout.splitlines()) <= {"None ['NF204']", "None ['NF206']"}
    assert len(done.stdout.splitlines()) == 10


def test_a_block_of_256_kib_is_read_and_a_longer_one_is_refused_before_parsing():
    fits = "x: " + "a" * (MAX_BLOCK - 3)
    assert isinstance(outcome(fits), Document)
    assert outcome(fits + "a") == ("NF203", 2, 1)
    assert outcome("x: [" * 1_000_000) == ("NF203", 2, 1)


@pytest.mark.parametrize("block", ["x: [{}]", "x:{}"], ids=["values", "lines"])
def test_30000_lines_and_values_are_read_and_more_are_refused_before_parsing(block):
    sign = "," if "[" in block else "\n"
    value = "a," if sign == "," else "\n- a"
    assert isinstance(outcome(block.format(value * MAX_VALUES)), Document)
    assert outcome(block.format(value * (MAX_VALUES + 1))) == ("NF203", 2, 1)


@pytest.mark.parametrize(
    ("block", "code", "line", "column", "advice"),
    [
        ("name: Ada: Countess", "NF206", 2, 10, "into quotes"),
        ("name: Ada\ntwitter: @ada", "NF206", 3, 10, "double quotes"),
        ("name: Ada\nx: `a`", "NF206", 3, 4, "double quotes"),
        ("name: Ada\nx: %d", "NF206", 3, 4, "double quotes"),
        ('name: "Ada\nprivate: true', "NF206", 4, 1, "close it"),
        ("name: Ada\ntags: [a, b\nprivate: true", "NF206", 4, 8, "add the ]"),
        ("name: Ada\n\ttitle: x", "NF206", 3, 1, "Indent with spaces"),
        ("name: Ada\nx: a\x07b", "NF206", 3, 5, "invisible control"),
        ("name: Zoë 👩\nx: a\x7fb", "NF206", 3, 5, "invisible control"),
        ("a: b\u2028c: d\ne: @f", "NF206", 2, 7, "into quotes"),
        ("a: '\u2028\u2029\x85'\ne: @f", "NF206", 3, 4, "double quotes"),
        ('x: "\\ud800"', "NF206", 2, 7, "written twice"),
        ('x: "C:\\users"', "NF206", 2, 9, "written twice"),
        ('x: "C:\\Temp"', "NF206", 2, 7, "written twice"),
        ("with: [[Jane]], [[Bob]]", "NF206", 2, 15, "double quotes"),
        ("1990: met", "NF209", 2, 1, "letter"),
        ("name: Ada\ntrue: x", "NF209", 3, 1, "letter"),
        ("~: x", "NF209", 2, 1, "letter"),
        ("null: x", "NF209", 2, 1, "letter"),
        ("2026-01-01: x", "NF209", 2, 1, "letter"),
        ("3.14: x", "NF209", 2, 1, "letter"),
        ("? [a, b]\n: c", "NF209", 2, 3, "letter"),
        ("? {a: b}\n: c", "NF209", 2, 3, "letter"),
    ],
    ids=repr,
)
def test_every_refusal_has_its_line_column_and_advice(block, code, line, column, advice):
    with pytest.raises(Refused) as caught:
        split("contacts/Ada.md", f"---\n{block}\n---\n")
    problem = caught.value.problem
    assert (problem.code, problem.place.line) == (code, line)
    assert advice in problem.advice
    assert 1 <= problem.place.column <= max(map(len, block.split("\n"))) + 1
    assert problem.place.column == column


@pytest.mark.parametrize(
    "key", ["yes", "No", "on", "OFF", "y", "N", '"1990"', "'true'", "Zoë", "a b", "a.b", "__proto__"]
)
def test_a_key_that_is_a_word_or_in_quotes_is_a_field(key):
    found = outcome(f"{key}: x")
    assert isinstance(found, Document)
    assert list(found.fields) == [key.strip("\"'")]
