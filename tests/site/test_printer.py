"""The fast printer gives the bytes of stock MkDocs, whatever the owner's mkdocs.yml says, and takes the fast way."""

import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import Pipe, get_context
from pathlib import Path
from typing import Any

import pytest

from netfiles.errors import NeedsAll, SiteFailed
from netfiles.site.learned import Learned
from netfiles.site.markdown import to_markdown
from netfiles.site.one_page import OnePage
from netfiles.site.press import Press
from netfiles.site.printer import Printer
from netfiles.site.settings import reasons_against
from netfiles.views.page import Page, Section
from tests.sampling import in_soak, sampled
from tests.site.both_ways import (
    BUILT,
    TODAY,
    Insight,
    Site,
    by_printer,
    by_stock,
    configure,
    differing,
    printer_of,
    site_of,
)

GUIDE = {
    "index.md": """---
icon: material/book
---
# The *guide* & more

See [how](how.md#second), [People](../people/index.md), [nobody](../people/nobody.md), [lost](lost.md).

## First

A CRM is it -- "said" she.[^1] 1st :smile:

[^1]: A note.

*[CRM]: Customer relationship management
""",
    "how.md": """# How

## Second

```python
x = 1
```

!!! note
    Noted.

### Third

| a | b |
|---|---|
| 1 | 2 |
""",
    "more/index.md": "---\ntitle: More {{ x }}\nstatus: new\n---\nNo heading. [Back](../index.md)\n",
}
NAV = {"nav": None}

AWKWARD = (
    Page("people/awkward", 'O\'Brien & <b> "x" {{ y }} {% z %} \\1 $1 -- ... 1st zoë שלום', (Section("<p>a</p>"),)),
    Page("people/control", "\x02wzxhzdk:0\x03 \x00 klzzwxh:0", (Section("<pre>a\tb\nc</pre>"),)),
    Page("people/marks", "\ue000&<'\" 0zZ  ;\ue000 netfilesblock0.", (Section("<p>\ue000 netfilesblock0. {{</p>"),)),
    Page("people/long", "long " * 500, (Section("<p>a</p>", "long " * 300, "a-1"), Section("", "No text", "a-2"))),
    Page("people/empty", " ", (Section("<p>a</p>"),)),
    Page("people/same", "Same", (Section("<p>a</p>", "Same", "same"), Section("", "Same"), Section("<i>x</i>", "é"))),
    Page("people/unsafe", "Unsafe", (Section("<p>a<!-- b --> &#65 </p></div><div>"), Section("<p>after</p>"))),
    Page("people/searched", "Not searched", (Section("<p>a</p>"),), ("toc", "path"), searchable=False),
    Page("people/assets", "Like a folder of the theme", (Section("<p>a</p>"),), ()),
    Page("assets", "On top", (Section("<p>a</p>"),), ()),
    Page("tags", "Tags", (Section("<p>a</p>"),), ()),
)


@pytest.fixture(autouse=True)
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILT)


