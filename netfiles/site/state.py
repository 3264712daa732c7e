"""Everything known of a vault at one moment, made from the moment before, and kept for the next process."""

from dataclasses import dataclass
from datetime import date

from netfiles.index.build import build_network
from netfiles.insights.derive import Insights, derive
from netfiles.model.collection import Collection
from netfiles.vault.look import Look
from netfiles.vault.shelf import Progress, Shelf, silent
from netfiles.views.context import Context, context
from netfiles.views.marks import Marks, marks


@dataclass(frozen=True)
class State:
    """What follows from the vault on one day; `marks` is what is known of its pages."""

    marks: Marks

    @property
    def facts(self) -> Context:
        return self.marks.context

    @property
    def insights(self) -> Insights:
        return self.marks.context.insights

    def warm(self) -> None:
        """Work out what the first change would ask for."""
        network = self.insights.network
        _ = (network.asking, network.months, network.on_file)
        self.insights.work_out()


def advance(
    shelf: Shelf,
    seen: Look,
    today: date,
    before: State | None,
    progress: Progress = silent,
    last: Collection | None = None,
) -> State:
    """The state of the vault as it was seen. Equal without `before`, only slower.

    Records of `last` stand in for files that cannot be read now. Raises VaultGone.
    """
    old = before.insights if before else None
    collection = shelf.load(seen, last, progress)
    network = build_network(collection, old.network if old else None)
    facts = context(derive(network, today, old), before.facts if before else None)
    return State(marks(facts, before.marks if before else None))
