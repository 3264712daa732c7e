"""The site of a vault on disk: only what changed is printed, or all of it by MkDocs where that has to be."""

import marshal
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from netfiles.errors import NeedsAll
from netfiles.problems import Severity, counts
from netfiles.site.by_mkdocs import build_site, print_tree
from netfiles.site.contents import contents
from netfiles.site.memory import Memory, key_of
from netfiles.site.printer import Printer
from netfiles.site.printer_key import printer_key
from netfiles.site.printing import Rows, Stand, print_site, stats_below
from netfiles.site.settings import reasons_against
from netfiles.site.tree import Printed
from netfiles.vault.look import Look
from netfiles.vault.options import CONFIG
from netfiles.vault.shelf import Progress, silent
from netfiles.views.templating import COMPILED


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, how many problems the vault has, and why pages went the long way."""

    printed: Printed
    problems: Mapping[Severity, int]
    remarks: tuple[str, ...] = ()


class _Last(NamedTuple):
    """What the last build of a site answered, and how the site stood on the disk after it."""

    built: Built
    stood: str


def build(
    memory: Memory, site: Path | None, today: Callable[[Look], date], anew: bool = False, progress: Progress = silent
) -> Built:
    """Make the folder `site` (None: that of mkdocs.yml) hold the site of the vault.

    What is there as it should be is not touched.

    Raises VaultGone, SiteFailed, NotOurs.
    """
    seen = memory.look()
    day = today(seen)
    site = (site or seen.place / seen.options.site).resolve()
    against = reasons_against(seen.place / CONFIG)
    if against:
        return _by_mkdocs(memory, seen, day, site, anew, against, progress)
    key = f"{key_of(seen, day)} {printer_key(seen.place, day)}"
    last = None if anew else memory.get(f"built {site}", key)
    if isinstance(last, _Last) and last.stood == _standing(stats_below(site)):
        return replace(last.built, printed=Printed(0, sum((last.built.printed.printed, last.built.printed.kept)), 0))
    try:
        return _print(memory, seen, day, site, anew, key, progress)
    except NeedsAll as error:
        return _by_mkdocs(memory, seen, day, site, anew, (str(error),), progress)


def refresh(memory: Memory, today: Callable[[Look], date], anew: bool = False, progress: Progress = silent) -> Built:
    """Print the Markdown tree for another builder. Raises VaultGone, NotOurs."""
    seen = memory.look()
    state = memory.state(seen, today(seen), progress)
    kept = memory.keep()
    printed = print_tree(state.facts, anew)
    kept()
    return Built(printed, counts(state.insights.problems))


def _print(memory: Memory, seen: Look, day: date, site: Path, anew: bool, key: str, progress: Progress) -> Built:
    state = memory.state(seen, day, progress)
    learned = memory.get("learned", "")
    COMPILED.codes |= memory.get("templates", "") or {}
    whole = contents(state, seen, lambda tree: Printer(seen.place, tree, day, learned))
    files = whole.files()
    kept = memory.keep()
    printed, rows = print_site(site, files, _rows(memory, site, whole.printer.key), anew)
    built = Built(printed, counts(state.insights.problems), whole.printer.remarks)
    memory.put(
        {
            f"built {site}": (key, _Last(built, _standing({path: row.stand for path, row in rows.items()}))),
            f"printed {site}": ("", (whole.printer.key, rows)),
            "learned": ("", whole.printer.learned()),
            "templates": ("", COMPILED.codes),
        }
    )
    kept()
    return built


def _rows(memory: Memory, site: Path, key: str) -> Rows:
    """What is known of the files that were printed last; with another printer their marks say nothing."""
    known = memory.get(f"printed {site}", "")
    if known is None:
        return {}
    made_by, rows = known
    return rows if made_by == key else {path: row._replace(mark=None) for path, row in rows.items()}


def _standing(stands: Mapping[str, Stand]) -> str:
    """Stands for the sizes and times of all files of a site."""
    return blake2b(marshal.dumps(sorted(stands.items()), 2), digest_size=16).hexdigest()


def _by_mkdocs(
    memory: Memory, seen: Look, day: date, site: Path, anew: bool, why: tuple[str, ...], progress: Progress
) -> Built:
    """The long way."""
    state = memory.state(seen, day, progress)
    kept = memory.keep()
    printed = print_tree(state.facts, anew)
    build_site(seen.place, seen.place / seen.options.tree, site)
    kept()
    remarks = tuple(f"{reason} MkDocs builds the whole site." for reason in why)
    return Built(printed, counts(state.insights.problems), remarks)