@pytest.fixture
def vault(made_up_vault: Callable[..., Path]) -> Path:
    vault = made_up_vault(6, 25)
    for name, text in GUIDE.items():
        (vault / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (vault / "docs" / name).write_text(text, "utf-8")
    return vault


def guided(changes: dict[str, Any]) -> dict[str, Any]:
    """Settings with the guide in the navigation."""
    deeper = [{"Deeper": ["docs/more/index.md", "docs/lost.md", {"Style": "assets/netfiles.css"}]}]
    deeper += [{"Elsewhere": "https://x.example"}, "assets/netfiles.js"]
    guide = {"Guide": ["docs/index.md", "docs/how.md", *deeper]}
    people = {"People": ["people/index.md", "companies/index.md"]}
    return {"nav": [{"Today": "index.md"}, people, "goals.md", "follow-ups.md", guide]} | changes


MAIN = """{% extends "base.html" %}
{% block announce %}<b>{{ page.title | upper }} {{ "<" ~ page.title }}</b>{% endblock %}
{% block extrahead %}
<meta property="og:title" content="{{ page.title | striptags | e }}">
<meta property="og:url" content="{{ page.canonical_url }}{{ page.url }}">
{% if page.meta and "toc" in page.meta.hide %}<meta name="toc" content="{{ page.meta.hide | join(' ') }}">{% endif %}
{% if "nf-" in page.content %}<meta name="ours">{% endif %}
{% for item in page.toc %}
{% for below in item.children %}<meta name="{{ below.id }}" content="{{ below.title | e }}">{% endfor %}
{% endfor %}
{% endblock %}
"""
EXTENSIONS = [
    "attr_list",
    "abbr",
    "admonition",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    {"toc": {"permalink": True}},
    "pymdownx.details",
    {"pymdownx.emoji": {"emoji_index": "$material.extensions.emoji.twemoji"}},
    {"pymdownx.highlight": {"anchor_linenums": True}},
    "pymdownx.inlinehilite",
    "pymdownx.superfences",
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"pymdownx.tasklist": {"custom_checkbox": True}},
]
FEATURES = [
    *("announce.dismiss", "content.action.edit", "content.action.view", "content.code.copy", "navigation.expand"),
    *("navigation.footer", "navigation.indexes", "navigation.instant", "navigation.path", "navigation.sections"),
    *("navigation.tabs", "navigation.tabs.sticky", "navigation.top", "toc.follow", "toc.integrate"),
]
CONFIGURATIONS: dict[str, dict[str, Any]] = {
    "as it is": {},
    "guide": guided({}),
    "no navigation": {"nav": None},
    "extensions": guided({"markdown_extensions": EXTENSIONS}),
    "words": guided(
        {"markdown_extensions": ["attr_list", "smarty", "pymdownx.smartsymbols", "pymdownx.magiclink", "extra"]}
    ),
    "anchors": guided(
        {
            "markdown_extensions": [
                "attr_list",
                {
                    "toc": {
                        "slugify": "$markdown.extensions.toc.slugify_unicode",
                        "toc_depth": 2,
                        "anchorlink": True,
                        "separator": "_",
                    }
                },
            ]
        }
    ),
    "toc of h2": {
        "markdown_extensions": ["attr_list", {"toc": {"toc_depth": "2-3", "title": "On <this> page", "baselevel": 1}}]
    },
    "no attributes": {"markdown_extensions": ["tables"]},
    "glossary": {"markdown_extensions": ["attr_list", {"abbr": {"glossary": {"Okafor": "a name", "Goals": "x"}}}]},
    "features": guided(
        {
            "theme": {"features": FEATURES},
            "repo_url": "https://example.org/me/net",
            "edit_uri": "blob/main/",
            "copyright": "Me & you",
        }
    ),
    "edit template": {
        "edit_uri_template": "https://x.example/?f={path}&n={path_noext}",
        "theme": {"features": ["content.action.edit"]},
    },
    "address": guided(
        {
            "site_url": "https://x.example/net/",
            "extra": {"homepage": "/", "social": [{"icon": "material/web", "link": "https://x.example"}]},
        }
    ),
    "files": guided({"use_directory_urls": False, "site_url": "https://x.example"}),
    "left out": guided({"exclude_docs": "/cards.md\n/people/awk*\n*.pdf\nhow.md\n", "draft_docs": "/problems.md\n"}),
    "override": guided({"theme": {"custom_dir": "overrides"}, "site_url": "https://x.example"}),
    "german": {
        "theme": {
            "language": "de",
            "direction": "rtl",
            "palette": {"primary": "red"},
            "icon": {"admonition": {"note": "material/note"}},
        }
    },
    "mkdocs": guided({"theme": {"name": "mkdocs", "features": None, "palette": None, "font": None, "language": None}}),
}


WHOLE = {
    "no attributes": ("Headings go through Python-Markdown one by one: a heading is not always the same.",),
    "mkdocs": ("Pages like index.md go through the whole template: it prints when the site was built.",),
}
"""What is not printed the fast way, by configuration: nothing else is."""
SAMPLE = ("extensions", "override")


