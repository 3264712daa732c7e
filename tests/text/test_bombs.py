"""Texts made to take for ever: each is read and shown in bounded time, usually far less than a second."""

from collections.abc import Callable
from time import process_time

import pytest

from netfiles.records.read import read_record
from netfiles.text.markdown import facts, first_words, link_wikilinks, too_dense
from netfiles.vault.read import MAX_FILE
from tests.text.bodies import html, resolve
from tests.text.inert import faults

BOUND = 10  # seconds of CPU: a busy machine may be slow, a quadratic parser would need minutes
HALF = 500_000


def fill(unit: str, size: int = HALF) -> str:
    return (unit * (size // len(unit) + 1))[:size]


BODIES: dict[str, Callable[[], str]] = {
    "brackets": lambda: "[" * 4_000,
    "brackets, more": lambda: "[" * HALF,
    "wikilinks": lambda: "[[" * 20_000,
    "wikilinks, fewer": lambda: "[[" * 2_000,
    "embeds": lambda: "![[" * 10_000,
    "pictures": lambda: "![" * 4_000,
    "links": lambda: "[a](" * 10_000,
    "links, fewer": lambda: "[a](" * 4_000,
    "links in links": lambda: "[" * 2_000 + "a" + "](b)" * 2_000,
    "stars between brackets": lambda: ("[" + "a *" * 10) * 3_990,
    "labels": lambda: "[a]: b\n" * 4_000,
    "footnotes": lambda: (
        "".join(f"[^{n}]" for n in range(1_300)) + "".join(f"\n\n[^{n}]: [^{n}]" for n in range(1_300))
    ),
    "quotes": lambda: ">" * 2_000 + " x",
    "quotes, spaced": lambda: "> " * 2_000 + "x",
    "quotes, line after line": lambda: "> x\n" * 9_000,
    "quotes in lists": lambda: "> - x\n" * 9_000,
    "lists": lambda: "".join("  " * n + "- x\n" for n in range(300)),
    "lists, four spaces": lambda: "".join("    " * n + "- x\n" for n in range(300)),
    "lists in one line": lambda: fill("- "),
    "items": lambda: "- x\n" * 9_500,
    "items, too many": lambda: fill("- x\n"),
    "tasks": lambda: "- [ ] x\n" * 4_000,
    "headings": lambda: "# x\n" * 9_500,
    "paragraphs": lambda: "x\n\n" * 4_900,
    "emphasis": lambda: "*a **a " * 5_000,
    "emphasis, more": lambda: fill("*a **a "),
    "stars": lambda: fill("a**b"),
    "lines below": lambda: fill("_a __a "),
    "strikes": lambda: fill("~~a ~b "),
    "ticks": lambda: "".join("`" * n + " " for n in range(1, 700)),
    "ticks, many": lambda: fill("`a ``b "),
    "signs": lambda: "$" * 149_000,
    "backslashes": lambda: fill("\\"),
    "ampersands": lambda: fill("&"),
    "entities": lambda: fill("&#x"),
    "angles": lambda: fill("<"),
    "tags": lambda: fill("<a x='"),
    "comments": lambda: fill("x <!--"),
    "comments in a long text": lambda: "x <!--" * 39 + "a-" * 240_000,
    "instructions": lambda: "x <?" * 40 + "a?" * 240_000,
    "boxes": lambda: "<div>" * 1_000,
    "boxes, more": lambda: fill("<div>"),
    "formats that multiply": lambda: "x" + "".join(f"<b a{n}>" for n in range(500)) + "<p>x" * 500,
    "formats over many lines": lambda: "x" + "".join(f"<b a{n}>" for n in range(900)) + "\n\nx" * 1_000,
    "tables in tables": lambda: "<table><tr><td>" * 330,
    "table": lambda: "|a" * 400 + "\n" + "|-" * 400 + "\n" + "a\n" * 160,
    "many tables": lambda: ("|a" * 400 + "\n" + "|-" * 400 + "\n" + "a\n" * 160 + "\n") * 20,
    "wide table": lambda: "|a" * 60_000 + "\n" + "|-" * 60_000 + "\n|a|",
    "blank lines": lambda: "\n" * HALF,
    "blank lines and a task": lambda: "\n" * 9_000 + "- [ ] x",
    "spaces": lambda: "a" + " " * (HALF - 2) + "b",
    "heading of spaces": lambda: "# a" + " " * (HALF - 10) + "b",
    "heading of hashes": lambda: "# a " + fill("# ", HALF - 10),
    "task of spaces": lambda: "- [ ] a" + " " * (HALF - 10) + "b",
    "task of dates": lambda: "- [ ] " + fill("📅 ", HALF - 10),
    "task of signs": lambda: "- [ ] " + fill("⏳ ", HALF - 10),
    "task of brackets": lambda: "- [ ] " + "[" * 3_900 + "a" * 490_000,
    "task of links": lambda: "- [ ] " + "[a](" * 3_900 + "a" * 480_000,
    "percents": lambda: fill("%%a "),
    "combining marks": lambda: fill("Z\u0300\u0301"),
    "prose": lambda: fill("word " * 12 + "\n"),
    "prose, 5 MiB": lambda: fill("word " * 12 + "\n", MAX_FILE),
    "prose in one line": lambda: fill("word ", MAX_FILE),
    "angles, 5 MiB": lambda: "<" * MAX_FILE,
    "brackets, 5 MiB": lambda: "[a](" * (MAX_FILE // 4),
    "blank lines, 5 MiB": lambda: "\n" * MAX_FILE,
}


@pytest.mark.parametrize("make", BODIES.values(), ids=BODIES)
def test_a_body_is_read_and_shown_in_bounded_time(make):
    body = make()
    begin = process_time()
    found, shown, words = facts(body, 1), html(body), first_words(body)
    took = process_time() - begin
    assert took < BOUND
    assert len(words) <= 170
    assert found is not None
    assert len(shown) < 12 * len(body) + 2_000_000
    if len(shown) < 300_000:
        assert faults(shown) == []


@pytest.mark.parametrize(
    "body", ["word " * 60_000, "A line of a log.\n" * 8_000, "- [ ] x [[y]]\n" * 900, "a <b>c</b>\n" * 300]
)
def test_long_notes_of_ordinary_people_are_formatted(body):
    assert not too_dense(body)


FENCES = {"ticks": "`" * HALF, "fences": "```x\n" * 100_000, "pairs": "`a" * 200_000, "brackets": "[[" * 200_000}


@pytest.mark.parametrize("text", FENCES.values(), ids=FENCES)
def test_a_handwritten_page_is_linked_in_bounded_time(text):
    begin = process_time()
    link_wikilinks(text, resolve)
    assert process_time() - begin < BOUND


BLOCK = 250_000
FILES: dict[str, Callable[[], str]] = {
    "nothing but lines": lambda: "\n" * MAX_FILE,
    "lines before a word": lambda: "\n" * (MAX_FILE - 1) + "x",
    "never closed": lambda: "---\n" + "\n" * (MAX_FILE - 4),
    "spaces and lines in the body": lambda: "---\nname: Ada\n---\n" + " \n" * 2_600_000,
    "second blocks": lambda: "---\nname: Ada\n---\n" + "---\na: b\n" * 580_000,
    "conflicts": lambda: "---\nname: Ada\n---\n" + "<<<<<<< a\n=======\n" * 290_000,
    "conflicts without end": lambda: "---\nname: Ada\n---\n" + "<<<<<<< a\n" * 260_000 + "=======\n" * 330_000,
    "braces in the body": lambda: "---\nname: Ada\n---\n" + "{{" * 2_600_000,
} | {
    name: lambda block=block: f"---\nname: Ada\n{block()}\n---\nBody."
    for name, block in {
        "templates": lambda: "x: " + fill("<%", BLOCK),
        "templates, spaced": lambda: 'x: "' + fill("<% a ", BLOCK) + '"',
        "braces": lambda: 'x: "' + fill("{{", BLOCK) + '"',
        "lines in quotes": lambda: 'x: "' + "\n" * BLOCK + '"',
        "comments": lambda: fill("# a\n", BLOCK),
        "owner's fields": lambda: "\n".join(f"k{n}:" for n in range(28_000)),
        "fields like private": lambda: "\n".join(f"privat{n}x:" for n in range(18_000)),
        "fields like emails": lambda: "\n".join(f"emai{n}x:" for n in range(18_000)),
        "one long field": lambda: "? " + "k" * BLOCK + "\n: v",
        "tags": lambda: "tags: [" + "a," * 100_000 + "]",
        "bad addresses": lambda: "emails: [" + "a," * 100_000 + "]",
        "bad phones": lambda: "phones: [" + "a," * 4_900 + "]",
        "links": lambda: "knows: [" + "[[a]]," * 4_900 + "]",
        "keys in a map": lambda: "x:\n" + "".join(f" a{n}: 1\n" for n in range(20_000)),
        "lists": lambda: "x: [" + "[]," * 80_000 + "]",
        "colons": lambda: "x: " + fill("a: ", BLOCK),
        "address": lambda: 'emails: "a@' + fill("a.", BLOCK) + '"',
        "address of dashes": lambda: 'emails: "a@' + fill("a-", BLOCK) + '"',
        "date": lambda: 'met_on: "2026-01-01 ' + " " * BLOCK + 'x"',
        "duration": lambda: 'keep_in_touch: "1' + " " * BLOCK + 'd"',
        "number": lambda: "minutes: " + "9" * BLOCK,
        "years": lambda: 'past_companies: "' + fill("a (2010-", BLOCK) + '"',
        "word": lambda: 'status: "' + fill("activ", BLOCK) + '"',
        "web address": lambda: 'links: "http://' + fill("[", BLOCK) + '"',
    }.items()
}


@pytest.mark.parametrize("make", FILES.values(), ids=FILES)
def test_a_file_is_read_in_bounded_time_and_little_is_said_of_it(make):
    text = make()
    begin = process_time()
    reading = read_record("person", "contacts/Ada.md", text)
    assert process_time() - begin < BOUND
    assert all(len(p.message) < 500 and len(p.advice) < 500 for p in reading.problems)


@pytest.mark.parametrize("value", ["a" + " " * 200_000 + "b", "a (" + " " * 200_000 + "b"])
def test_a_former_employer_with_many_spaces_is_read_in_bounded_time(value):
    begin = process_time()
    read_record("person", "contacts/Ada.md", f'---\npast_companies: "{value}"\n---\n')
    assert process_time() - begin < BOUND
