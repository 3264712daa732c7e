"""The guide is true: nothing is missing in it, its examples work, its links lead somewhere."""

import json
import re
import shlex
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import NamedTuple, get_args

import click
import pytest

from netfiles.cli import COMMANDS, main
from netfiles.cli import netfiles as group
from netfiles.index.build import build_network
from netfiles.insights.derive import derive
from netfiles.insights.follow_ups.rules import RULES
from netfiles.model import KINDS, Kind
from netfiles.model import fields as f
from netfiles.model.options import Editor, Folders, Numbers, Options
from netfiles.problems import CODES
from netfiles.records.read import known_fields, read_record
from netfiles.vault.load import load
from netfiles.vault.options import read_options
from tests.conftest import REPOSITORY, TODAY

GUIDE = tuple(sorted((REPOSITORY / "docs").rglob("*.md")))
PAGES = (*GUIDE, REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md", REPOSITORY / "CHANGELOG.md")
SECTIONS: dict[Kind, str] = {
    "person": "Person",
    "interaction": "Interaction",
    "company": "Company",
    "lead": "Lead",
    "goal": "Goal",
    "profile": "Profile",
    "news": "News",
    "query": "Saved query",
}


def page(name: str) -> str:
    return (REPOSITORY / "docs" / name).read_text("utf-8")


def named(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def without_blocks(text: str) -> str:
    """A page without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def prose(text: str) -> str:
    """A page without any code."""
    return re.sub(r"`[^`\n]*`", "", without_blocks(text))


def section(text: str, heading: str) -> str:
    """What stands below a heading (with its hashes) up to the next of its level or above."""
    level = heading.count("#")
    start = text.index(f"\n{heading}\n") + len(heading) + 2
    end = re.search(rf"^#{{1,{level}}} ", text[start:], re.MULTILINE)
    return text[start : start + end.start()] if end else text[start:]


def rows(text: str) -> dict[str, list[str]]:
    """The rows of all tables by the code in their first cell."""
    lines = (line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| `"))
    return {re.findall(r"`([^`]+)`", cells[0])[0]: cells for cells in lines}


class Block(NamedTuple):
    """A block of code: its language, its text, and the file's path that stands on the line before it."""

    language: str
    text: str
    path: str | None


def blocks(text: str) -> Iterator[Block]:
    pattern = r"(?:^`([^`\n]+\.(?:md|yml))`\n\n)?^```(\w*)\n(.*?)^```$"
    for match in re.finditer(pattern, text, re.MULTILINE | re.DOTALL):
        yield Block(match[2], match[3], match[1])


def kind_of(path: str) -> Kind:
    """The kind of a file by its folder."""
    folders = Folders()
    where: dict[str, Kind] = {
        folders.contacts: "person",
        folders.journal: "interaction",
        folders.companies: "company",
        folders.leads: "lead",
        folders.goals: "goal",
        folders.profile: "profile",
        folders.news: "news",
        folders.queries: "query",
    }
    return next(kind for folder, kind in where.items() if path.startswith(folder))


# Commands


def test_every_command_and_option_is_in_the_guide():
    text = page("commands.md")
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    assert re.findall(r"^\| `netfiles (\w+)` \|", readme, re.MULTILINE) == list(COMMANDS)
    assert re.findall(r"^## netfiles (\w+)$", text, re.MULTILINE) == list(COMMANDS)
    told = section(text, "## For every command")
    missing = [opt for param in group.params for opt in param.opts if f"`{opt}`" not in told]
    for name in COMMANDS:
        command = group.get_command(click.Context(group), name)
        assert command is not None
        told = section(text, f"## netfiles {name}")
        options = [param for param in command.params if isinstance(param, click.Option)]
        missing += [(name, opt) for param in options for opt in param.opts if f"`{opt}`" not in told]
        known = {opt for param in options for opt in param.opts} | {"--help"}
        assert set(re.findall(r"^\| `(--[\w-]+)`", told, re.MULTILINE)) <= known
    assert not missing


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str]) -> str:
    """What `netfiles WORDS` prints in this process."""
    for variable in ("NETFILES_VAULT", "NETFILES_TODAY", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(sys, "argv", ["netfiles", *words])
    with pytest.raises(SystemExit):
        main()
    printed = capsys.readouterr()
    return printed.out + printed.err


SESSIONS = [
    (command, expected)
    for block in blocks(page("commands.md"))
    if block.language == "console"
    for command, expected in re.findall(r"^\$ netfiles (.*)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE)
    if not re.search(r"\b(?:build|serve)$", command)  # they tell how long they took
]


@pytest.mark.parametrize(("command", "expected"), SESSIONS, ids=[command for command, _ in SESSIONS])
def test_a_transcript_is_what_the_command_prints(
    example_vault: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    expected: str,
):
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("NETFILES_STATE", str(tmp_path / "state"))
    monkeypatch.chdir(home if re.search(r"\b(?:init|example)\b", command) else example_vault)
    printed = run(monkeypatch, capsys, shlex.split(command)).replace(str(home), "/home/marta")
    pattern = re.escape(f"\n{expected.strip()}\n").replace(re.escape("\n…\n"), r"\n(?:.*\n)*")
    assert re.fullmatch(pattern, f"\n{printed.strip()}\n"), printed


def test_the_json_in_the_guide_is_what_the_commands_print(
    example_vault: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    text = page("commands.md")
    monkeypatch.chdir(example_vault)
    shown = {name: next(blocks(section(text, f"### netfiles {name} --json"))).text for name in ("queue", "find")}
    queue = json.loads(run(monkeypatch, capsys, ["queue", "--json"]))
    assert json.loads(shown["queue"])["items"][0] in queue["items"]
    assert json.loads(shown["find"])[0] in json.loads(run(monkeypatch, capsys, ["find", "hospital", "--json"]))


def test_two_mistakes_look_as_the_guide_says(
    example_vault: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    for name, right, wrong in (
        ("Nia Okafor", "birthday: 04-12", "birthday: 2026-02-30"),
        ("Patrick O'Shaughnessy", "company:", "compnay:"),
    ):
        file = example_vault / "contacts" / f"{name}.md"
        file.write_text(file.read_text("utf-8").replace(right, wrong), "utf-8")
    monkeypatch.chdir(example_vault)
    (shown,) = (b.text for b in blocks(section(page("commands.md"), "## netfiles check")) if b.language == "text")
    assert run(monkeypatch, capsys, ["check"]) == shown
    shape = json.loads(next(blocks(section(page("commands.md"), "### netfiles check --json"))).text)
    printed = run(monkeypatch, capsys, ["check", "--json"])
    assert shape["problems"][0] in json.loads(printed[: printed.rindex("}") + 1])["problems"]


# The format


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_in_the_format(kind: Kind):
    assert list(rows(section(page("format.md"), f"## {SECTIONS[kind]}"))) == list(known_fields(kind))


WORDS = {
    ("interaction", "channel"): f.Channel,
    ("interaction", "direction"): f.Direction,
    ("interaction", "activity"): f.Activity,
    ("interaction", "asked"): f.AskKind,
    ("interaction", "ask_status"): f.AskStatus,
    ("interaction", "got"): f.Gift,
    ("lead", "stage"): f.Stage,
    ("goal", "measure"): f.Measure,
    ("goal", "per"): f.Period,
}


@pytest.mark.parametrize(("kind", "field"), WORDS, ids=str)
def test_every_word_of_a_field_is_in_the_format(kind: Kind, field: str):
    told = " ".join(rows(section(page("format.md"), f"## {SECTIONS[kind]}"))[field])
    assert not [word for word in get_args(WORDS[kind, field]) if not re.search(rf"\b{word}\b", told)]


@pytest.mark.parametrize("path", [p for p in PAGES if p.name != "problems.md"], ids=named)
def test_every_record_in_the_guide_is_valid(path: Path):
    for block in blocks(path.read_text("utf-8")):
        if not block.text.startswith("---"):
            continue
        assert block.path, f"the block needs the file's path on the line before: {block.text}"
        reading = read_record(kind_of(block.path), block.path, block.text)
        assert reading.record, block
        assert not reading.problems, block


def test_every_line_that_closes_a_loop_is_a_field():
    lines = [block.text for block in blocks(page("rules.md")) if block.language == "yaml"]
    table = section(page("rules.md"), "## The queue at a glance")
    lines += [f"{line}\n" for line in re.findall(r"`(\w+: [\w-]+)`", table)]
    assert len(lines) > 8
    for line in lines:
        text = f"---\ndate: 2026-11-19\n{line}---\n"
        kinds: tuple[Kind, ...] = ("interaction", "person")
        assert any(line.split(":")[0] in known_fields(k) and not read_record(k, "x.md", text).problems for k in kinds)


@pytest.mark.parametrize(
    "path", ["contacts/Patrick O'Shaughnessy.md", "journal/2026/2026-11-12 Call with Patrick O'Shaughnessy.md"]
)
def test_the_files_of_the_readme_are_those_of_the_example(path: str):
    shown = {block.path: block.text for block in blocks((REPOSITORY / "README.md").read_text("utf-8"))}
    assert shown[path] == (REPOSITORY / path).read_text("utf-8")


# Rules, options, problems


def test_every_rule_is_explained():
    text = page("rules.md")
    names = [rule.name for rule in RULES]
    told = section(text, "## The queue at a glance")
    assert sorted(re.findall(r"^### (.+)$", told, re.MULTILINE)) == sorted(names)
    for name in names:
        told = section(text, f"### {name}")
        assert "**Appears**" in told
        assert "**Goes**" in told
        assert "**Example.**" in told
        assert f"| [{name}](#{name}) |" in text


def test_every_option_is_in_the_guide_with_its_default():
    text = page("options.md")
    told = rows(section(text, "## The plugin's options"))
    numbers = {field.name: field.default for field in fields(Numbers)}
    folders = {field.name: f"`{field.default}`" for field in fields(Folders)}
    assert {name: int(told[name][1]) for name in numbers} == numbers
    assert {name: rows(section(text, "### Folders"))[name][1] for name in folders} == folders
    assert not [word for word in get_args(Editor) if f"`{word}`" not in " ".join(told["editor"])]
    settings = rows(section(text, "## MkDocs' own settings"))
    default = Options()
    mkdocs = {"site_name": default.site_name, "docs_dir": default.tree, "site_dir": default.site}
    assert {name: settings[name][1].strip("`") for name in mkdocs} == mkdocs
    own = {field.name for field in fields(Options)} - {"site_name", "tree", "site", "numbers"}
    assert own | numbers.keys() | folders.keys() == told.keys()


def test_the_settings_in_the_guide_are_understood(tmp_path: Path):
    for block in blocks(page("options.md")):
        if block.language == "yaml":
            (tmp_path / "mkdocs.yml").write_text(block.text, "utf-8")
            assert not read_options(tmp_path)[1], block


def test_every_problem_is_explained():
    text = page("problems.md")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == list(CODES)
    for code, about in CODES.items():
        assert f"| [{code}](#{code.lower()}) | {about.severity} | {about.title} |" in text
        told = section(text, f"## {code}")
        assert f"**{about.title[0].upper()}{about.title[1:]}.** {about.severity.capitalize()}." in told
        assert "**What to do.**" in told


def test_no_code_is_mentioned_that_does_not_exist():
    mentioned = {code for path in PAGES for code in re.findall(r"\bNF\d+\b", path.read_text("utf-8"))}
    assert mentioned <= CODES.keys()


CAUSED = [code for code in CODES if any(b.path for b in blocks(section(page("problems.md"), f"## {code}")))]


def test_most_problems_have_an_example_to_try():
    assert len(CAUSED) > len(CODES) / 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot hold some of the files")
@pytest.mark.parametrize("code", CAUSED)
def test_the_example_of_a_problem_causes_it_and_no_other(tmp_path: Path, code: str):
    for folder in ("contacts", "journal"):
        (tmp_path / folder).mkdir()
    for block in blocks(section(page("problems.md"), f"## {code}")):
        if block.path:
            file = tmp_path / block.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, "utf-8")
    assert {p.code for p in derive(build_network(load(tmp_path)), TODAY).problems} == {code}


# Links and words


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as MkDocs and GitHub make them."""
    headings = re.findall(r"^#+ (.+)$", without_blocks(text), re.MULTILINE)
    plain = (unicodedata.normalize("NFKD", h).encode("ascii", "ignore").decode() for h in headings)
    return {re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", h).strip().lower()) for h in plain}


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_link_leads_somewhere(path: Path):
    for target in re.findall(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)", prose(path.read_text("utf-8"))):
        if target.startswith(("https://", "mailto:")):
            continue
        file, _, anchor = target.partition("#")
        there = (path.parent / file).resolve() if file else path
        assert there.is_file(), target
        assert not anchor or anchor in anchors(there.read_text("utf-8")), target
        if path in GUIDE:
            assert there in GUIDE, f"{target} is no page of the site"


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_every_picture_is_there(path: Path):
    for target in re.findall(r"!\[[^\]]*\]\(([^)\s]+)\)", prose(path.read_text("utf-8"))):
        assert (path.parent / target).is_file(), target


def test_every_page_of_the_guide_is_in_the_navigation():
    nav = re.findall(r"^ +- docs/(.+\.md)$", (REPOSITORY / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert sorted(nav) == sorted(path.relative_to(REPOSITORY / "docs").as_posix() for path in GUIDE)


def test_every_test_that_keeps_a_promise_exists():
    tests = "\n".join(path.read_text("utf-8") for path in (REPOSITORY / "tests").rglob("test_*.py"))
    assert not [name for name in re.findall(r"`(test_\w+)`", page("promises.md")) if f"def {name}(" not in tests]


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_pages_are_plain_markdown_that_speaks_of_no_machine(path: Path):
    text = path.read_text("utf-8")
    assert not re.findall(r"</?[a-z]+[ >]", prose(text)), "raw HTML"
    assert "[[" not in prose(text), "a wikilink outside code would be resolved"
    assert not re.findall(r"/(?:work|root|tmp|opt)/|\bshared/", text)
