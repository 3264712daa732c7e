"""The redacted site: made-up names and shifted dates, for a career coach or a picture; made of nothing of yours else.

It has a configuration and a theme of its own, since names may stand in those of the owner, and no cache.
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from netfiles.errors import NotForRedaction
from netfiles.exchange.redaction.redact import redacted
from netfiles.index.build import build_network
from netfiles.insights.derive import derive
from netfiles.insights.located import placed
from netfiles.model.collection import Collection
from netfiles.places.locate import Spot
from netfiles.site.build import Built
from netfiles.site.contents import contents
from netfiles.site.printer import Printer
from netfiles.site.printing import print_site
from netfiles.site.state import State
from netfiles.vault.create import skeleton
from netfiles.vault.look import Look, look
from netfiles.vault.options import CONFIG
from netfiles.vault.redaction_key import redaction_key
from netfiles.vault.shelf import Progress, Shelf, silent
from netfiles.views.context import context
from netfiles.views.marks import marks

FOLDER = "site-redacted"
"""Where in the vault the redacted site goes."""

NOTICE = "Redacted: all names are made up, and all dates are shifted."

_LINE = f'{{% block content %}}<p class="nf-redacted">{NOTICE}</p>'
_FRAMES: Mapping[str, str] = {
    "main.html": f'{{% extends "base.html" %}}{_LINE}{{{{ super() }}}}{{% endblock %}}',
    "404.html": f'{{% extends "main.html" %}}{_LINE}<h1>Nothing is here</h1>{{% endblock %}}',
}
"""The templates of the site: those of the theme, with one line above each page."""


def build_redacted(
    vault: Path, site: Path | None, today: Callable[[Look], date], progress: Progress = silent
) -> tuple[Built, Path]:
    """Print the redacted site anew; it and its folder (None: `site-redacted` in the vault).

    Raises VaultGone, SiteFailed, NotOurs, NoKey, NotForRedaction.
    """
    shelf = Shelf(vault)
    seen = shelf.look()
    site = (site or seen.place / FOLDER).resolve()
    if site == (seen.place / seen.options.site).resolve():
        raise NotForRedaction(site)
    state = state_of(*redacted(shelf.load(seen, progress=progress), redaction_key(vault), today(seen)))
    with tempfile.TemporaryDirectory(prefix="netfiles-redacted-") as folder, _at_the_day_shown():
        own = configured(Path(folder))
        whole = contents(state, own, lambda tree: Printer(own.place, tree, state.insights.today))
        printed, _ = print_site(site, whole.files(), {}, anew=True)
    _date(site, state.insights.today)
    return Built(printed, {}, whole.printer.remarks), site


@contextmanager
def _at_the_day_shown() -> Iterator[None]:
    """Without the moment that SOURCE_DATE_EPOCH names: it would stand beside the day shown, and tell the shift."""
    said = os.environ.pop("SOURCE_DATE_EPOCH", None)
    try:
        yield
    finally:
        if said is not None:
            os.environ["SOURCE_DATE_EPOCH"] = said


def _date(site: Path, day: date) -> None:
    """Let all files be of the day shown, for the same reason."""
    moment = datetime.combine(day, time(), UTC).timestamp()
    for path in (*site.rglob("*"), site):
        os.utime(path, (moment, moment))


def state_of(collection: Collection, today: date) -> State:
    """The state of a redacted collection; no made-up place is looked up, so that none is missed or drawn."""
    insights = derive(build_network(collection), today)
    nowhere = dict.fromkeys(placed(insights.network), Spot("area"))
    return State(marks(context(replace(insights, known={**insights.known, "spots": nowhere}))))


def configured(folder: Path) -> Look:
    """A look at a folder with nothing but the configuration of a new vault, changed for the redacted site."""
    text = skeleton()[CONFIG].decode()
    for old, new in _CHANGES.items():
        if old not in text:
            raise ValueError(f"{CONFIG} of a new vault does not hold {old!r}")
        text = text.replace(old, new, 1)
    (folder / CONFIG).write_text(text, encoding="utf-8")
    (folder / "overrides").mkdir()
    for name, frame in _FRAMES.items():
        (folder / "overrides" / name).write_text(frame, encoding="utf-8")
    return look(folder)


_CHANGES = {
    "site_name: My network\n": "site_name: Redacted network\n",
    "  name: material\n": "  name: material\n  custom_dir: overrides\n",
}
