"""The redacted site on disk: nothing of the owner's is in any of its files."""

import gzip
import os
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from netfiles.errors import NoKey, NotForRedaction
from netfiles.exchange.redaction.redaction_rules import TAGS, WORDS
from netfiles.site.redacted_site import FOLDER, NOTICE, build_redacted
from netfiles.site.tree import NotOurs
from netfiles.vault.create import create, skeleton
from netfiles.vault.load import load
from netfiles.vault.redaction_key import NAME, redaction_key
from netfiles.vault.state_folder import VARIABLE, state_folder
from tests.exchange.canaries import Canaries
from tests.site.leaks import (
    digits_in,
    names_of,
    numbers_of,
    printed,
    sentences_of,
    ways_of,
    words_in,
    words_of_the_program,
)

TODAY = date(2026, 11, 19)


def built(vault: Path, site: Path | None = None) -> Path:
    return build_redacted(vault, site, lambda _: TODAY)[1]


def write(vault: Path, canaries: Canaries, count: int, everything: bool = False) -> None:
    """A vault with a canary wherever its owner can write a word."""
    c = canaries
    config = skeleton()["mkdocs.yml"].decode()
    config = config.replace(
        "site_name: My network", f"site_name: {c.word()}\ncopyright: {c.word()}\nsite_author: {c.word()}"
    )
    config = config.replace("name: material", "name: material\n  custom_dir: mine")
    config = config.replace("editor: none", f"editor: obsidian\n      keep_in_touch:\n        {c.word()}: 4w")
    config = config.replace("nav:\n", f"nav:\n  - {c.word()}: docs/index.md\n")
    own = '{% extends "base.html" %}{% block content %}' + c.word() + "{{ super() }}{% endblock %}"
    files = {
        "mkdocs.yml": config,
        "mine/main.html": own,
        f"mine/{c.word()}.js": c.word(),
        "docs/index.md": f"# {c.word()}\n\n[[{c.word()}]] {c.word()}",
        f"docs/{c.word()}.md": c.word(),
        "inbox.md": c.word(),
        f"templates/{c.word()}.md": c.word(),
        **dict(c.files(count, everything)),
    }
    files |= {
        f"contacts/{c.word()}.md": f"---\nnam: {c.word()}\n{c.word()}\n---\n",
        f"contacts/{c.word()} x.md": c.word(),
    }
    for path, text in files.items():
        create(vault, path, text.encode())
    for name in re.findall(r"\w+\.png", "".join(files.values())):
        create(vault, f"attachments/{name}", b"\x89PNG\r\n\x1a\n" + name.encode())


def leaks(vault: Path, canaries: Canaries) -> list[tuple[str, str]]:
    """Which canaries are in which files, also those of which only the beginning is left."""
    small = {word.casefold() for word in canaries.words}
    numbers = [word for word in small if word.isdecimal()]
    found = []
    for name, text in printed(built(vault)):
        told, digits = text.casefold(), digits_in(text)
        found += [(word, name) for word in _CANARY.findall(told) if any(one.startswith(word) for one in small)]
        found += [(number, name) for number in numbers if number in digits]
    return found


_CANARY = re.compile(r"q\d+[bcdfghjklmnpqrstvwxz]{2,}")


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(2, 40))])
def test_no_word_that_the_owner_wrote_anywhere_is_in_any_file(tmp_path: Path, seed: int) -> None:
    canaries = Canaries(Random(seed))
    write(tmp_path, canaries, 5 if seed % 2 else 12, everything=bool(seed % 2))
    assert leaks(tmp_path, canaries) == []