def prepared(vault: Path, insights_of: Insight, changes: dict[str, Any], main: str = MAIN) -> Site:
    (vault / "overrides").mkdir(exist_ok=True)
    (vault / "overrides" / "main.html").write_text(main, "utf-8")
    configure(vault, changes)
    return site_of(vault, insights_of(vault), AWKWARD)


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of pages that went through the whole template."""
    paths: list[str] = []
    shown = Press.shown

    def noticed(self: Press, one: OnePage, learned: Learned) -> str:
        paths.append(one.page.address)
        return shown(self, one, learned)

    monkeypatch.setattr(Press, "shown", noticed)
    return paths


@pytest.mark.parametrize("name", sampled(CONFIGURATIONS, *SAMPLE))
def test_every_file_is_that_of_stock_mkdocs(vault: Path, insights_of: Insight, whole: list[str], name: str):
    site = prepared(vault, insights_of, CONFIGURATIONS[name])
    assert reasons_against(vault / "mkdocs.yml") == ()
    printer = printer_of(site)
    assert differing(by_stock(site), by_printer(site, printer)) == []
    assert printer.remarks == WHOLE.get(name, ())
    del whole[:]
    assert differing(by_printer(site, printer), by_printer(site, printer)) == []
    assert set(whole) <= {"index", "assets", "people/assets", "people/empty", "people/same"}


@pytest.mark.soak
def test_the_example_is_that_of_stock_mkdocs(example_vault: Path, insights_of: Insight, whole: list[str]):
    configure(example_vault, {})
    site = site_of(example_vault, insights_of(example_vault))
    printer = printer_of(site)
    assert differing(by_stock(site), by_printer(site, printer)) == []
    assert printer.remarks == ()
    assert len(whole) == len(set(printer.learned().frames)) == len(set(whole))


@pytest.mark.parametrize("name", ["override", *in_soak(["extensions", "as it is", "features", "anchors"])])
def test_what_was_learned_is_enough_for_another_process(
    vault: Path, insights_of: Insight, monkeypatch: pytest.MonkeyPatch, name: str
):
    site = prepared(vault, insights_of, CONFIGURATIONS[name])
    first = printer_of(site)
    ours = [page for page in site.pages.values() if page not in AWKWARD]
    printed = [first.page(page) for page in ours]
    beside = first.beside()
    learned = pickle.loads(pickle.dumps(first.learned()))
    monkeypatch.setattr(Printer, "press", property(lambda _: pytest.fail("MkDocs was asked")))
    second = printer_of(site, learned)
    assert [second.page(page) for page in ours] == printed
    assert second.beside() == beside
    assert second.key == first.key


def test_a_process_that_has_learned_does_without_mkdocs(vault: Path, insights_of: Insight, tmp_path: Path):
    site = prepared(vault, insights_of, {})
    printer = printer_of(site)
    pages = [page for page in site.pages.values() if page not in AWKWARD]
    printed = [printer.page(page) for page in pages]
    printer.beside()
    tree = {path: site.seen().source(path) for path in site.tree if path.endswith(".md")}
    given = (vault, site.folder, frozenset(site.tree), tree, TODAY, printer.learned(), pages)
    (tmp_path / "given").write_bytes(pickle.dumps(given))
    program = """
