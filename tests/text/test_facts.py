"""What a body says to netfiles: its heading, links and tasks, each with its line; nothing from code or comments."""

from datetime import date

import pytest

from netfiles.text.markdown import facts, first_words, link_wikilinks
from tests.text.bodies import html, resolve


@pytest.mark.parametrize(
    ("body", "tasks"),
    [
        ("- [ ] call", [("call", False, None, 10)]),
        ("- [x] call", [("call", True, None, 10)]),
        ("- [X] call", [("call", True, None, 10)]),
        ("* [ ] call\n+ [ ] mail", [("call", False, None, 10), ("mail", False, None, 11)]),
        ("1. [ ] call\n2) [ ] mail", [("call", False, None, 10), ("mail", False, None, 11)]),
        ("- [ ]\tcall", [("call", False, None, 10)]),
        ("Words\n\n- [ ] send notes 📅 2026-12-04", [("send notes", False, date(2026, 12, 4), 12)]),
        ("- [ ] send 📅2026-12-04 notes ⏫", [("send notes", False, date(2026, 12, 4), 10)]),
        ("- [ ] send 📅\ufe0f 2026-12-04 🔁 every week", [("send week", False, date(2026, 12, 4), 10)]),
        ("- [x] sent 📅 2026-12-04 ✅ 2026-12-03", [("sent", True, date(2026, 12, 4), 10)]),
        ("- [ ] send 📅 2026-02-30", [("send", False, None, 10)]),
        ("- [ ] send 📅 soon", [("send 📅 soon", False, None, 10)]),
        ("- [ ] **call** [[Jane|J]] `now`", [("call J now", False, None, 10)]),
        ("- [ ] [call](https://x.example) her", [("call her", False, None, 10)]),
        ("- [ ] a\n  - [x] b\n    - [ ] c", [("a", False, None, 10), ("b", True, None, 11), ("c", False, None, 12)]),
        ("> - [ ] quoted", [("quoted", False, None, 10)]),
        ("- a\n- [ ] b", [("b", False, None, 11)]),
        ("- [ ] a\n  goes on", [("a", False, None, 10)]),
        ("- [ ] a\n\n- [ ] b", [("a", False, None, 10), ("b", False, None, 12)]),
        ("- [ ] <b>bold</b>", [("<b>bold</b>", False, None, 10)]),
        ("- [ ]", []),
        ("- [ ]call", []),
        ("- [-] call", []),
        ("- [] call", []),
        ("[ ] call", []),
        ("- [x](y) call", []),
        ("- [x][y] call", []),
        ("- `[ ]` call", []),
        ("- \\[ ] call", []),
        ("```\n- [ ] call\n```", []),
        ("    - [ ] call", []),
        ("<!--\n- [ ] call\n-->", []),
        ("%%\n- [ ] call\n%%", []),
        ("- nf-box is a class [[Jane]]", []),
        ('- <span class="nf-box">☑</span> fake [[Jane]]', []),
        ("- # [ ] a heading", []),
    ],
    ids=repr,
)
def test_a_task_is_a_list_item_that_begins_with_a_box(body, tasks):
    assert [(t.text, t.done, t.due, t.line) for t in facts(body, 10).tasks] == tasks
    assert html(body).count('class="nf-box" title=') == len(tasks)


