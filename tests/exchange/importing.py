"""Imports planned and carried out in made-up vaults."""

from collections.abc import Callable
from pathlib import Path

from netfiles.errors import CannotEdit
from netfiles.exchange.importing.import_plan import Answers, ImportPlan, Vault, import_plan
from netfiles.exchange.importing.ledger import parsed, path_of
from netfiles.exchange.importing.matching import Unsure
from netfiles.exchange.incoming import Incoming, IncomingPerson, IncomingTalk, Party
from netfiles.index.network import Network
from netfiles.records.plan import Plan, Step
from netfiles.vault.carry_out import carry_out
from netfiles.vault.prepare import prepare
from netfiles.vault.taken import taken
from netfiles.vault.write import checksum, content_of
from tests.changes.made import network

DAY = "2026-11-30"


def somebody(name: str, notes: str = "", uid: str = "", **values: str | tuple[str, ...]) -> IncomingPerson:
    """Somebody as a source has them."""
    told = {field: (value,) if isinstance(value, str) else value for field, value in values.items()}
    return IncomingPerson(name, told, notes, uid=uid)


def talk(
    at: str, *parties: Party, uid: str = "", body: str = "", may_change: bool = False, **values: str
) -> IncomingTalk:
    """A talk as a source has it."""
    return IncomingTalk(at, parties, {k: (v,) for k, v in values.items()}, body, uid=uid, may_change=may_change)


def planned(
    root: Path,
    *found: IncomingPerson | IncomingTalk,
    settle: Callable[[IncomingPerson, Unsure], str] = lambda *_: "skip",
    theirs: tuple[str, ...] = (),
    everyone: bool = False,
    again: bool = False,
    source: str = "made-up",
) -> ImportPlan:
    """The plan of an import of some people and talks."""
    people = tuple(one for one in found if isinstance(one, IncomingPerson))
    talks = tuple(one for one in found if isinstance(one, IncomingTalk))
    told = Incoming(source, people, talks, rows=len(found))
    answers = Answers(settle, lambda _, change: change.field in theirs, everyone, again)
    return import_plan(told, _vault(root, network(root), source), DAY, answers, lambda *_: None)


def _vault(root: Path, of: Network, source: str) -> Vault:
    content = content_of(root / path_of(source))
    ledger = parsed(content, path_of(source)) if content else {}
    mark = checksum(content) if content else ""
    return Vault(
        of, lambda folder, day="": taken(root, folder, day), ledger, source, lambda step: refused(root, step), mark
    )


def refused(root: Path, step: Step) -> str | None:
    """Why a file cannot be changed as meant."""
    try:
        prepare(root, network(root).collection.options.folders, Plan("", (step,)))
    except CannotEdit as why:
        return str(why)
    return None


def imported(root: Path, *found: IncomingPerson | IncomingTalk, **more: object) -> ImportPlan:
    """The same, carried out."""
    plan = planned(root, *found, **more)  # type: ignore[arg-type]
    folders = network(root).collection.options.folders
    carry_out(root, plan.plan.title, prepare(root, folders, plan.plan), print)
    return plan


def text(root: Path, path: str) -> str:
    """What stands in a file."""
    return (root / path).read_text(encoding="utf-8")
