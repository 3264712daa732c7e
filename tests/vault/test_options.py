"""mkdocs.yml: every option good and bad, what belongs to others is left alone, and no text breaks or hangs it."""

import itertools
from dataclasses import fields
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from netfiles.model import Duration
from netfiles.model.options import Folders, Numbers, Options
from netfiles.vault.load import load
from netfiles.vault.options import read_options
from tests.vault.made import ADA, paths, put, vault


def options(root: Path, text: str | bytes) -> tuple[Options, list[tuple[str, int]]]:
    """The options, and code and line of every problem."""
    put(root, "mkdocs.yml", text)
    begin = process_time()
    read, problems = read_options(root)
    assert process_time() - begin < 10
    assert all(p.place.file == "mkdocs.yml" and p.message.isprintable() and len(p.message) < 500 for p in problems)
    assert all(1 <= p.place.line <= len(text.splitlines()) + 1 for p in problems)
    return read, [(p.code, p.place.line) for p in problems]


def ours(root: Path, written: str) -> tuple[Options, list[tuple[str, int]]]:
    """The same for one line below the plugin, which is line 4."""
    return options(root, f"site_name: Mine\nplugins:\n  - netfiles:\n      {written}\n")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("today: 2026-11-23", Options("Mine", today=date(2026, 11, 23))),
        ("today: '2026-11-23'", Options("Mine", today=date(2026, 11, 23))),
        ("today:", Options("Mine")),
        ("editor: none", Options("Mine")),
        ("editor: obsidian", Options("Mine", editor="obsidian")),
        ("editor: vscode", Options("Mine", editor="vscode")),
        ("keep_in_touch: {}", Options("Mine")),
        (
            "keep_in_touch: {close: 4w, '#Alumni': quarterly, 2020: 30d}",
            Options(
                "Mine",
                keep_in_touch=(("close", Duration(4, "w")), ("alumni", Duration(3, "m")), ("2020", Duration(30, "d"))),
            ),
        ),
        ("folders: {}", Options("Mine")),
        ("folders: {contacts: people}", Options("Mine", folders=Folders(contacts="people"))),
        (
            "folders: {contacts: /people/, docs: ./a//b/}",
            Options("Mine", folders=Folders(contacts="people", docs="a/b")),
        ),
        ("folders: {contacts: 'a\\b'}", Options("Mine", folders=Folders(contacts="a/b"))),
        ("folders: {contacts: , journal: 2026}", Options("Mine", folders=Folders(journal="2026"))),
    ],
)
def test_every_option_is_read(tmp_path, written, expected):
    assert ours(tmp_path, written) == (expected, [])


NO_NUMBERS = [*"0 -1 10000 1.5 x yes ~ [1] {a} '3' .inf 2026-11-23".split(), "0x" + "f" * 9_000]


@pytest.mark.parametrize("number", [field.name for field in fields(Numbers)])
@pytest.mark.parametrize("written", ["1", "9999", "0x10", *NO_NUMBERS], ids=lambda written: written[:9])
def test_every_number_is_whole_and_positive(tmp_path, number, written):
    fits = written not in NO_NUMBERS
    read, problems = ours(tmp_path, f"{number}: {written}")
    assert problems == ([] if fits else [("NF502", 4)])
    assert getattr(read.numbers, number) == (int(written, 0) if fits else getattr(Numbers(), number))