@pytest.fixture(scope="module")
def words_of_an_empty_site(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What the theme says, and pages that have nothing to tell."""
    vault = tmp_path_factory.mktemp("empty")
    for path, content in skeleton().items():
        create(vault, path, content)
    return {word for _, text in printed(built(vault)) for word in words_in(text)}


def found_of(vault: Path, of_others: set[str]) -> dict[str, list[str]]:
    """What of the fields, notes, addresses and numbers of a vault is in its redacted site."""
    source, site = load(vault), built(vault)
    texts = [text for _, text in printed(site)]
    words = {word for text in texts for word in words_in(text)}
    told = "\n".join(" ".join(text.casefold().split()) for text in texts)
    kept = {word for of in (TAGS, *WORDS.values()) for text in of for word in words_in(text)}
    digits = digits_in(told)
    return {
        "names": sorted((names_of(source) & words) - words_of_the_program() - of_others - kept),
        "sentences": [sentence for sentence in sentences_of(source) if sentence in told],
        "ways": [way for way in ways_of(source) if way in told],
        "numbers": [number for number in numbers_of(source) if number in digits],
    }


def test_what_is_looked_for_is_found_however_it_is_hidden(tmp_path: Path) -> None:
    create(tmp_path, "vault/contacts/Zoë O'Brien.md", _ZOE.encode())
    create(tmp_path, "site/people/brien/index.html", b"Zo&euml; (413) 555&nbsp;0107")
    create(tmp_path, "site/map.xml.gz", gzip.compress(b"https://zoe.example/me"))
    create(tmp_path, "site/search.json", b'"she %6bnows the foreman of the mill"')
    source, texts = load(tmp_path / "vault"), [text for _, text in printed(tmp_path / "site")]
    told = "\n".join(texts).casefold()
    assert names_of(source) & words_in(told) == {"brien", "https", "example"}
    assert numbers_of(source) == {"14135550107", "5550107"}
    assert "5550107" in digits_in(told)
    assert {way in told for way in ways_of(source)} == {True}
    assert {sentence in told for sentence in sentences_of(source)} == {True}


_ZOE = """---
links: https://zoe.example/me
phones: "+1 413 555 0107"
---
She knows the foreman of the mill.
"""


NOTHING = {"names": [], "sentences": [], "ways": [], "numbers": []}


def test_nothing_of_the_example_vault_is_in_its_redacted_site(
    example_vault: Path, words_of_an_empty_site: set[str]
) -> None:
    assert found_of(example_vault, words_of_an_empty_site) == NOTHING


@pytest.mark.parametrize(
    ("people", "entries", "seed"),
    [(12, 30, 3), *(pytest.param(150, 600, seed, marks=pytest.mark.soak) for seed in range(4, 10))],
)
def test_nothing_of_a_made_up_vault_is_in_its_redacted_site(
    made_up_vault: Callable[[int, int, int], Path],
    words_of_an_empty_site: set[str],
    people: int,
    entries: int,
    seed: int,
) -> None:
    assert found_of(made_up_vault(people, entries, seed), words_of_an_empty_site) == NOTHING


def write_small(vault: Path) -> Path:
    for path, content in skeleton().items():
        create(vault, path, content)
    create(vault, "contacts/Jane Doe.md", b"---\ncompany: Acme\n---\n")
    create(vault, "contacts/Bo Lee.md", b"---\ntitle: x\n---\n")
    create(vault, "journal/2026-11-05 Coffee.md", b'---\nwith: "[[Jane Doe]]"\n---\n')
    return vault


def files_of(vault: Path) -> dict[str, int]:
    files = (path for path in vault.rglob("*") if path.is_file() and FOLDER not in path.parts)
    return {str(path): path.stat().st_mtime_ns for path in files}


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small vault whose redacted site is printed; it had a cache to use."""
    vault = write_small(tmp_path_factory.mktemp("once") / "vault")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NETFILES_CACHE", str(vault.parent / "cache"))
        patch.setenv("SOURCE_DATE_EPOCH", "1795046400")  # noon of the true day
        before = files_of(vault)
        built(vault)
        assert files_of(vault) == before, "a file of the vault was touched"
    return vault


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write_small(tmp_path / "vault")


def test_every_page_says_that_it_is_redacted(once: Path) -> None:
    pages = [path.read_text("utf-8") for path in (once / FOLDER).rglob("*.html")]
    assert len(pages) > 15
    assert all(page.count(NOTICE) == 1 for page in pages)


def test_it_lies_in_a_folder_of_its_own_that_git_leaves_out_and_others_cannot_read(once: Path) -> None:
    assert (once / FOLDER / "index.html").is_file()
    assert f"/{FOLDER}/" in (once / ".gitignore").read_text("utf-8").split()
    assert os.name != "posix" or (once / FOLDER).stat().st_mode & 0o077 == 0


def test_no_file_tells_the_day_on_which_it_was_printed(once: Path) -> None:
    days = {datetime.fromtimestamp(path.stat().st_mtime, UTC).date() for path in (once / FOLDER).rglob("*")}
    assert len(days) == 1
    assert days < {TODAY - timedelta(weeks=weeks) for weeks in range(26, 530)}
    assert "2026" not in (once / FOLDER / "sitemap.xml").read_text("utf-8")


def test_the_cache_of_the_true_site_is_neither_asked_nor_changed(once: Path) -> None:
    assert not (once.parent / "cache").exists()


def test_the_next_build_prints_the_same_names_and_removes_what_is_gone(once: Path) -> None:
    first = {path.name for path in (once / FOLDER / "people").iterdir()}
    (once / "contacts/Bo Lee.md").unlink()
    second = {path.name for path in (built(once) / "people").iterdir()}
    assert second < first
    assert len(first - second) == 1


def test_it_is_not_printed_over_the_true_site(small: Path) -> None:
    with pytest.raises(NotForRedaction):
        built(small, small / "site")


def test_it_is_not_printed_over_files_of_others(small: Path, tmp_path: Path) -> None:
    create(tmp_path, "other/notes.txt", b"mine")
    with pytest.raises(NotOurs):
        built(small, tmp_path / "other")


def test_the_secret_is_for_the_user_alone_and_lies_outside_of_the_vault(small: Path) -> None:
    key, file = redaction_key(small), state_folder(small) / NAME
    assert redaction_key(small) == key == file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0 or os.name != "posix"
    assert [path.name for path in file.parent.iterdir() if path.name.startswith(NAME)] == [NAME]
    assert not any(path.name == NAME for path in small.rglob("*"))


def test_a_damaged_secret_is_said(small: Path) -> None:
    redaction_key(small)
    (state_folder(small) / NAME).write_bytes(b"short")
    with pytest.raises(NoKey, match="is damaged"):
        redaction_key(small)


def test_a_secret_that_cannot_be_kept_is_said(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(small / "mkdocs.yml"))
    with pytest.raises(NoKey, match="no folder that is yours alone"):
        redaction_key(small)