import pickle, sys
from netfiles.site.outline import Tree
from netfiles.site.printer import Printer
vault, folder, paths, tree, today, learned, pages = pickle.load(open(sys.argv[1], "rb"))
printer = Printer(vault, Tree(folder, paths, tree.__getitem__), today, learned)
printed = [printer.page(page) for page in pages]
printer.beside()
assert not {"mkdocs", "markdown", "material"} & sys.modules.keys()
pickle.dump(printed, open(sys.argv[2], "wb"))
"""
    command = [sys.executable, "-c", program, tmp_path / "given", tmp_path / "printed"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert pickle.loads((tmp_path / "printed").read_bytes()) == printed


def block(text: str) -> str:
    """A main.html that shows something on pages, and nothing on 404.html."""
    return '{% extends "base.html" %}{% block announce %}{% if page %}' + text + "{% endif %}{% endblock %}"


REFUSED = {
    '{% if page.title == "Nobody" %}?{% endif %}': "it uses `__eq__` on page.title",
    "{{ page.content | length }}": "it uses the filter `length` on a part of the page",
    "{{ page.title[:3] }}": "it uses `__getitem__` on page.title",
    "{{ page.url | url }}": "it uses the filter `url` on a part of the page",
    "{{ page.title.title() }}": "it uses `title` on page.title",
    "{{ page.file.src_uri }}": "it asks for page.file",
    "{{ page.markdown | wordcount }}": "it asks for page.markdown",
    "{% set t %}{{ page.title }}!{% endset %}{{ t | title }}": "it uses the filter `title` on a part of the page",
    '{{ ("x" ~ page.title) == "y" }}': "it uses `__eq__` on a text that holds a part of the page",
    '{{ "%s" | format(page.title) }}': "it uses the filter `format` on a part of the page",
    '{{ {"t": page.title} | tojson }}': "it uses the filter `tojson` on a part of the page",
    "{% autoescape true %}{{ page.title }}{% endautoescape %}": "it rewrites a part of the page",
    '{{ "{}".format(page.title).lower() }}': "it rewrites a part of the page",
    "{{ page.title is eq('Nobody') }}": "it asks whether a part of the page is `eq`",
    "{{ build_date_utc }}": "it prints when the site was built",
}


@pytest.mark.parametrize("text", sampled(REFUSED, *list(REFUSED)[:3]))
def test_a_theme_that_takes_parts_of_the_page_apart_gets_whole_templates(vault: Path, insights_of: Insight, text: str):
    site = prepared(vault, insights_of, {"theme": {"custom_dir": "overrides"}}, block(text))
    printer = printer_of(site)
    for address in ("people/awkward", "people/long"):
        printer.page(site.pages[f"{address}.md"])
    assert f"Pages like people/ go through the whole template: {REFUSED[text]}." in printer.remarks
    assert not printer.learned().frames


@pytest.mark.soak
def test_whole_templates_are_those_of_stock_mkdocs(vault: Path, insights_of: Insight):
    text = "".join(text for text in REFUSED if "build_date" not in text)
    site = prepared(vault, insights_of, {"theme": {"custom_dir": "overrides"}}, block(text))
    assert differing(by_stock(site), by_printer(site, printer_of(site))) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ pages | length }}",
        "{% for one in nav.pages %}{{ one.content }}{% endfor %}",
        "{{ nav.pages[1].toc | length }}",
        "{{ page.next_page.markdown }}",
    ],
)
def test_a_theme_that_looks_at_other_pages_is_refused(vault: Path, insights_of: Insight, text: str):
    site = prepared(vault, insights_of, {"theme": {"custom_dir": "overrides"}}, block(text))
    with pytest.raises(NeedsAll, match="looks at other pages"):
        printer_of(site)


def test_readthedocs_is_refused_because_it_looks_at_other_pages(vault: Path, insights_of: Insight):
    with pytest.raises(NeedsAll, match="looks at other pages"):
        printer_of(prepared(vault, insights_of, {"theme": {"name": "readthedocs", "features": None}}))


@pytest.mark.soak
def test_an_extension_that_may_rewrite_html_gets_whole_pages(
    vault: Path, insights_of: Insight, monkeypatch: pytest.MonkeyPatch
):
    (vault / "louder.py").write_text(LOUDER, "utf-8")
    monkeypatch.syspath_prepend(str(vault))
    site = prepared(vault, insights_of, {"markdown_extensions": ["attr_list", "louder:Louder"]})
    printer = printer_of(site)
    assert differing(by_stock(site), by_printer(site, printer)) == []
    assert printer.remarks == ("Whole pages go through Python-Markdown, since louder:Louder may rewrite HTML.",)
    assert b"PEOPLE" in printer.page(site.pages["people/index.md"])


LOUDER = """
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

class Shout(Postprocessor):
    def run(self, text):
        return text.replace("People", "PEOPLE").replace("</div>", "!</div>")

class Louder(Extension):
    def extendMarkdown(self, md):
        md.postprocessors.register(Shout(md), "shout", 1)
"""


def test_a_theme_of_the_owner_alone_is_honoured(vault: Path, insights_of: Insight):
    main = "<title>{{ page.title }}</title>{{ page.toc }}<a href='{{ nav.homepage.url | url }}'>{{ page.content }}</a>"
    settings = """
