"""Links found without parsing are those that parsing finds, and most bodies with links need no more."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfiles.model import BodyLink, Link
from netfiles.text import markdown
from netfiles.text.dialect import MARKDOWN
from netfiles.text.prose import html_of_prose, links_of_prose

REPOSITORY = Path(__file__).resolve().parents[2]


def parsed(body: str) -> markdown.Facts:
    return markdown._facts(MARKDOWN.parse(markdown._shown(body), {}), 5)


def test_links_of_sentences_and_bullets_are_found_at_their_lines():
    body = "\nMet [[Ada]] and [[Bob Doe|Bob]].\n\n- saw ![[a.png]]\n- x; y\n  \nTold *[[c/Carol#Work]]*.\nBye\n"
    found = links_of_prose(body.replace("  \n", "\n"), 5)
    assert found == (
        BodyLink(Link("Ada"), 6),
        BodyLink(Link("Bob Doe", "Bob"), 6),
        BodyLink(Link("a.png"), 8, embed=True),
        BodyLink(Link("c/Carol", heading="Work"), 11),
    )


@pytest.mark.parametrize(
    "body",
    [
        *("`[[a]]`", "    [[a]]", "\t[[a]]", "<b>[[a]]", "\\[[a]]", "%%[[a]]%%", "~~~\n[[a]]", "> [[a]]", "# [[a]]"),
        *("| [[a]] |", "[[a]]\n---", "[[a]]\n===", "1. [[a]]", "-     [[a]]", "- - [[a]]", "* [[a]]", "[x]([[a]])"),
        *("![[[a]]](x)", "[^1] [[a]]", "- [ ] [[a]]", "[[a]] [[ ]]", "[[a]] [[#b]]", "[[[a]]]", "[[a", "[[a]]]"),
    ],
)
def test_whatever_might_not_be_a_sentence_is_parsed(body):
    assert links_of_prose(body, 5) is None


def test_most_bodies_of_the_example_vault_that_have_links_are_prose():
    texts = [file.read_text(encoding="utf-8") for file in REPOSITORY.glob("[cj]*/**/*.md")]
    bodies = [body for text in texts if "[[" in (body := text.split("\n---", 1)[-1].partition("\n")[2])]
    prose = [body for body in bodies if links_of_prose(body, 5) is not None]
    assert len(bodies) > 5
    assert len(prose) > 0.5 * len(bodies)
    assert all(parsed(body).links == links_of_prose(body, 5) for body in prose)


LINKS = ["[[A]]", "![[B]]", "[[C|d]]", "[[E#f|g]]", "[[ ]]", "[[#h]]", "[["]
LINES = [
    "\n",
    "\n\n",
    "- ",
    "  ",
    "    ",
    "* ",
    "1. ",
    "2) ",
    "# ",
    "> ",
    "+ ",
    "- [ ] ",
    "  \n",
    "---",
    "===",
    "|---|",
]
SIGNS = [
    *"|`*_!()[]~%.^:\t-&<'…",
    "**",
    "__",
    "&amp;",
    "&#91;",
    "](",
    "%%",
    "\\",
    "[^1]",
    "word ",
    "a b ",
    "\xa0",
    "\u2028",
]
BODIES = st.lists(st.sampled_from(LINKS) | st.sampled_from(LINES) | st.sampled_from(SIGNS), max_size=14).map("".join)


@settings(max_examples=800, deadline=None)
@given(BODIES)
def test_what_is_found_without_parsing_is_what_parsing_finds(body):
    links = links_of_prose(body, 5)
    if links is not None:
        assert parsed(body) == markdown.Facts(None, links, ())


def place(link: Link) -> markdown.Found | None:
    """A few links lead somewhere, one of them to an odd address."""
    return {"Ada": markdown.Found("../../people/ada/"), "B": markdown.Found('a b?"&x', True)}.get(link.target)


def simple(link: Link) -> str | None:
    return markdown._simple(link, place(link))


def as_parsed(body: str) -> str:
    """The body through the Markdown library and the sanitiser."""
    return markdown._CLEANER.clean(MARKDOWN.render(markdown._shown(body), {"resolve": place, "docId": "x"})).strip()


SIGNS = st.one_of(
    st.sampled_from(list("aZ é–—,.;:'’!?()%€$£…-/@+\"& \n\n\n09_[]#|")),
    st.sampled_from(["[[Ada]]", "[[Bob]]", "[[B]]", "[[x/Ada|A & B]]", "[[Ada#H|]]", "www.x.y", "http://a.b", "a@b.c"]),
    st.sampled_from(["- ", "\n- ", "\n- [ ] ", "\n- [X] a", "\n\n- b", "📅 2026-01-02", "é", "\n\n"]),
    st.characters(exclude_categories=("Cs",), min_codepoint=0xA0),
    st.characters(categories=("Lu", "Ll", "Lo", "Lm", "Nd", "Nl", "Mn", "Zs", "Po", "Pd")),
)


@settings(max_examples=1_000)
@given(st.lists(SIGNS, max_size=30).map("".join))
def test_plain_sentences_are_what_parsing_makes_of_them(body: str) -> None:
    found = html_of_prose(body, simple)
    assert found is None or found == as_parsed(body)


@pytest.mark.parametrize(
    "body",
    [
        "Met at the fair. Kind, quick; knows everybody (really).\n",
        "Two lines\nof one paragraph.\n\nAnd another — 20% off!\n\n",
        "Zoë's answer: yes, or no?",
        'Met [[Ada]] and [[Bob Doe (Smith & Co)|Bob]]. R & D said "no".\n[[Ada]] again',
        "see www.x.y, x.com, either/or, a@b.c",
        "Kẹ́hìndé said:\n\n- [x] mail [[Ada]] 📅 2026-01-02 ✅ 2026-01-02\n- [ ] call\n- rest\n\nAnd\n\n- a\n- [[Bob]]",
    ],
)
def test_plain_sentences_are_not_parsed(body: str) -> None:
    assert html_of_prose(body, simple) == as_parsed(body)


@pytest.mark.parametrize(
    "body",
    [
        "- a\n\n- b",
        "- a\nb",
        "a\n- b",
        "- a\n  - b",
        "- [y] a",
        "* a",
        "-  a",
        "- - a",
        "1. one",
        "# head",
        "a *b*",
        "a_b_",
        "<http://a>",
        "a  b",
        "a b \nc",
        " code",
        "a|b",
        "a&amp;b",
        "a %%b%%",
        "[a](b)",
        "![[a.png]]",
        "[[B]]",
        "[[|x]]",
        "[[ ]]",
    ],
)
def test_whatever_may_be_markup_is_parsed(body: str) -> None:
    assert html_of_prose(body, simple) is None
