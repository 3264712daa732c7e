"""Promise: an edit changes the lines it means and no other byte, and does exactly what it means."""

import re
from random import Random

import pytest
import yaml

from netfiles.text.edit import Unsafe, edited
from netfiles.text.edits import (
    Add,
    Append,
    Cut,
    Edit,
    Quote,
    Redirect,
    Relink,
    Remove,
    Rename,
    Replace,
    Set,
    Tick,
    Wrap,
)
from netfiles.text.frontmatter import Refused
from tests.soak_report import figure
from tests.text.random_files import edit as random_edit
from tests.text.random_files import file

HEAD = "---\nname: Ada\n"


def _read(text: str) -> dict[str, object]:
    """What PyYAML alone makes of the front matter: every scalar a text."""
    block = text.replace("\r\n", "\n").replace("\r", "\n").split("\n---", 1)[0].partition("\n")[2]
    return yaml.load(block + "\n", Loader=yaml.BaseLoader) or {}


def _as_list(value: object) -> list[object]:
    if isinstance(value, list):
        return [f"[[{v[0]}]]" if isinstance(v, list) and v else v.strip() if isinstance(v, str) else v for v in value]
    return [value.strip() if isinstance(value, str) else value]


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        ("company: Acme # since May\n", Set("company", "Bo's"), "company: Bo's # since May\n"),
        ("company: 'Acme'\n", Set("company", "it's"), "company: 'it''s'\n"),
        ('company: "Acme"\n', Set("company", 'a "b"'), 'company: "a \\"b\\""\n'),
        ("company:\n", Set("company", "Acme"), "company: Acme\n"),
        ("company: # none yet\n", Set("company", "Acme"), "company: Acme # none yet\n"),
        ("company: ~\n", Set("company", "No"), 'company: "No"\n'),
        ("company: >-\n  a\n  b\n", Set("company", "Acme"), "company: Acme\n"),
        ("", Set("snooze_until", "2026-12-01"), "snooze_until: 2026-12-01\n"),
        ("", Set("aliases", "Jo"), "aliases: [Jo]\n"),
        ("x: 1\n\n# end\n", Set("y", "a: b"), 'x: 1\n\n# end\ny: "a: b"\n'),
        ("tags: [b, a,  c]\n", Add("tags", ("d, e",)), 'tags: [b, a,  c, "d, e"]\n'),
        ("tags: [a,]\n", Add("tags", ("b",)), "tags: [a, b,]\n"),
        ("tags: []\n", Add("tags", ("b",)), "tags: [b]\n"),
        ("tags: a\n", Add("tags", ("a", "b")), "tags: [a, b]\n"),
        ("tags: a # why\n", Add("tags", ("b",)), "tags: [a, b] # why\n"),
        ("knows: [[Bo Lee]]\n", Add("knows", ("[[Cy]]",)), 'knows: ["[[Bo Lee]]", "[[Cy]]"]\n'),
        ("knows:\n- a # c\n# d\n-   b\n", Add("knows", ("e",)), "knows:\n- a # c\n# d\n-   b\n-   e\n"),
        ("told:\n  - a\nx: 1\n", Add("told", ("b",)), "told:\n  - a\n  - b\nx: 1\n"),
        ("told:\n  - a\n  - b # c\nx: 1\n", Remove("told", "b"), "told:\n  - a\nx: 1\n"),
        ("told: [a, b, c]\n", Remove("told", "a"), "told: [b, c]\n"),
        ("told: [a, b, c]\n", Remove("told", "c"), "told: [a, b]\n"),
        ("told: [a]\nx: 1\n", Remove("told", "a"), "x: 1\n"),
        ("told: |\n  a\n  b\n\nx: 1\n", Remove("told"), "\nx: 1\n"),
        ("told: a\n", Remove("tolt"), "told: a\n"),
        ("knows: ['[[A]]', \"[[B|b]]\"]\n", Replace("knows", "[[B|b]]", "[[C|b]]"), "knows: ['[[A]]', \"[[C|b]]\"]\n"),
        ("compnay: Acme\n", Rename("compnay", "company"), "company: Acme\n"),
        ("p: Acme (2018-) # c\n", Redirect("p", "Acme", "Bo: x"), 'p: "Bo: x (2018-)" # c\n'),
        ("p: ['[[A#h|l]]', A, B]\n", Redirect("p", "A", "C, D"), "p: ['[[C, D#h|l]]', \"C, D\", B]\n"),
        ("p: [A, '[[A]]', B, A]\n", Redirect("p", "A", None), "p: [B]\n"),
        ("p:\n  - A # c\n  - B\n", Redirect("p", "A", None), "p:\n  - B\n"),
        ("p: A\nq: b\n", Redirect("p", "A", None), "q: b\n"),
        ("p: a: b\n", Quote(3), 'p: "a: b"\n'),
        ("p: [[A]], [[B]]\n", Quote(3), 'p: ["[[A]]", "[[B]]"]\n'),
    ],
)  # fmt: skip
def test_an_edit_writes(before: str, edit: Edit, after: str) -> None:
    for end in ("\n", "\r\n", "\r"):
        text, wanted = (f"{HEAD}{part}---\nBody  \n\n".replace("\n", end) for part in (before, after))
        assert edited("a.md", text, [edit]) == wanted


