"""Reads the HTML of a page back: its ids, its links, its elements."""

from html.parser import HTMLParser

from netfiles.views.page import Page


class Reader(HTMLParser):
    """Collects what a test may ask about."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if found.get("id"):
            self.ids.append(found["id"] or "")
        for name in ("href", "src"):
            if found.get(name) is not None:
                self.hrefs.append(found[name] or "")


def read(page: Page) -> Reader:
    reader = Reader()
    for section in page.sections:
        if section.anchor:
            reader.ids.append(section.anchor)
        reader.feed(section.html)
    return reader
