"""Pages as Markdown: nothing in a title or in the HTML is taken for markup by a builder."""

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from netfiles.site.markdown import inert, literal, to_markdown
from netfiles.views.page import Page, Section

EXTENSIONS = ["toc", "attr_list", "tables", "fenced_code", "admonition", "footnotes", "abbr", "def_list"]


def rendered(source: str) -> str:
    return markdown.markdown(source, extensions=EXTENSIONS)


@pytest.mark.parametrize(
    "title",
    [
        "Jane Doe",
        "<img src=x onerror=alert(1)>",
        "*Jane* _Doe_ `x` [a](b) ![c](d) {#id .class}",
        "# Jane",
        "1. Jane",
        "- Jane",
        "+ 1",
        "Zoë O'Neil-李 & Sons “Ltd.”",
        "&lt;b&gt; &amp;",
        "{{ config.site_name }} {% raw %}",
        "a\nb",
        "[[Jane]] ==x== ~~y~~ ^z^ :smile: \\(x\\) $y$",
    ],
)
def test_a_title_is_shown_as_it_is_written(title: str):
    shown = re.fullmatch(r"<h1[^>]*>(.*)</h1>", rendered(f"# {literal(title)}"), re.DOTALL)
    assert shown
    assert html.unescape(shown[1]) == " ".join(title.split())
    assert "<" not in shown[1]


@given(st.text(min_size=1).filter(lambda t: t.split()))
def test_any_title_is_shown_as_it_is_written(title: str):
    shown = re.fullmatch(r"<h1[^>]*>(.*)</h1>", rendered(f"# {literal(title)}"), re.DOTALL)
    assert shown
    assert "<" not in shown[1]


@pytest.mark.parametrize(
    "body",
    [
        "<p>one</p>\n\n<p>two</p>",
        "<pre>```\n# no heading\n\n    code\n```</pre>",
        '<p>{{ x }} {% y %} `code` --8&lt;-- "file"</p>',
        "<ul>\n<li>*not* emphasis</li>\n</ul>",
        "<p>!!! note\n    not an admonition</p>",
    ],
)
def test_html_passes_through_untouched(body: str):
    assert f"<div>{inert(body)}</div>" in rendered(to_markdown(Page("x", "X", (Section(body),))))


def test_signs_in_html_of_a_template_are_shown_as_written():
    assert html.unescape(inert(Markup("<p>{{ x }} `y`</p>"))) == "<p>{{ x }} `y`</p>"


def test_newlines_within_pre_are_kept_for_the_reader():
    assert html.unescape(inert("<pre>a\n\nb</pre>")) == "<pre>a\n\nb</pre>"


def test_what_is_hidden_and_not_searched_is_said_in_front_matter():
    text = to_markdown(Page("x", "X", (), hide=("navigation", "toc"), searchable=False))
    assert text.startswith("---\nhide:\n  - navigation\n  - toc\nsearch:\n  exclude: true\n---\n\n# X")
