"""Vaults for the tests of the pages, from texts to pages."""

from datetime import date
from pathlib import Path

from netfiles.index.build import build_network
from netfiles.insights.derive import Insights, derive
from netfiles.vault.load import load
from netfiles.views.page import Page
from netfiles.views.site import pages

TODAY = date(2026, 11, 19)


def vault(root: Path, files: dict[str, str]) -> Path:
    """A vault of these files below `root`."""
    for folder in ("contacts", "journal", "career", "attachments"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text("site_name: My network\nplugins:\n  - netfiles\n", encoding="utf-8")
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def insights(root: Path, today: date = TODAY) -> Insights:
    return derive(build_network(load(root)), today)


def all_pages(root: Path, today: date = TODAY) -> dict[str, Page]:
    return {page.address: page for page in pages(insights(root, today))}


def html(page: Page) -> str:
    return "".join(section.html for section in page.sections)
