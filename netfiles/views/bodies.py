"""Bodies of records as HTML, with their links leading to the right places of the site."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from zlib import crc32

from netfiles.index.names import Ambiguous, folded, leaves_vault
from netfiles.index.network import Network
from netfiles.index.resolve import IN_BODIES
from netfiles.insights.days import spoken
from netfiles.model import Link, Record
from netfiles.text.markdown import Found, to_html
from netfiles.text.targets import from_the_top
from netfiles.views.addresses import Addresses
from netfiles.views.words import unparted


@dataclass(frozen=True)
class Bodies:
    """Renders bodies of one network."""

    network: Network
    addresses: Addresses

    @cached_property
    def _attachments(self) -> Mapping[str, str]:
        """Attachments by their path and, where nobody else bears it, by their bare name."""
        paths = self.network.collection.attachments
        return {path.rsplit("/", 1)[-1]: path for path in paths} | {path: path for path in paths}

    def html(self, record: Record, root: str) -> str:
        """The body of a record as safe HTML for a page whose way to the site's root is `root`."""
        anchor = f"{crc32(record.path.encode(errors='replace')):08x}"
        return tasks_in_words(to_html(record.origin.body, self.resolver(root, record.path), anchor))

    def resolver(self, root: str, path: str = "") -> Callable[[Link], Found | None]:
        """Finds the place of a link of the file at `path`, as seen from a page."""

        def resolve(link: Link) -> Found | None:
            link = link._replace(target=from_the_top(link.target, path))
            if leaves_vault(link):
                return None
            if attachment := self.attachment(link.target):
                return Found(f"{root}{attachment}", self.is_picture(link.target))
            address = self._address(link)
            return Found(f"{root}{address}") if address is not None else None

        return resolve

    def _address(self, link: Link) -> str | None:
        found = self.network.names.find(link, IN_BODIES)
        if isinstance(found, Ambiguous):
            return None
        if found is not None:
            return self.addresses.of(found)
        return self.addresses.companies.get(f"company:{folded(link.target)}")

    def attachment(self, name: str) -> str | None:
        """The address of a file of attachments/ below the site's root, where it may be shown."""
        path = self._attachments.get(name.removeprefix("attachments/")) or self._attachments.get(
            name.rsplit("/", 1)[-1]
        )
        return f"attachments/{path}" if path else None

    def is_picture(self, name: str) -> bool:
        """Whether an attachment is a picture (and not a PDF)."""
        address = self.attachment(name)
        return (
            address is not None and self.network.collection.attachments[address.removeprefix("attachments/")] == "image"
        )


_TASK = re.compile(r'<li class="task-list-item">.*')
_DATED = re.compile(r",?\s*([📅✅])\ufe0f?\s*(\d{4}-\d{2}-\d{2})")


def tasks_in_words(html: str) -> str:
    """A body whose tasks say `by Tue 24 Nov 2026` and `done Sun 4 Oct 2026` in place of the signs of Obsidian."""
    return _TASK.sub(lambda task: _DATED.sub(_dated, task[0]), html) if "📅" in html or "✅" in html else html


def _dated(match: re.Match[str]) -> str:
    try:
        day = date.fromisoformat(match[2])
    except ValueError:
        return match[0]
    return f", {'by' if match[1] == '📅' else 'done'} {unparted(spoken(day))}"