site_name: Mine
plugins: [netfiles]
nav: [index.md]
theme: {name: null, custom_dir: overrides}
markdown_extensions: [attr_list]
"""
    site = prepared_from(vault, insights_of, settings, main)
    printer = printer_of(site)
    assert differing(by_stock(site), by_printer(site, printer)) == []
    assert printer.remarks == ()


@pytest.mark.soak
def test_what_mkdocs_yml_inherits_is_honoured(vault: Path, insights_of: Insight):
    configure(vault, {"theme": {"custom_dir": "overrides"}})
    (vault / "mkdocs.yml").rename(vault / "base.yml")
    site = prepared_from(vault, insights_of, "INHERIT: base.yml\nsite_name: Mine\nsite_url: https://x.example/\n")
    printer = printer_of(site)
    assert differing(by_stock(site), by_printer(site, printer)) == []
    assert printer.remarks == ()


def prepared_from(vault: Path, insights_of: Insight, text: str, main: str = MAIN) -> Site:
    (vault / "overrides").mkdir()
    (vault / "overrides" / "main.html").write_text(main, "utf-8")
    (vault / "mkdocs.yml").write_text(text, "utf-8")
    return site_of(vault, insights_of(vault), AWKWARD)


def test_of_two_hand_written_pages_in_one_place_the_same_one_is_shown(vault: Path, insights_of: Insight):
    for name in ("README.md", "how/index.md", "more/README.md"):
        (vault / "docs" / name).parent.mkdir(exist_ok=True)
        (vault / "docs" / name).write_text(f"# Of {name}\n\n[a](README.md) [b](how.md) [c](more/README.md)\n", "utf-8")
    site = prepared(vault, insights_of, guided({"exclude_docs": "more/index.md\n"}))
    assert differing(by_stock(site), by_printer(site, printer_of(site))) == []


def test_a_configuration_that_mkdocs_refuses_is_an_error_with_its_words(vault: Path, insights_of: Insight):
    with pytest.raises(SiteFailed, match="nosuchtheme"):
        printer_of(prepared(vault, insights_of, {"theme": {"name": "nosuchtheme"}}))


@pytest.mark.soak
def test_another_title_in_the_navigation_is_another_key_and_is_shown_on_every_page(vault: Path, insights_of: Insight):
    site = prepared(vault, insights_of, guided({}))
    printer = printer_of(site)
    by_printer(site, printer)
    changed = replace(site, tree=dict(site.tree) | {"docs/how.md": b"# Why\n"})
    other = printer.other(changed.seen(), TODAY)
    assert other.key != printer.key
    assert differing(by_stock(changed), by_printer(changed, other)) == []
    assert b"Why" in other.page(site.pages["goals.md"])


@pytest.mark.soak
def test_another_page_in_the_tree_leaves_what_was_learned(vault: Path, insights_of: Insight, whole: list[str]):
    site = prepared(vault, insights_of, guided({"site_url": "https://x.example"}))
    printer = printer_of(site)
    by_printer(site, printer)
    page = Page("people/nobody", "Nobody", (Section("<p>new</p>"),))
    pages = dict(site.pages) | {"people/nobody.md": page}
    more = replace(site, pages=pages, tree=dict(site.tree) | {"people/nobody.md": to_markdown(page).encode()})
    other = printer.other(more.seen(), TODAY)
    del whole[:]
    assert other.page(page)
    assert whole == []
    assert other.key == printer.key
    assert differing(by_stock(more), by_printer(more, other)) == []


@pytest.mark.soak
def test_many_threads_print_the_same(vault: Path, insights_of: Insight):
    site = prepared(vault, insights_of, guided({}))
    expected = by_printer(site, printer_of(site))
    printer = printer_of(site)
    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(lambda _: by_printer(site, printer), range(8)):
            assert differing(expected, found) == []


def test_a_fork_prints_the_same(vault: Path, insights_of: Insight):
    site = prepared(vault, insights_of, guided({}))
    printer = printer_of(site)
    expected = by_printer(site, printer_of(site))
    receive, send = Pipe(duplex=False)
    child = get_context("fork").Process(target=lambda: send.send(by_printer(site, printer)))
    child.start()
    assert differing(expected, receive.recv()) == []
    child.join()
