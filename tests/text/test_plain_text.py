"""Text of others as Markdown: it reads the same, and nothing comes of it."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netfiles.text.markdown import facts, to_html
from netfiles.text.plain_text import as_markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Likes tea", "Likes tea"),
        ("one\ntwo\n\nthree", "one  \ntwo\n\nthree"),
        ("[[Nia]] and *stars* `code` <b>", r"\[\[Nia\]\] and \*stars\* \`code\` \<b\>".replace(r"\>", ">")),
        ("- [ ] pay", r"\- \[ \] pay"),
        ("# no heading", r"\# no heading"),
        ("1. no list", r"1\. no list"),
        ("> no quote", r"\> no quote"),
        ("---", r"\---"),
        ("    no code", "no code"),
        ("a\r\nb\x00\x1bc", "a  \nbc"),
        ("AT&amp;T %%hidden%%", r"AT\&amp;T \%%hidden\%%"),
    ],
)
def test_signs_of_markdown_stand_for_themselves(text: str, markdown: str) -> None:
    assert as_markdown(text) == markdown


@given(st.text(st.sampled_from(list("ab 1.#>-+*_`[]()<>&;%!~=|\\\n\t:/^$\"'{}")), max_size=60))
def test_any_text_reads_the_same_and_nothing_comes_of_it(text: str) -> None:
    markdown = as_markdown(text)
    found = facts(markdown, 1)
    assert (found.links, found.tasks, found.heading) == ((), (), None)
    shown = html.unescape(re.sub(r"<[^>]+>", "", to_html(markdown, lambda _: None, "x")))
    assert "".join(shown.split()) == "".join(text.split())