@pytest.mark.parametrize(
    ("body", "edit", "after"),
    [
        ("a", Append("b"), "a\nb\n"),
        ("", Append("b"), "b\n"),
        ("a\n\n\n", Append("b\nc\n"), "a\n\n\nb\nc\n"),
        ("## Log\n- a\n\n\n## Notes\nx\n", Append("- b", "## Log"), "## Log\n- a\n- b\n\n\n## Notes\nx\n"),
        ("```\n## Log\n- no\n```\n\n## Log\n- a", Append("- b", "## Log"), "```\n## Log\n- no\n```\n\n## Log\n- a\n- b\n"),  # noqa: E501  # a row
        ("x\n", Append("- b", "## Log"), "x\n- b\n"),
        ("a\n  - [ ] send 📅 2026-11-20\n", Tick(5), "a\n  - [x] send 📅 2026-11-20\n"),
        ("[[A]] `[[A]]` [[A#p|a]] [[B]]\n", Relink(4, "A", "x/C"), "[[x/C]] `[[A]]` [[x/C#p|a]] [[B]]\n"),
        ("![[ A ]] é\n", Relink(4, "A", "C"), "![[ C ]] é\n"),
        ("saw Nia twice: Nia\n", Wrap(4, 15, "Nia", "[[Nia Okafor|Nia]]"), "saw Nia twice: [[Nia Okafor|Nia]]\n"),
    ],
)  # fmt: skip
def test_an_edit_of_the_body_writes(body: str, edit: Edit, after: str) -> None:
    for end in ("\n", "\r\n"):
        text, wanted = (f"{HEAD}---\n{part}".replace("\n", end) for part in (body, after))
        assert edited("a.md", text, [edit]) == wanted


