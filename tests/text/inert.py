"""What HTML may hold that nothing runs in: read as a browser would, by the standard library's own parser."""

import re
from html.parser import HTMLParser

TAGS = set(
    "a abbr b blockquote br caption code dd del details div dl dt em h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s "
    "section small span strong sub summary sup table tbody td tfoot th thead tr u ul".split()
)
VOID = {"br", "hr", "img"}
EVERYWHERE = {"title", "lang"}
ATTRIBUTES = {
    "a": {"href", "rel", "class", "id"},
    "img": {"src", "alt", "width", "loading"},
    "ol": {"start", "class"},
    "ul": {"class"},
    "li": {"class", "id"},
    "sup": {"class"},
    "section": {"class"},
    "span": {"class"},
    "td": {"align"},
    "th": {"align"},
}
CLASSES = set(
    "nf-missing nf-box task-list-item contains-task-list footnote-backref footnote-item footnote-ref footnotes "
    "footnotes-list".split()
)
SCHEMES = {"http", "https", "mailto", "tel"}


def scheme(address: str) -> str:
    """The scheme a browser would see: it skips control characters and spaces, also within."""
    seen = re.match(r"([a-z][a-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", address), re.IGNORECASE)
    return seen[1].lower() if seen else ""


class _Watch(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.faults.append(f"tag {tag}")
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        fits = {
            "class": lambda: set(value.split()) <= CLASSES,
            "id": lambda: re.fullmatch(r"fn(ref)?-[a-z0-9-]+-\d+(:\d+)?", value),
            "href": lambda: scheme(value) in SCHEMES | {""},
            "src": lambda: re.match(r"(\.\./)*attachments/[^/]", value) and not scheme(value),
        }
        if name not in EVERYWHERE | ATTRIBUTES.get(tag, set()) or not fits.get(name, lambda: True)():
            self.faults.append(f"{tag} {name}={value[:60]}")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and (not self.open or self.open.pop() != tag):
            self.faults.append(f"unbalanced </{tag}>")

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"comment {data[:60]}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"declaration {decl[:60]}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"instruction {data[:60]}")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"declaration {data[:60]}")


def faults(html: str) -> list[str]:
    """What `html` holds beyond the allowed tags, attributes, classes, ids and schemes, or leaves open."""
    watch = _Watch()
    watch.feed(html)
    watch.close()
    return watch.faults + [f"open {tag}" for tag in watch.open]