@pytest.mark.parametrize(
    "written",
    [
        "today: tomorrow",
        "today: 2026-02-30",
        "today: 23.11.2026",
        "today: yes",
        "today: [2026-11-23]",
        "editor: vim",
        "editor: [obsidian]",
        "editor:",
        "editor: yes",
        "keep_in_touch: 3m",
        "keep_in_touch: [alumni]",
        "keep_in_touch: {alumni: often}",
        "keep_in_touch: {alumni: 12:30}",
        "keep_in_touch: {alumni: [3m]}",
        "keep_in_touch:",
        "folders: people",
        "folders: [people]",
        "folders:",
        "folders: {people: contacts}",
        "folders: {contacts: ../out}",
        "folders: {contacts: a/../../out}",
        "folders: {contacts: '..\\out'}",
        "folders: {contacts: .}",
        "folders: {contacts: ''}",
        "folders: {contacts: /}",
        "folders: {contacts: [a]}",
        'folders: {contacts: "a\\0b"}',
        'folders: {contacts: "a\\nb"}',
        "folders: {contacts: journal}",
        "folders: {contacts: journal/people}",
        "folders: {leads: career/companies/leads}",
        "nonsense: 1",
        "reply_busines_days: 7",
        "1: 2",
        "~: 2",
        "yes: 2",
    ],
)
def test_an_option_that_is_not_understood_is_a_warning_and_all_others_hold(tmp_path, written):
    read, problems = options(
        tmp_path, f"plugins:\n  - netfiles:\n      people_a_day: 3\n      {written}\n      long_minutes: 20\n"
    )
    assert [code for code, _ in problems] == ["NF502"]
    assert problems[0][1] in (1, 4)
    assert read == Options(numbers=Numbers(people_a_day=3, long_minutes=20))


def test_a_misspelt_option_is_told_what_it_was_meant_to_be(tmp_path):
    put(tmp_path, "mkdocs.yml", "plugins:\n  - netfiles:\n      reply_busines_days: 7\n")
    (problem,) = read_options(tmp_path)[1]
    assert problem.advice.startswith("Did you mean `reply_business_days`?")


@pytest.mark.parametrize(
    "text",
    [
        "site_name: Mine\nplugins: [search]\n",
        "site_name: Mine\nplugins: netfiles\n",
        "site_name: Mine\nplugins: [netfiles]\n",
        "site_name: Mine\nplugins: {netfiles: }\n",
        "site_name: Mine\nplugins: {netfiles: {}}\n",
        "site_name: Mine\nplugins: [1, ~, [], {search: {}}, {netfiles: }]\n",
        "site_name: Mine\nplugins:\n",
        "site_name: Mine\n",
        "\ufeffsite_name: Mine\n",
        "site_name: Mine\r\nplugins:\r\n  - netfiles\r\n",
        "site_name: Mine\nx: 2026-02-30\ny: 12:30\nz: 0o8\n",
        "site_name: Mine\nx: !!python/name:os.system\ny: !ENV [HOME, x]\nz: !relative $docs_dir\n",
        "site_name: Mine\nx: !!python/object/apply:os.system ['exit 1']\n",
        "site_name: Mine\nmarkdown_extensions: [pymdownx.emoji: {emoji_index: !!python/name:material.x.twemoji }]\n",
        "site_name: Mine\n? !ENV A\n: b\n",
        "a: &a {b: c}\nd: {<<: *a}\nsite_name: Mine\n",
        "INHERIT: ../base.yml\nsite_name: Mine\n",
        "site_name: Mine\nx: !!binary aGk=\ny: !!set {a, b}\nz: !!omap [a: 1]\n",
    ],
    ids=repr,
)
def test_what_belongs_to_mkdocs_is_left_alone_and_its_tags_survive(tmp_path, text):
    assert options(tmp_path, text) == (Options("Mine"), [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("site_name: [a]\ndocs_dir: {a: b}\nsite_dir:\n", Options()),
        ("site_name: 2026\ndocs_dir: docs\nsite_dir: public\n", Options("2026", tree="docs", site="public")),
        ("site_name: !ENV NAME\n", Options()),
        ("plugins:\n  netfiles:\n    people_a_day: 3\n", Options(numbers=Numbers(people_a_day=3))),
        ("a: &a {people_a_day: 3}\nplugins: [netfiles: {<<: *a}]\n", Options(numbers=Numbers(people_a_day=3))),
    ],
)
def test_settings_of_mkdocs_that_we_read(tmp_path, text, expected):
    assert options(tmp_path, text) == (expected, [])


