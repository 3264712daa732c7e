"""People and companies with thousands of entries: a page that is small, and a way to all of them."""

from pathlib import Path

import pytest

from netfiles.views.timeline import FULL_TEXT, MOST

from .made import all_pages, html, insights, vault
from .reading import read

ENTRIES = 3_000


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory):
    """Ten years, a call every few days with Jane, always about Acme, which owes her answers by the hundred."""
    files = {"contacts/Jane.md": "---\n---\n"}
    for n in range(ENTRIES):
        year, rest = divmod(n, ENTRIES // 10)
        month, call = divmod(rest, ENTRIES // 120 + 1)
        promise = "next: write again\nnext_on: 2026-11-01\n" if n % 10 == 0 else ""
        files[f"journal/{2017 + year}/{2017 + year}-{month + 1:02}-{call % 28 + 1:02} Call {n:04} with Jane.md"] = (
            f'---\nwith: "[[Jane]]"\ncompanies: Acme\n{promise}---\n{"We spoke. " * 30}\n'
        )
    return all_pages(vault(tmp_path_factory.mktemp("long"), files))


@pytest.mark.parametrize("page", ["people/jane", "companies/acme"])
def test_a_long_timeline_is_a_small_page(pages, page: str) -> None:
    assert len(html(pages[page]).encode()) < 100_000
    assert html(pages[page]).count("<time datetime") < MOST + 100


@pytest.mark.parametrize("page", ["people/jane", "companies/acme"])
def test_everything_older_is_counted_and_led_to(pages, page: str) -> None:
    shown, _, older = html(pages[page]).partition('class="nf-older"')
    counts = [int(part.partition("<")[0]) for part in older.split("</a> ")[1:]]
    assert sum(counts) == ENTRIES - MOST
    assert f"{ENTRIES - MOST:,} older entries" in shown
    ids = {address: set(read(found).ids) for address, found in pages.items() if address.startswith("journal/")}
    leads = [href for href in read(pages[page]).hrefs if "journal/" in href]
    assert len(leads) >= MOST + len(counts)
    for href in leads:
        address, _, anchor = href.removeprefix("../../").partition("/#")
        assert anchor in ids[address], href


def test_a_short_timeline_has_no_such_list(tmp_path: Path) -> None:
    files = {f"journal/2026-01-0{n} a.md": '---\nwith: "[[Jane]]"\n---\n' for n in range(1, 9)}
    page = all_pages(vault(tmp_path, {"contacts/Jane.md": "---\n---\n", **files}))["people/jane"]
    assert "nf-older" not in html(page)


def test_long_texts_are_left_to_the_journal(tmp_path: Path) -> None:
    files = {
        f"journal/2026-01-{n} Talk.md": f'---\nwith: "[[Jane]]"\ntitle: Talk {n}\n---\n{f"word{n} " * 2_500}\n'
        for n in range(10, 20)
    }
    page = html(all_pages(vault(tmp_path, {"contacts/Jane.md": "---\n---\n", **files}))["people/jane"])
    assert len(page) < 2 * FULL_TEXT
    assert "word19" in page
    assert "word10" not in page
    assert "Talk 10" in page


def test_a_page_that_links_into_a_month_is_another_one_once_the_month_has_pages_for_its_days(tmp_path: Path) -> None:
    """Jane's call of 5 October keeps its file, and gets another address with the 301st entry of that month."""
    from netfiles.views.addresses import FULL_MONTH
    from netfiles.views.context import context
    from netfiles.views.marks import marks
    from netfiles.views.site import recipe_at

    def jane(root: Path) -> tuple[str, bool]:
        facts = context(insights(root))
        recipe = recipe_at(facts, marks(facts), "people/jane")
        assert recipe
        assert recipe.mark
        return recipe.mark(), "journal/2026-10-05/#" in html(recipe.make())

    files = {
        f"journal/2026-10-{n % 31 + 1:02} Study {n}.md": "---\nactivity: study\n---\n" for n in range(FULL_MONTH - 1)
    }
    files |= {"contacts/Jane.md": "---\n---\n", "journal/2026-10-05 Call.md": '---\nwith: "[[Jane]]"\n---\n'}
    root = vault(tmp_path, files)
    before = jane(root)
    (root / "journal/2026-10-06 One more.md").write_text("---\nactivity: study\n---\n")
    after = jane(root)
    assert (before[1], after[1]) == (False, True)
    assert before[0] != after[0]