@pytest.mark.parametrize(
    ("body", "links"),
    [
        ("[[Jane]]", [("Jane", 10, False)]),
        ("a\nb [[Jane]]\nc\\\n[[Bob]]", [("Jane", 11, False), ("Bob", 13, False)]),
        ("- [[Jane]]\n- [ ] [[Bob]]", [("Jane", 10, False), ("Bob", 11, False)]),
        ("| a | b |\n|---|---|\n| [[Jane]] | [[Bob]] |", [("Jane", 12, False), ("Bob", 12, False)]),
        ("# [[Jane]]\n\n> [[Bob]]", [("Jane", 10, False), ("Bob", 12, False)]),
        ("![[Jane]] **[[Bob#Part|B]]**", [("Jane", 10, True), ("Bob", 10, False)]),
        ("x[^1]\n\n[^1]: [[Jane]]", [("Jane", 12, False)]),
        ("%%\nhidden [[Bob]]\n%%\n[[Jane]]", [("Jane", 13, False)]),
        ("<!--\n[[Bob]]\n-->\n[[Jane]]", [("Jane", 13, False)]),
        ("`[[Bob]]` [[Jane]]", [("Jane", 10, False)]),
        ("```\n[[Bob]]\n```", []),
        ("[[#Part]] [[]] [[|x]] [[a\nb]]", []),
        ("[[a|b|c]] [[ spaced ]] [[../x]]", [("a", 10, False), ("spaced", 10, False), ("../x", 10, False)]),
    ],
    ids=repr,
)
def test_links_are_found_with_their_line(body, links):
    assert [(x.link.target, x.line, x.embed) for x in facts(body, 10).links] == links


@pytest.mark.parametrize(
    ("body", "heading"),
    [
        ("# Ada", "Ada"),
        ("text\n# Ada ##", "Ada"),
        ("# C#", "C#"),
        ("#  Ada   \n# Bob", "Ada"),
        ("## Ada\n# Bob", "Bob"),
        ("# [[Jane]] & co", "[[Jane]] & co"),
        ("```\n# a comment of a program\n```\n# Ada", "Ada"),
        ("~~~\n# a comment\n~~~", None),
        ("%%\n# hidden\n%%\n# Ada", "Ada"),
        ("<!--\n# hidden\n-->\n# Ada", "Ada"),
        ("<!-- never closed\n\n# hidden", None),
        ("    # code", None),
        ("#Ada", None),
        ("# ", None),
        ("", None),
        ("# \t \n[[Jane]]", None),
    ],
    ids=repr,
)
def test_the_first_heading_of_the_text_is_found_with_and_without_links_beside_it(body, heading):
    assert facts(body, 1).heading == heading
    assert facts(f"{body}\n\n[[Jane]]", 1).heading == heading


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", ""),
        ("\n\n  Hello\nworld", "Hello"),
        ("# Title", "Title"),
        ("- [ ] call [[Jane|J]] **now**", "call J now"),
        ("> 1. quoted", "1. quoted"),
        ("<b>bold</b> a < b", "bold a < b"),
        ("<script>x</script>", "x"),
        ("%%hidden%%\nseen", "seen"),
        ("<!-- hidden\nhidden -->\nseen", "seen"),
        ("<!-- never closed\nhidden", ""),
        ("seen <!-- hidden > hidden -->", "seen"),
        ("word " * 100, "word " * 32 + "…"),
        ("x" * 300, "x" * 160 + " …"),
    ],
    ids=lambda value: value[:30],
)
def test_the_first_words_are_those_a_reader_sees(body, words):
    assert first_words(body) == words


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("[[Jane]]", "[Jane](../people/jane/)"),
        ("![[pic.png]]", "![pic.png](../attachments/pic.png)"),
        ("[[Nobody]] ![[nobody.png]]", "Nobody ![[nobody.png]]"),
        ("`[[Jane]]` [[Jane]]", "`[[Jane]]` [Jane](../people/jane/)"),
        ("```\n[[Jane]]\n```\n[[Jane]]", "```\n[[Jane]]\n```\n[Jane](../people/jane/)"),
        ("~~~~\n[[Jane]]\n~~~\n[[Jane]]\n~~~~", "~~~~\n[[Jane]]\n~~~\n[[Jane]]\n~~~~"),
        ("```\n[[Jane]] never closed", "```\n[[Jane]] never closed"),
        ("[[#Part]]", "#Part"),
    ],
    ids=repr,
)
def test_wikilinks_of_a_handwritten_page_become_markdown_links_and_code_stays(text, linked):
    assert link_wikilinks(text, resolve) == linked
