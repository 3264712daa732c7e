"""The whole of what an import is going to do, decided before anything is written."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netfiles.exchange.importing.ledger import Ledger, Said, path_of, written
from netfiles.exchange.importing.matching import OnFile, on_file
from netfiles.exchange.importing.one_of_two import joined
from netfiles.exchange.importing.people_plan import (
    Ground,
    PersonOutcome,
    Settle,
    Theirs,
    agreed,
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
    """What the owner says of what is not sure: who is meant, and where the source is right."""

    settle: Settle
    theirs: Theirs
    everyone: bool = False
    """Whether talks with nobody on file count."""
    again: bool = False
    """Whether what was imported before and removed comes back."""


class Vault(NamedTuple):
    """The vault as the plan needs it: everything known, which names of files are taken, what was imported before."""

    network: Network
    taken: Taken
    ledger: Ledger
    label: str
    """What tells the source from others of its format: the ledger is called so."""
    refused: Callable[[Step], str | None]
    """Why a file cannot be changed as meant; None where it can."""
    checksum: str = ""
    """That of the ledger; empty where there is none yet."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What becomes of everybody and of each talk, and the plan that makes it so."""

    incoming: Incoming
    people: tuple[PersonOutcome, ...]
    talks: tuple[TalkOutcome, ...]
    plan: Plan
    ledger: str
    """Where what the source said is remembered."""
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
    ground = _ground(vault, source, answers.again)
    people = [agreed(one, answers.theirs) for one in outcomes(once, ground, answers.settle)]
    people = [_allowed(one, ground, vault) for one in people]
    at = _talks(vault, people, ground, answers)
    talks = [_allowed_talk(one, at, vault) for one in talk_outcomes(told.talks, at)]
    all_ = tuple(_steps(people, talks, ground, at, vault, progress))
    title = _title(incoming.source, people, talks)
    twice = len(told.people) - len(once)
    return ImportPlan(told, tuple(people), tuple(talks), Plan(title, all_), path_of(vault.label), twice)


def _allowed(outcome: PersonOutcome, ground: Ground, vault: Vault) -> PersonOutcome:
    """The same, or left out where the file cannot be changed."""
    changes = outcome.outcome == "changed"
    why = next(filter(None, map(vault.refused, steps(outcome, ground, None))), None) if changes else None
    return outcome._replace(outcome="locked", why=why) if why else outcome


def _allowed_talk(outcome: TalkOutcome, at: Talks, vault: Vault) -> TalkOutcome:
    why = vault.refused(talk_step(outcome, at)[0]) if outcome.outcome == "changed" else None
    return outcome._replace(outcome="locked") if why else outcome


def _ground(vault: Vault, source: str, again: bool) -> Ground:
    network = vault.network
    folders = network.collection.options.folders
    stems = {alike(record.origin.stem) for record in network.collection.people}
    taken = frozenset(vault.taken(folders.contacts))
    told = {problem.place.file for problem in network.collection.problems} - network.records.keys()

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
        taken=taken | stems,
        pictures=frozenset(map(alike, network.collection.attachments)),
        unreadable={alike(_stem(path)): path for path in told if path.startswith(f"{folders.contacts}/")},
        again=again,
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
        again=answers.again,
    )


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _steps(
    people: Iterable[PersonOutcome],
    talks: Iterable[TalkOutcome],
    ground: Ground,
    at: Talks,
    vault: Vault,
    progress: Progress,
) -> Iterator[Step]:
    now: dict[str, Said] = dict(vault.ledger)
    pictures, keys = _Pictures(ground), set[str]()
    for outcome in people:
        yield from steps(outcome, ground, pictures.path(outcome))
        if outcome.path and outcome.outcome not in ("removed", "locked"):
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
        yield Copied(path_of(vault.label), written(now.values()).encode(), vault.checksum)


class _Pictures:
    """Where photos go in attachments/, each under a name of its own."""

    def __init__(self, ground: Ground) -> None:
        self._folder = ground.folders.attachments
        self._taken: dict[str, set[str]] = {}
        for name in ground.pictures:
            stem, dot, suffix = name.rpartition(".")
            self._taken.setdefault(dot + suffix, set()).add(stem)

    def path(self, outcome: PersonOutcome) -> str | None:
        """The path for the photo of somebody; None where there is none to take."""
        photo = outcome.person.photo
        if photo is None or not wants_picture(outcome):
            return None
        taken = self._taken.setdefault(photo.suffix, set())
        stem = unused(_stem(outcome.path), taken)
        taken.add(alike(stem))
        return f"{self._folder}/{stem}{photo.suffix}"


def _title(source: str, people: Iterable[PersonOutcome], talks: Iterable[TalkOutcome]) -> str:
    count = Counter(one.outcome for one in people)
    entries = sum(one.outcome == "new" for one in talks)
    parts = [f"{n} {word}" for n, word in ((count["new"], "new"), (count["changed"], "changed")) if n]
    of_people = f"{' and '.join(parts)} people" if parts else ""
    of_talks = f"{entries} {'entry' if entries == 1 else 'entries'}" if entries else ""
    return f"{TITLE} {source}: {', '.join(filter(None, (of_people, of_talks))) or 'nothing new'}"
