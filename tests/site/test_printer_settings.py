"""What is read of mkdocs.yml without MkDocs: reasons against the fast way, the key of a printer, places in the site."""

import os
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, set_exclusions
from pathspec.gitignore import GitIgnoreSpec

from netfiles.site.outline import Outline, Tree
from netfiles.site.places import Places
from netfiles.site.printer import Printer
from netfiles.site.printer_key import printer_key
from netfiles.site.settings import reasons_against

TODAY = date(2026, 11, 19)
TOMORROW = date(2026, 11, 20)
SEARCH = "plugins: search is built of all pages at once; netfiles brings its own search, remove the line."
DEFAULT = "plugins: MkDocs adds its search, built of all pages at once, without this line; write `- netfiles`."


def reasons(folder: Path, text: str, parent: str = "") -> tuple[str, ...]:
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    (folder / "base.yml").write_text(parent, "utf-8")
    return reasons_against(folder / "mkdocs.yml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("plugins: [netfiles]", ()),
        ("plugins: []", ()),
        ("plugins: [netfiles: {today: 2026-11-19}]\nstrict: false\nhooks: []\nextra_templates: []", ()),
        ("plugins:\n  netfiles: {editor: none}\n", ()),
        ("site_name: x", (DEFAULT,)),
        ("plugins:", (DEFAULT,)),
        ("plugins: [search, netfiles]", (SEARCH,)),
        ("plugins: [material/search: {lang: en}, netfiles]", (SEARCH,)),
        (
            "plugins: {tags: {}, netfiles: {}, privacy: {}}",
            ("plugins: tags may look at all pages at once.", "plugins: privacy may look at all pages at once."),
        ),
        (
            "plugins: [netfiles]\nhooks: [a.py]\nstrict: true\nextra_templates: [a.html]",
            (
                "hooks: they may look at all pages at once.",
                "strict: MkDocs compares all pages to find what it warns of.",
                "extra_templates: they may look at all pages at once.",
            ),
        ),
        ("markdown_extensions:\n  - x: {y: !!python/name:a.b }\nplugins: [netfiles]\nsite_url: !ENV [A, b]", ()),
    ],
)
def test_reasons_against_the_fast_way(tmp_path: Path, text: str, said: tuple[str, ...]):
    assert reasons(tmp_path, text) == said


def test_what_is_inherited_counts(tmp_path: Path):
    child = "INHERIT: base.yml\n"
    assert reasons(tmp_path, child, "plugins: [netfiles]\n") == ()
    assert reasons(tmp_path, child, "plugins: [search]\nstrict: true\n")[0] == SEARCH
    assert reasons(tmp_path, f"{child}plugins: [netfiles]\n", "plugins: [search]\nhooks: [a.py]\n") == (
        "hooks: they may look at all pages at once.",
    )
    assert reasons(tmp_path, f"{child}strict: false\nplugins: [netfiles]\n", "strict: true\n") == ()


@pytest.mark.parametrize("text", ["a: [", "INHERIT: nothing.yml", "\tx", "- a\n- b"])
def test_a_file_that_cannot_be_read_is_a_reason(tmp_path: Path, text: str):
    assert len(reasons(tmp_path, text)) == 1


def test_a_chain_of_parents_ends(tmp_path: Path):
    assert reasons(tmp_path, "INHERIT: mkdocs.yml\nplugins: [netfiles]\n") == ()


BASE = "site_name: x\nplugins: [netfiles]\ntheme: {name: material, custom_dir: overrides}\nINHERIT: base.yml\n"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(BASE, "utf-8")
    (tmp_path / "base.yml").write_text("site_author: !ENV [NF_AUTHOR, x]\n", "utf-8")
    (tmp_path / "overrides" / "partials").mkdir(parents=True)
    (tmp_path / "overrides" / "partials" / "logo.html").write_text("x", "utf-8")
    return tmp_path


def test_the_key_is_the_same_while_nothing_changes(vault: Path, monkeypatch: pytest.MonkeyPatch):
    key = printer_key(vault, TODAY)
    (vault / "contacts").mkdir()
    (vault / "contacts" / "a.md").write_text("x", "utf-8")
    monkeypatch.setenv("NF_OTHER", "y")
    assert printer_key(vault, TODAY) == printer_key(vault, TOMORROW) == key


