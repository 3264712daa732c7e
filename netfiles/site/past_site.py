"""The site of an earlier day, beside that of today: made of what was known then, and kept nowhere."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from netfiles.errors import NeedsAll, NetfilesError
from netfiles.index.build import build_network
from netfiles.index.network import Network
from netfiles.index.past import past
from netfiles.insights.derive import derive
from netfiles.problems import counts
from netfiles.site.build import Built
from netfiles.site.by_mkdocs import build_site, print_tree
from netfiles.site.contents import contents
from netfiles.site.memory import Memory
from netfiles.site.printer import Printer
from netfiles.site.printing import print_site
from netfiles.site.settings import reasons_against
from netfiles.site.state import State
from netfiles.vault.look import Look
from netfiles.vault.options import CONFIG
from netfiles.vault.shelf import Progress, silent
from netfiles.views.context import context
from netfiles.views.marks import marks

FOLDER = ".netfiles/at"
"""Where in the vault the sites of earlier days go: git leaves it out, and no site of today is there."""


class NotForThePast(NetfilesError):
    """The folder named for the site of an earlier day is that of today's site."""

    def __init__(self, site: Path) -> None:
        super().__init__(f"{site} is the folder of today's site. Name another one for an earlier day.")


def build_at(
    memory: Memory,
    site: Path | None,
    day: date,
    today: Callable[[Look], date],
    anew: bool = False,
    progress: Progress = silent,
) -> tuple[Built, Path]:
    """Print the site of what was known on `day`; it and its folder (None: one named for the day, below .netfiles).

    Raises VaultGone, SiteFailed, NotOurs, NotForThePast.
    """
    seen = memory.look()
    site = (site or seen.place / FOLDER / day.isoformat()).resolve()
    if site == (seen.place / seen.options.site).resolve():
        raise NotForThePast(site)
    state = as_of(memory.state(seen, today(seen), progress).insights.network, day)
    against = reasons_against(seen.place / CONFIG)
    try:
        if against:
            return _by_mkdocs(state, seen, site, against, anew), site
        return _print(state, seen, site, anew), site
    except NeedsAll as error:
        return _by_mkdocs(state, seen, site, (str(error),), anew), site


def as_of(network: Network, day: date) -> State:
    """The state of what was known on a day; the browser counts from that day too."""
    known = past(network.collection, day, network)
    collection = replace(known, options=replace(known.options, today=day))
    return State(marks(context(derive(build_network(collection), day))))


def _print(state: State, seen: Look, site: Path, anew: bool) -> Built:
    day = state.insights.today
    whole = contents(state, seen, lambda tree: Printer(seen.place, tree, day))
    printed, _ = print_site(site, whole.files(), {}, anew)
    return Built(printed, counts(state.insights.problems), whole.printer.remarks)


def _by_mkdocs(state: State, seen: Look, site: Path, why: tuple[str, ...], anew: bool) -> Built:
    """The long way, by a tree of its own."""
    collection = state.facts.collection
    elsewhere = replace(collection, options=replace(collection.options, tree=f"{FOLDER}/tree"))
    facts = context(derive(build_network(elsewhere), state.insights.today))
    printed = print_tree(facts, anew)
    build_site(seen.place, seen.place / FOLDER / "tree", site)
    remarks = tuple(f"{reason} MkDocs builds the whole site." for reason in why)
    return Built(printed, counts(state.insights.problems), remarks)
