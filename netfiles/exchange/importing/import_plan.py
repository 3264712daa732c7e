"""The whole of what an import is going to do, decided before anything is written."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netfiles.exchange.importing.ledger import Ledger, Said, path_of, written
from netfiles.exchange.importing.matching import OnFile, on_file
from netfiles.exchange.importing.people_plan import (
    Ground,
    PersonOutcome,
    Settle,
    agreed,
    joined,
    outcomes,
    said_of,
    steps,
    wants_picture,
)
from netfiles.exchange.importing.soundness import sound
from netfiles.exchange.importing.talks_plan import TalkOutcome, Talks, said_of_talk, talk_outcomes, talk_step
from netfiles.exchange.incoming import Incoming, Left, Progress
from netfiles.index.names import Ambiguous
from netfiles.index.network import Network
from netfiles.model import Interaction, Link
from netfiles.records.plan import Copied, Plan, Step
from netfiles.text.stems import Taken, alike, unused
from netfiles.text.written import link

TITLE = "Import from"
"""How the titles of all imports begin."""


class Answers(NamedTuple):
    """What the owner says of what is not sure: who is meant, and of which fields the source is right."""

    settle: Settle
    theirs: Collection[str] = ()
    everyone: bool = False
    """Whether talks with nobody on file count."""


class Vault(NamedTuple):
    """The vault as the plan needs it: everything known, which names of files are taken, what was imported before."""

    network: Network
    taken: Taken
    ledger: Ledger
    checksum: str = ""
    """That of the ledger; empty where there is none yet."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What becomes of everybody and of each talk, and the plan that makes it so."""

    incoming: Incoming
    people: tuple[PersonOutcome, ...]
    talks: tuple[TalkOutcome, ...]
    plan: Plan
    joined: int = 0
    """So many people stand twice in the file."""

    @property
    def left(self) -> tuple[Left, ...]:
        return self.incoming.left

    def people_by(self) -> Counter[str]:
        """How many people come to each end."""
        return Counter(one.outcome for one in self.people)

    def talks_by(self) -> Counter[str]:
        """How many talks come to each end."""
        return Counter(one.outcome for one in self.talks)


def import_plan(incoming: Incoming, vault: Vault, day: str, answers: Answers, progress: Progress) -> ImportPlan:
    """Decide what an import of `day` does."""
    source = f"{incoming.source}, {day}"
    told = sound(incoming)
    once = list(joined(told.people))
    ground = _ground(vault, source)
    people = [agreed(one, answers.theirs) for one in outcomes(once, ground, answers.settle)]
    at = _talks(vault, people, ground, answers)
    talks = list(talk_outcomes(told.talks, at))
    all_ = tuple(_steps(people, talks, ground, at, vault, incoming.source, progress))
    title = _title(incoming.source, people, talks)
    twice = len(told.people) - len(once)
    return ImportPlan(told, tuple(people), tuple(talks), Plan(title, all_), twice)


def _ground(vault: Vault, source: str) -> Ground:
    network = vault.network
    folders = network.collection.options.folders

    def company(name: str) -> str:
        found = network.names.find(Link(name), ("company",))
        if isinstance(found, Ambiguous) or found is None:
            return name
        return link(network.records[found].origin.stem)

    return Ground(
        records={record.path: record for record in network.collection.people},
        on_file=on_file(network),
        ledger=vault.ledger,
        folders=folders,
        source=source,
        company=company,
        taken=vault.taken(folders.contacts),
        pictures=frozenset(map(alike, network.collection.attachments)),
    )


def _talks(vault: Vault, people: Iterable[PersonOutcome], ground: Ground, answers: Answers) -> Talks:
    entries = vault.network.collection.interactions
    by_day: dict[date, list[Interaction]] = {}
    for entry in entries:
        by_day.setdefault(entry.day, []).append(entry)
    new = [one for one in people if one.path and one.outcome != "removed"]
    known: OnFile = ground.on_file.with_new((one.path, one.person) for one in new)
    return Talks(
        by_uid={entry.uid: entry for entry in entries if entry.uid},
        by_day={day: tuple(found) for day, found in by_day.items()},
        stems={path: _stem(path) for path in (*ground.records, *(one.path for one in new))},
        on_file=known,
        ledger=vault.ledger,
        folders=ground.folders,
        source=ground.source,
        taken=vault.taken,
        everyone=answers.everyone,
    )


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _steps(
    people: Iterable[PersonOutcome],
    talks: Iterable[TalkOutcome],
    ground: Ground,
    at: Talks,
    vault: Vault,
    source: str,
    progress: Progress,
) -> Iterator[Step]:
    now: dict[str, Said] = dict(vault.ledger)
    used, keys = {*ground.pictures}, set[str]()
    for outcome in people:
        yield from steps(outcome, ground, _picture(outcome, ground, used))
        if outcome.path and outcome.outcome != "removed":
            said = said_of(outcome, keys)
            keys.add(said.key)
            now[said.key] = said
    found = [one for one in talks if one.outcome in ("new", "changed")]
    for number, talk in enumerate(found):
        step, path = talk_step(talk, at)
        yield step
        if told := said_of_talk(talk, path):
            now[told.key] = told
        progress(number + 1, len(found))
    if now != vault.ledger:
        yield Copied(path_of(source), written(now.values()).encode(), vault.checksum)


def _picture(outcome: PersonOutcome, ground: Ground, used: set[str]) -> str | None:
    """Where the photo of somebody goes in attachments/."""
    if not wants_picture(outcome) or outcome.person.photo is None:
        return None
    suffix = outcome.person.photo.suffix
    taken = {name.removesuffix(suffix) for name in used if name.endswith(suffix)}
    stem = unused(_stem(outcome.path), taken)
    used.add(alike(f"{stem}{suffix}"))
    return f"{ground.folders.attachments}/{stem}{suffix}"


def _title(source: str, people: Iterable[PersonOutcome], talks: Iterable[TalkOutcome]) -> str:
    count = Counter(one.outcome for one in people)
    entries = sum(one.outcome == "new" for one in talks)
    parts = [f"{n} {word}" for n, word in ((count["new"], "new"), (count["changed"], "changed")) if n]
    of_people = f"{' and '.join(parts)} people" if parts else ""
    of_talks = f"{entries} entries" if entries else ""
    return f"{TITLE} {source}: {', '.join(filter(None, (of_people, of_talks))) or 'nothing new'}"
