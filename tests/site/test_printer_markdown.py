"""Pages without Python-Markdown are those that Python-Markdown makes, for any heading and any HTML."""

from collections.abc import Sequence

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netfiles.site import by_markdown
from netfiles.site.extensions import HARMLESS
from netfiles.site.html_blocks import block, passes
from netfiles.site.learning import in_theme
from netfiles.site.markdown import inert
from netfiles.site.one_page import OnePage
from netfiles.site.outline import Outline, Tree
from netfiles.site.printer import Printer
from netfiles.site.rendered import contents
from netfiles.text.markdown import to_html
from netfiles.views.page import Page, Section
from tests.sampling import sampled
from tests.site.both_ways import TODAY

EXTENSIONS: dict[str, list[str]] = {
    "those of init": ["toc", "tables", "fenced_code", "attr_list", "admonition"],
    "extra": ["extra", "toc", "sane_lists", "smarty", "nl2br", "wikilinks", "meta", "codehilite", "legacy_attrs"],
    "pymdownx": ["attr_list", "toc", *(name for name in HARMLESS if name.startswith("pymdownx."))],
}
TAGS = "div p pre code span b table tr td ul li section svg title text h3 hr br img details summary custom-tag".split()
ATTRIBUTES = [
    "",
    ' class="a b"',
    ' title="a &gt; b"',
    " title='x'",
    ' alt="/>"',
    " open",
    ' href="a?b=1&amp;c=2"',
    " x=1",
]
TEXTS = [
    "a",
    " ",
    "\t",
    "\n",
    "&amp;",
    "&#65;",
    "&#x41;",
    "&nope;",
    "&",
    "a & b",
    "*a* _b_ `c`",
    "[x](y)",
    "{: .a}",
    "$x$",
]
ODD = [
    "<!-- a -->",
    "<!-- a",
    "<?x?>",
    "<!a>",
    "<![CDATA[x]]>",
    "&#65",
    "&#",
    "</div>",
    "<div>",
    "<",
    "</",
    "<>",
    "< b",
    "\0",
]
ODDER = [
    "\x02wzxhzdk:0\x03",
    "\r",
    "\f",
    "<script>",
    "</script>",
    "<style>x</style>",
    "<textarea>",
    "</p ",
    "<p",
    "<DIV>",
]
LINES = [
    "```",
    "~~~",
    "# x",
    "!!! note",
    "/// x",
    "--8<-- 'x'",
    ";--8<--",
    "=== 'x'",
    "[TOC]",
    "*[a]: b",
    "[^1]: x",
    "key: x",
]
AS_MARKDOWN = ['<div markdown="1">*a*</div>', "<p markdown>*a*</p>", "markdown", "<b markdown='1'>"]


def whole(inside: Sequence[str], tag: str, attributes: str) -> str:
    return f"<{tag}{attributes}>" + ("" if tag in ("br", "hr", "img") else f"{''.join(inside)}</{tag}>")


leaves = st.sampled_from([*TEXTS, *LINES])
balanced = st.recursive(
    leaves,
    lambda inner: st.builds(whole, st.lists(inner, max_size=3), st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    max_leaves=12,
)
soup = st.lists(st.one_of(balanced, st.sampled_from([*ODD, *ODDER, *AS_MARKDOWN, *TEXTS, *LINES])), max_size=8).map(
    "".join
)


def through_markdown(html: str, extensions: list[str]) -> str:
    source = f"# T\n\n<div>{html}</div>\n\n## After {{#a}}\n\n<div>end</div>\n"
    return str(markdown.markdown(source, extensions=extensions))


@pytest.mark.parametrize("name", sampled(EXTENSIONS, *list(EXTENSIONS)[:2]))
@settings(max_examples=150, deadline=None)
@given(html=st.one_of(balanced, soup))
def test_html_that_passes_is_not_touched(name: str, html: str):
    html = inert(html)
    if passes(html):
        after = '\n\n<h2 id="a">After</h2>\n<div>end</div>'
        assert through_markdown(html, EXTENSIONS[name]) == f'<h1 id="t">T</h1>\n{block(html)}{after}'


@pytest.mark.parametrize("html", [*ODD, *ODDER, "</div><div>", *AS_MARKDOWN[:2], AS_MARKDOWN[3]])
def test_html_that_may_not_pass_is_refused(html: str):
    assert not passes(f"<p>{html}x") or html == "<>"


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from([*TEXTS, *LINES, *ODD, *ODDER, "- [ ] task\n", "| a |\n|---|\n| b |\n", "[^1]\n\n[^1]: n"])
    )
)
def test_notes_of_the_owner_pass(lines: list[str]):
    body = "\n".join(line for line in lines if not set(line) & set("\0\x02\x03\f"))
    html = inert(to_html(body, lambda _: None, "x"))
    assert passes(html) or "markdown" in html.lower() or "\r" in html


@pytest.fixture(scope="module", params=["those of init", "extra", "pymdownx.smartsymbols"])
def printer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Printer:
    """A printer of a vault with nothing but a mkdocs.yml."""
    vault = tmp_path_factory.mktemp("vault")
    (vault / "tree").mkdir()
    extensions = EXTENSIONS.get(request.param, ["attr_list", request.param])
    text = "site_name: x\ntheme: {name: material, font: false}\nplugins: [netfiles]\nnav: [Home: index.md]\n"
    (vault / "mkdocs.yml").write_text(f"{text}markdown_extensions: [{', '.join(extensions)}]\n", "utf-8")
    return Printer(vault, Tree(vault / "tree", {"index.md"}, lambda _: Outline("Home")), TODAY)


def the_long_way(printer: Printer, page: Page) -> bytes:
    around = printer.press._around
    with printer.press._stock.working():
        rendered = by_markdown.render(around, page, leaves_html=False)
        one = OnePage(page, rendered, contents(rendered.toc), False, "")
        return in_theme(around, one).encode("utf-8", "xmlcharrefreplace")


titles = st.one_of(
    st.text(),
    st.text(alphabet="aZ09 .,'\"-_*`{}[]()<>&#|!$~^=+@:;%\\/\t\n\ue000\x02\x03é李ש\u200f\u00a0\u2028"),
    st.sampled_from(
        ["1st", "1/2", "...", "'a' \"b\"", "www.x.example", "a@b.example", "(c)", "[[x]]", "&#38;", "-->", "Title"]
    ),
)
headings = st.lists(
    st.builds(Section, balanced, st.one_of(st.none(), titles), st.sampled_from([None, "a-1", "b", "title", "Ä"])),
    max_size=4,
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=titles, sections=headings)
def test_any_page_is_that_of_the_long_way(printer: Printer, title: str, sections: list[Section]):
    page = Page("people/somebody", title, tuple(sections))
    assert printer.page(page) == the_long_way(printer, page)


def test_pages_with_plain_words_need_no_markdown(printer: Printer, monkeypatch: pytest.MonkeyPatch):
    first = Page("people/somebody", "First Page", (Section("<p>x</p>"), Section("<p>y</p>", "Some words", "a-1")))
    printer.page(first)
    monkeypatch.setattr(Printer, "press", property(lambda _: pytest.fail("MkDocs was asked")))
    second = Page(
        "people/else", "Zoë Müller", (Section("<p>z</p>"), Section("", "Other words", "b"), Section("", "C", "c"))
    )
    assert "Zoë Müller</h1>" in printer.page(second).decode()


def test_each_extension_that_is_said_to_be_harmless_is_there():
    for name in HARMLESS:
        if not name.startswith("material."):
            markdown.Markdown(extensions=[name])