def test_without_a_mkdocs_yml_the_defaults_hold(tmp_path):
    assert read_options(tmp_path) == (Options(), ())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("- a\n", 1),
        ("words\n", 1),
        ("a: b\nc: [d\n", 3),
        ("a: b\n\tc: d\n", 2),
        ("a: 'b\nc: d\n", 3),
        ("a: b\n---\nc: d\n", 2),
        ("a: b\nc: *d\n", 2),
        ("a: \x07\n", 1),
        ("? [a]\n: b\n", 1),
        ("a: !!bool maybe\n", 1),
        ("a: !!int ''\n", 1),
        ("a: !!float ''\n", 1),
        ("a: !!int x\n", 1),
        ("a: !!omap [1]\n", 1),
        ("a: {<<: 1}\n", 1),
        ("a: " + "9" * 5_000 + "\n", 1),
        (b"site_name: Zo\xeb\n", 1),
        ("site_name: x\n".encode("utf-16"), 1),
        (b"\0" * 10, 1),
        ("#" * 300_000, 1),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_broken_mkdocs_yml_is_one_error_at_its_line_and_the_vault_is_read_with_the_defaults(tmp_path, text, line):
    root = vault(tmp_path, {"contacts/Ada.md": ADA})
    assert options(root, text) == (Options(), [("NF501", line)])
    assert paths(load(root)) == ["contacts/Ada.md"]


LEVELS = "abcdefghi"
BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{this}: &{this} [{','.join([f'*{last}'] * 9)}]\n" for last, this in itertools.pairwise(LEVELS)
)
MERGES = "a: &a {b0: 1, b1: 1, b2: 1, b3: 1, b4: 1, b5: 1, b6: 1, b7: 1, b8: 1}\n" + "".join(
    f"{this}: &{this} {{<<: [{','.join([f'*{last}'] * 9)}]}}\n" for last, this in itertools.pairwise(LEVELS)
)
PLUGIN = "plugins:\n  - netfiles:\n      "


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMB + "site_name: *i\n", None),
        (BOMB + PLUGIN + "people_a_day: *i\n", "NF502"),
        (BOMB + PLUGIN + "editor: *i\n", "NF502"),
        (BOMB + PLUGIN + "today: *i\n", "NF502"),
        (BOMB + PLUGIN + "keep_in_touch: {a: *i}\n", "NF502"),
        (BOMB + PLUGIN + "folders: {contacts: *i}\n", "NF502"),
        (MERGES, "NF501"),
        ("a: &a [*a]\nsite_name: *a\n", None),
        ("a: " + "[" * 100_000, "NF501"),
        ("a: " + "{a: " * 50_000, "NF501"),
        ("- " * 100_000, "NF501"),
        ("? " * 100_000, "NF501"),
        ("".join(f"k{n}: v\n" for n in range(20_000)), None),
        (PLUGIN + "editor: " + "x" * 200_000, "NF502"),
        (PLUGIN + "? 0x" + "f" * 100_000 + "\n      : 1", "NF502"),
        (PLUGIN + 'editor: "\\e[31m\\u202e"\n', "NF502"),
    ],
    ids=lambda value: repr(value)[-30:],
)
def test_a_mkdocs_yml_made_to_take_for_ever_is_read_in_less_than_a_second(tmp_path, text, code):
    assert [told for told, _ in options(tmp_path, text)[1]] == ([code] if code else [])


def test_folders_of_other_names_are_read(tmp_path):
    put(tmp_path, "mkdocs.yml", PLUGIN + "folders: {contacts: people, journal: log/talks, profile: me.md}\n")
    files = {
        "people/Ada.md": ADA,
        "log/talks/2026-11-20.md": "---\n---\n",
        "me.md": "---\n---\n",
        "contacts/No.md": ADA,
    }
    collection = load(vault(tmp_path, files))
    assert paths(collection) == ["people/Ada.md", "log/talks/2026-11-20.md", "me.md"]
    assert collection.problems == ()
