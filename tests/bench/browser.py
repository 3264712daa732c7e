"""How soon long pages stand, and how soon the search answers, in a real browser that has nothing in its cache."""

import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.latency import served

PAGES = {
    "Today": "",
    "Follow-ups": "follow-ups/",
    "People": "people/",
    "Companies": "companies/",
    "Journal": "journal/",
}
_PAINTED = """() => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"""
_BYTES = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .reduce((sum, each) => sum + each.decodedBodySize, 0)"""


def in_a_browser(vault: Path) -> dict[str, str]:
    """Each page with its seconds until it is painted, and its size with all that it loads; then the search."""
    with served(vault) as (_, port), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        address = f"http://127.0.0.1:{port}/"
        rows = {f"{name} in a browser": _opened(browser, address + path) for name, path in PAGES.items()}
        rows["search: from the last key to the person, on a fresh page"] = _searched(browser, address, vault)
        browser.close()
        return rows


def _fresh(browser: Browser) -> Page:
    return browser.new_context(viewport={"width": 1440, "height": 900}).new_page()


def _opened(browser: Browser, address: str) -> str:
    page = _fresh(browser)
    page.goto(address)
    milliseconds, size = page.evaluate(_PAINTED), page.evaluate(_BYTES)
    page.context.close()
    return f"{milliseconds / 1000:.2f} s, {size / 1000:,.0f} kB"


def _searched(browser: Browser, address: str, vault: Path) -> str:
    """The slowest of ten people, by a part of their names in the other order, and what was loaded for the first one."""
    stems = sorted(path.stem for path in (vault / "contacts").glob("*.md"))
    people = [stem for stem in stems if stem.isascii() and "(" not in stem]
    seconds, size = [], 0
    for name in people[:: max(len(people) // 10, 1)][:10]:
        page = _fresh(browser)
        page.goto(address)
        page.evaluate(_PAINTED)
        before = page.evaluate(_BYTES)
        *first, last = name.lower().split()
        words = " ".join((last, *(word[:3] for word in first)))
        page.keyboard.press("/")
        page.keyboard.type(words[:-1])
        start = time.perf_counter()
        page.keyboard.type(words[-1])
        page.get_by_role("option").filter(has_text=name).first.wait_for()
        seconds.append(time.perf_counter() - start)
        size = page.evaluate(_BYTES) - before
        page.context.close()
    return f"{max(seconds):.2f} s, {size / 1000:,.0f} kB more"