@pytest.mark.parametrize(
    ("text", "edit", "why"),
    [
        ("---\n{name: Ada, tags: [a]}\n---\n", Set("company", "Acme"), "braces"),
        ("---\n{name: Ada, tags: [a]}\n---\n", Remove("tags"), "braces"),
        (f"{HEAD}email: {{home: a}}\n---\n", Add("email", ("b",)), "holds a map"),
        (f"{HEAD}---\n- [x] done\n", Tick(4), "no open task"),
        (f"{HEAD}---\nNo.\n", Relink(4, "A", "B"), "no link to A"),
        (f"{HEAD}---\n## Log\n- a\n\n## Log\n- b\n", Append("- c", "## Log"), "on lines 4 and 7"),
        (f"{HEAD}a: 1\n---\n", Rename("a", "name"), "cannot become"),
        (f"{HEAD}a: b: c # d\n---\n", Quote(3), "no value that quotes"),
        (f"{HEAD}---\n", Quote(99), "no value that quotes"),
        (f"{HEAD}---\nBody\n", Append("---\na: 1"), ""),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_reason(text: str, edit: Edit, why: str) -> None:
    if not why:
        assert edited("a.md", text, [edit]).endswith("Body\n---\na: 1\n")
        return
    with pytest.raises(Unsafe, match=why):
        edited("a.md", text, [edit])


def test_a_value_within_a_map_in_braces_can_be_set() -> None:
    assert edited("a.md", "---\n{name: Ada, b: c}\n---\n", [Set("name", "x, y")]) == '---\n{name: "x, y", b: c}\n---\n'


def play(chance: Random) -> str:
    """One random edit of one random file; what it did, or why it was refused."""
    before = file(chance)
    edit = random_edit(chance, before)
    try:
        known = _read(before.text)
        after = edited("a.md", before.text, [edit])
    except (Refused, Unsafe) as refused:
        return f"refused: {refused}"
    _only_meant_lines_differ(before.text, after, edit)
    _exactly_meant(known, _read(after), edit)
    return "same" if after == before.text else "changed"


def _only_meant_lines_differ(before: str, after: str, edit: Edit) -> None:
    """All lines but those of the field, or those added, are equal byte for byte."""
    old, new = _lines(before), _lines(after)
    head = _same(old, new)
    tail = min(_same(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    gone = range(head, len(old) - tail)
    if isinstance(edit, Append):
        assert after.startswith(before) or not gone
        return
    assert all(_owner(old, n) == edit.field for n in gone), (edit, [old[n] for n in gone])
    assert not any("# a comment" in old[n] for n in gone)


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text)


def _same(old: list[str], new: list[str]) -> int:
    return next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


def _owner(lines: list[str], at: int) -> str:
    """The field that a line of the front matter belongs to."""
    keys = (line for line in lines[at::-1] if line[:1].strip() and line[0] not in "-#]")
    return next(keys).split(":")[0].strip("\"'")


_JANE = frozenset(("Jane Doe", "[[Jane Doe]]"))


def _exactly_meant(old: dict[str, object], new: dict[str, object], edit: Edit) -> None:
    if isinstance(edit, Append):
        assert old == new
        return
    name = edit.field
    if isinstance(edit, Rename):
        assert new == {"renamed" if key == name else key: value for key, value in old.items()}
        return
    assert {key: value for key, value in old.items() if key != name} == {
        key: value for key, value in new.items() if key != name
    }
    had, has = (_as_list(values[name]) if name in values else [] for values in (old, new))
    filled = [value for value in had if value not in ("", "~", "null")]
    if isinstance(edit, Set):
        assert has == (list(edit.value) if isinstance(edit.value, tuple) else [edit.value])
    elif isinstance(edit, Add):
        assert {*filled, *edit.items} <= {*has}
    elif isinstance(edit, Remove):
        assert has == ([] if edit.item is None else [value for value in had if value != edit.item])
    elif isinstance(edit, Redirect):
        kept = [str(value).replace("Jane Doe", edit.new or "") if str(value) in _JANE else value for value in had]
        assert has == (kept if edit.new is not None else [value for value in had if str(value) not in _JANE])
    elif isinstance(edit, Replace):
        assert has == [edit.new if value == edit.old else value for value in had]


def _many(cases: int, seed: int) -> None:
    outcomes = [play(Random(f"{seed} {n}")) for n in range(cases)]
    refused = sum(outcome.startswith("refused") for outcome in outcomes)
    assert refused < cases // 5, {o for o in outcomes if o.startswith("refused")}
    assert outcomes.count("changed") > cases // 3


def test_random_edits_of_random_files_change_what_they_mean_and_nothing_else() -> None:
    _many(2_000, 1)


@pytest.mark.soak
def test_very_many_random_edits_change_what_they_mean_and_nothing_else() -> None:
    _many(100_000, 2)
    figure("An edit changes only what it means", "100,000 random edits of random files: all other bytes equal")


def test_a_line_is_cut_out_of_a_body_and_only_if_it_still_reads_so():
    text = "---\r\nname: Ada\r\n---\r\none\r\n\r\n  two \r\nthree"
    assert edited("a.md", text, [Cut(6, "  two ")]) == "---\r\nname: Ada\r\n---\r\none\r\n\r\nthree"
    assert edited("a.md", text, [Cut(7, "three"), Cut(4, "one")]) == "---\r\nname: Ada\r\n---\r\n\r\n  two \r\n"
    for wrong in (Cut(6, "two"), Cut(2, "name: Ada"), Cut(8, ""), Cut(0, "")):
        with pytest.raises(Unsafe):
            edited("a.md", text, [wrong])