def test_whatever_the_pages_are_made_of_makes_another_key(vault: Path, monkeypatch: pytest.MonkeyPatch):
    keys = [printer_key(vault, TODAY)]
    (vault / "overrides" / "partials" / "logo.html").write_text("xy", "utf-8")
    keys.append(printer_key(vault, TODAY))
    (vault / "overrides" / "main.html").write_text("z", "utf-8")
    keys.append(printer_key(vault, TODAY))
    (vault / "base.yml").write_text("site_author: !ENV NF_AUTHOR\n", "utf-8")
    keys.append(printer_key(vault, TODAY))
    monkeypatch.setenv("NF_AUTHOR", "y")
    keys.append(printer_key(vault, TODAY))
    (vault / "mkdocs.yml").write_text(BASE + "site_url: https://x.example\n", "utf-8")
    keys.append(printer_key(vault, TODAY))
    assert len(set(keys)) == len(keys)


def test_a_local_extension_of_the_owner_makes_another_key(vault: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(vault))
    (vault / "nf_louder.py").write_text("x = 1", "utf-8")
    (vault / "mkdocs.yml").write_text(BASE + "markdown_extensions: ['nf_louder:Louder']\n", "utf-8")
    before = printer_key(vault, TODAY)
    (vault / "nf_louder.py").write_text("x = 12", "utf-8")
    assert printer_key(vault, TODAY) != before


@pytest.mark.parametrize("path", ["overrides/partials/logo.html", "nf_louder.py"])
def test_a_file_that_keeps_its_size_and_time_makes_another_key(vault: Path, monkeypatch: pytest.MonkeyPatch, path: str):
    monkeypatch.syspath_prepend(str(vault))
    (vault / "nf_louder.py").write_text("1", "utf-8")
    (vault / "mkdocs.yml").write_text(BASE + "markdown_extensions: ['nf_louder:Louder']\n", "utf-8")
    before, state = printer_key(vault, TODAY), (vault / path).stat()
    (vault / path).write_text("2", "utf-8")
    os.utime(vault / path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert printer_key(vault, TODAY) != before


@pytest.mark.parametrize("theme", ["{name: mkdocs}", "{name: material, custom_dir: overrides}"])
def test_where_pages_tell_the_day_it_is_in_the_key(vault: Path, theme: str):
    (vault / "overrides" / "main.html").write_text("{{ page.update_date }}", "utf-8")
    (vault / "mkdocs.yml").write_text(f"theme: {theme}\n", "utf-8")
    assert printer_key(vault, TODAY) != printer_key(vault, TOMORROW)


def test_where_pages_read_files_that_cannot_be_known_each_key_is_another(vault: Path):
    (vault / "mkdocs.yml").write_text(BASE + "markdown_extensions: [pymdownx.snippets]\n", "utf-8")
    assert printer_key(vault, TODAY) != printer_key(vault, TODAY)


def test_the_key_is_quickly_known(vault: Path):
    printer_key(vault, TODAY)
    start = time.process_time()
    printer_key(vault, TODAY)
    assert time.process_time() - start < 0.03


names = st.sampled_from(["a", "b-c", "index", "README", ".hidden", "templates", "docs", "x.y", "ü", "404"])
paths = st.builds("/".join, st.lists(names, min_size=1, max_size=4)).flatmap(
    lambda path: st.sampled_from([f"{path}.md", f"{path}.png", path, f"{path}.markdown"])
)


@settings(max_examples=300, deadline=None)
@given(
    paths,
    st.booleans(),
    st.sampled_from([None, "", "/a/*", "*.md\n!index.md", "docs/**\n!.hidden"]),
    st.sampled_from([None, "b-c*"]),
)
def test_a_place_is_that_of_mkdocs(path: str, directory_urls: bool, left_out: str | None, drafts: str | None):
    config = MkDocsConfig()
    config.exclude_docs = None if left_out is None else GitIgnoreSpec.from_lines(left_out.split("\n"))
    config.draft_docs = None if drafts is None else GitIgnoreSpec.from_lines(drafts.split("\n"))
    file = File(path, "", "", directory_urls)
    set_exclusions([file], config)
    always = GitIgnoreSpec.from_lines([".*", "/templates/"])
    patterns = (
        ()
        if left_out is drafts is None
        else ((always + config.exclude_docs) if config.exclude_docs else always, config.draft_docs)
    )
    found = Places(directory_urls, tuple(filter(None, patterns))).place(path)
    assert found == (file.dest_uri if file.inclusion.is_included() else None)


def test_a_hand_written_page_is_not_needed_for_a_printer(vault: Path):
    (vault / "mkdocs.yml").write_text(BASE + "nav: [index.md, docs/lost.md]\n", "utf-8")
    (vault / "tree").mkdir()
    printer = Printer(vault, Tree(vault / "tree", {"index.md"}, lambda _: Outline("Home")), TODAY)
    assert printer.place("docs/lost.md") == "docs/lost/index.html"
