"""Long lists and busy months: everything is somewhere, once, and led to."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from netfiles.views.addresses import FULL_MONTH
from netfiles.views.context import context
from netfiles.views.listing import FIRST, PART, SHORT, by_name, initial, letters, parts, turns
from netfiles.views.marks import marks
from netfiles.views.site import head_at, recipes

from .made import all_pages, html, insights, vault
from .reading import read


class Thing:
    """Something with a name."""

    def __init__(self, name: str) -> None:
        self.name = self.key = name


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Ana", "a"),
        ("Ångström", "a"),
        ("Łukasz", "l"),
        ("名前", "other"),
        ("3M", "other"),
        ("Æsop", "a"),
    ],
)
def test_a_name_is_listed_under_its_letter_without_accents(name: str, letter: str):
    assert initial(name) == letter


def test_names_stand_in_order_whatever_their_accents():
    names = ["Zoe", "Élodie", "Eva", "émile", "Åsa", "Ben"]
    assert [thing.name for thing in by_name(map(Thing, names))] == ["Åsa", "Ben", "Élodie", "émile", "Eva", "Zoe"]


def test_a_short_list_has_no_parts_and_a_long_one_has_each_thing_in_one():
    assert parts(by_name(Thing(f"A{n:04}") for n in range(SHORT))) == {}
    many = by_name(Thing(f"{letter}{n:04}") for letter in "abå名" for n in range(PART))
    found = parts(many)
    assert list(found) == ["a", "a-2", "b", "other"]
    assert sorted(thing.name for part in found.values() for thing in part.things) == sorted(t.name for t in many)
    assert [(each.name, each.href, each.here) for each in letters(found, "../", found["a-2"])] == [
        ("A", "../a/", True),
        ("B", "../b/", False),
        ("other letters", "../other/", False),
    ]
    before, after = turns(found, found["a-2"], "../")
    assert before
    assert after
    assert (before.href, before.name, after.href) == ("../a/", "A, page 1 of 2", "../b/")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    people = {f"contacts/Person {n:03}.md": f"---\ncompany: Firm {n:03}\n---\n" for n in range(SHORT + 10)}
    entries = {
        f"journal/2026-10-{day:02} Call {n:02}.md": f'---\nwith: "[[Person {n:03}]]"\n---\nText {day}.\n'
        for day in range(1, 32)
        for n in range(FULL_MONTH // 30 + 1)
    }
    return vault(tmp_path_factory.mktemp("many"), {**people, **entries, "contacts/Ørsted.md": "---\ncompany: Ω\n---\n"})


@pytest.mark.parametrize(("page", "part"), [("people", "o"), ("companies", "other")])
def test_a_long_table_shows_its_first_rows_and_leads_to_all_others(many: Path, page: str, part: str):
    found = all_pages(many)
    index = html(found[f"{page}/index"])
    assert index.count("<tr>") == FIRST + 1
    assert f'href="list/{part}/"' in index
    listed = [html(found[address]).count("<tr>") - 1 for address in found if address.startswith(f"{page}/list/")]
    assert sum(listed) == SHORT + 11


def test_the_head_of_every_page_is_that_of_the_page(many: Path):
    facts = context(insights(many))
    for recipe in recipes(facts):
        assert head_at(facts, recipe.address) == replace(recipe.make(), sections=()), recipe.address


def test_a_person_called_list_keeps_her_page(tmp_path: Path):
    files = {f"contacts/Person {n:03}.md": "---\n---\n" for n in range(SHORT)}
    found = all_pages(vault(tmp_path, {**files, "contacts/List.md": "---\n---\n"}))
    assert found["people/list"].title == "List"
    assert found["people/list/l"].title == "People: L"


def test_the_entries_of_a_busy_month_stand_on_the_pages_of_its_days(many: Path):
    found = all_pages(many)
    month, day = found["journal/2026-10"], found["journal/2026-10-05"]
    assert len(html(month)) < len(html(day)) * 10
    assert "../2026-10-05/" in read(month).hrefs
    assert "e-2026-10-05-call-07" in read(day).ids
    assert "Text 5." in html(day)
    assert (day.title, month.title) == ("Monday 5 October 2026", "October 2026")
    assert '<a href="../2026-10-04/" rel="prev">← Sunday 4 October 2026</a>' in html(day)
    assert "2026-10-05/" in read(found["journal/index"]).hrefs


def test_a_quiet_month_stands_on_one_page_to_which_its_days_lead(tmp_path: Path):
    files = {f"journal/2026-10-0{day} Call.md": "---\nactivity: research\n---\n" for day in (1, 2)}
    found = all_pages(vault(tmp_path, files))
    assert "journal/2026-10-01" not in found
    assert "2026-10/#day_2" in read(found["journal/index"]).hrefs
    assert "day_2" in read(found["journal/2026-10"]).ids


def test_a_page_of_a_long_list_or_a_day_is_never_another_one_with_the_same_mark(many: Path, tmp_path: Path):
    def made(root: Path) -> dict[str, tuple[str, str]]:
        facts = context(insights(root))
        found = recipes(facts, marks(facts))
        return {each.address: (each.mark(), html(each.make())) for each in found if each.mark}

    root = tmp_path / "many"
    shutil.copytree(many, root)
    before = made(root)
    for path, text in (
        ("contacts/Person 007.md", "---\ncompany: Firm 008\ntags: [new]\nlocation: Springfield\n---\n"),
        ("contacts/Aaron.md", "---\nknows: '[[Person 008]]'\n---\n"),
        ("career/companies/Firm 009.md", "---\ntarget: A\nindustry: things\n---\n"),
        ("career/leads/Planner.md", "---\ncompany: Firm 010\n---\n"),
        ("journal/2026-10-05 One more.md", '---\nwith: "[[Person 011]]"\ntitle: Another title\n---\n'),
        ("journal/2026-10-05 Call 07.md", '---\nwith: "[[Person 011]]"\nnext: write\n---\nOther words.\n'),
        ("contacts/Person 011.md", "---\nname: Another Name\n---\n"),
    ):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
        after = made(root)
        other = {address for address in before.keys() & after.keys() if before[address][1] != after[address][1]}
        assert other, path
        assert not {address for address in other if before[address][0] == after[address][0]}, path
        before = after
