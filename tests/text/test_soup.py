"""A random player who knows which signs are dangerous: whatever comes out of the kettle is inert."""

import os
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netfiles.text.frontmatter import Refused, split
from netfiles.text.markdown import facts, first_words, link_wikilinks
from tests.soak_report import figure
from tests.text.bodies import html, resolve
from tests.text.inert import faults

MARKDOWN = [
    *"# |## |- |* |1. |> |>> |```|~~~|`|``|---|===|[|]|(|)|![|](|[[|]]|![[|[^1]|[^1]: |[r]|[r]: |*|**|_|__|~~".split(
        "|"
    ),
    *"\\|<|>|&|&lt;|&#60;|&colon;|- [ ] |- [x] |%%|{{|}}|{|}|:::|!!!|    |\t|\n|\n\n|  \n|$$|==|^".split("|"),
    *("|", "|-|-|\n", "| a | b |\n", "\n\n| a |\n|---|\n"),
]
TAGS = [
    *"<script> </script> <style> </style> <img <svg <svg> </svg> <math> <a </a> <b> </b> <p> </p> <div> </div>".split(),
    *"<table> <td> </table> <iframe <object <embed <form> <input <base <meta <link <template> <textarea>".split(),
    *"<title> <noscript> <xmp> <select> <option> <!-- --> --!> <! <? ?> <![CDATA[ ]]> <!DOCTYPE </body>".split(),
    *"</html> <details <h1> <li> <ul> <plaintext>".split(),
]
ATTRIBUTES = [
    *' src=x onerror=1| onclick=1| href="javascript:1"| href=| style="x:y"| class="md-x nf-box"| id="__x"'.split("|"),
    *" name=x| srcset=x| background=x| title=\"| alt='|>|/>|=|\"|'|`| action=x| ping=x| http-equiv=refresh".split("|"),
    *" xlink:href=| formaction=".split("|"),
]
ADDRESSES = [
    *"javascript:1 JAVASCRIPT: java&#9;script: data:text/html,x vbscript:x file:///x //x.invalid".split(),
    "https://x.invalid/y",
]
WORDS = [
    *"Jane pic.png cv.pdf a Ada 📅 2026-12-04 http https: \0 \x0b \x1b \x85 \u2028 \u202e \ufeff é é 👩".split(" "),
    " ",
]
FRAGMENTS = st.sampled_from(MARKDOWN + TAGS + ATTRIBUTES + ADDRESSES + WORDS)
SOUP = (
    st.lists(st.one_of(FRAGMENTS, st.text(max_size=3)), max_size=40)
    .map("".join)
    .map(lambda body: body.replace("\r", ""))
)
SOAK = int(os.environ.get("NETFILES_SOAK_CASES", "20000"))
RANDOM = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))


@settings(RANDOM, max_examples=400)
@given(SOUP)
def test_no_soup_of_dangerous_signs_makes_anything_that_is_not_allowed(body):
    assert faults(html(body)) == []


@settings(RANDOM, max_examples=SOAK)
@given(SOUP)
def soups(body):
    assert faults(html(body)) == []


@pytest.mark.soak
def test_no_soup_in_a_long_night_makes_anything_that_is_not_allowed():
    soups()
    figure("No note runs anything", f"{SOAK:,} bodies of random dangerous signs: nothing but what is allowed")


@settings(RANDOM, max_examples=150)
@given(SOUP)
def test_every_soup_has_facts_within_its_lines_and_first_words_in_one_line(body):
    found = facts(body, 1)
    last = body.count("\n") + 1
    assert all(1 <= x.line <= last for x in (*found.links, *found.tasks))
    assert "\n" not in first_words(body)
    link_wikilinks(body, resolve)


YAML = st.sampled_from(
    [
        *"name private emails tags : :: - -- --- ---- ... ? [ ] { } , & * ! !! | > % @ ` # ' \" ~ null NO".split(),
        *'0123 &a *a << 2026-02-30 12:30 [[Jane]] {{x}} é 👩 \\ \\u0041 "\\ud800"'.split(),
        *("\n", "\n\n", "\n  ", "\n- ", ": ", "\t", " ", "<% x %>", "<<<<<<< a\n", "=======\n", ">>>>>>> b\n"),
        *("\x07", "\0", "\u2028", "\x85", "\ufeff"),
    ]
)
BLOCK = (
    st.lists(st.one_of(YAML, st.text(max_size=3)), max_size=30).map("".join).map(lambda block: block.replace("\r", ""))
)


@settings(RANDOM, max_examples=400)
@given(BLOCK, st.booleans())
def test_every_block_is_a_document_or_refused_at_a_place_within_the_file(block, closed):
    text = f"---\n{block}" + ("\n---\nBody.\n" if closed else "")
    lines = text.split("\n")
    try:
        document = split("contacts/Ada.md", text)
    except Refused as refused:
        place = refused.problem.place
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        return
    assert document.body_line <= len(lines) + 1
    assert text.endswith(document.body)
    for field in document.fields.values():
        assert all(2 <= item.line < document.body_line for item in field.items)
        assert re.search(r"\S|^$", field.key)
