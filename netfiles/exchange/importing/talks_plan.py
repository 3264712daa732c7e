"""What an import does to the journal: which talks become entries, and which are there already or concern nobody."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from netfiles.changes.entry import Journal, called, new_entry
from netfiles.exchange.importing.field_by_field import FieldChange, edits_of, field_changes
from netfiles.exchange.importing.ledger import Ledger, Said
from netfiles.exchange.importing.matching import OnFile
from netfiles.exchange.importing.people_plan import value_of
from netfiles.exchange.incoming import IncomingTalk, Party
from netfiles.model import Interaction
from netfiles.model.fields import WRITTEN, Channel, Direction
from netfiles.model.options import Folders
from netfiles.records.plan import Edited, Step
from netfiles.records.read import known_fields
from netfiles.text.edits import Append
from netfiles.text.stems import Taken, alike, stem_of
from netfiles.text.written import Plain, Value, link

Outcome = Literal["new", "changed", "same", "logged", "nobody", "removed", "locked"]
_CROWD = 12
"""Of more people than these only those on file are named in an entry."""


class TalkOutcome(NamedTuple):
    """What becomes of a talk; `path` is its entry.

    `same`: an earlier import made an entry of it; `logged`: the owner did; `nobody`: none of them is on file.
    `removed`: an entry of it was removed since; `locked`: its entry cannot be changed.
    """

    talk: IncomingTalk
    outcome: Outcome
    path: str = ""
    people: tuple[str, ...] = ()
    """The stems of those it is with."""
    fields: tuple[FieldChange, ...] = ()
    more: str = ""
    """What its text says that the entry does not."""


@dataclass(frozen=True, slots=True)
class Talks:
    """What talks are planned upon: the journal as it is, who is on file now, and who will be."""

    by_uid: Mapping[str, Interaction]
    by_day: Mapping[date, tuple[Interaction, ...]]
    stems: Mapping[str, str]
    """What a link to each path of a person is written as."""
    on_file: OnFile
    ledger: Ledger
    folders: Folders
    source: str
    taken: Taken
    everyone: bool = False
    """Whether talks with nobody on file count as well."""
    again: bool = False
    """Whether those come back whose entries were removed."""
    used: dict[str, set[str]] = field(default_factory=dict)
    """Of each day the stems that are taken."""


def talk_outcomes(talks: Iterable[IncomingTalk], at: Talks) -> Iterator[TalkOutcome]:
    """What becomes of each talk, in their order."""
    seen, counted = set[str](), set[str]()
    for talk in talks:
        uid = talk.uid
        if uid and uid in at.by_uid:
            yield _known(talk, at.by_uid[uid], at.ledger.get(uid))
            continue
        if uid in at.ledger and not at.again:
            yield TalkOutcome(talk, "removed", at.ledger[uid].file)
            continue
        people, known = _people(talk.with_, at)
        if not people or not (known or at.everyone):
            yield TalkOutcome(talk, "nobody", "", people)
        elif uid in seen:
            yield TalkOutcome(talk, "same", "", people)
        elif logged := _logged(talk, people, at, counted):
            counted.add(logged)
            yield TalkOutcome(talk, "logged", logged, people)
        else:
            yield TalkOutcome(talk, "new", "", people)
        seen |= {uid} - {""}


def _people(parties: Iterable[Party], at: Talks) -> tuple[tuple[str, ...], int]:
    """How links to those who took part are written, and how many of them are on file."""
    on_file, names = [], []
    for party in parties:
        if path := at.on_file.party(party):
            on_file.append(at.stems[path])
        elif party.name and (name := " ".join(party.name.split())) and not set(name) & set("[]|#\n"):
            names.append(name)
    known = tuple(dict.fromkeys(on_file))
    others = tuple(dict.fromkeys(name for name in names if name not in known))
    return (known, len(known)) if known and len(known) + len(others) > _CROWD else ((*known, *others), len(known))


def _logged(talk: IncomingTalk, people: Collection[str], at: Talks, counted: Collection[str]) -> str | None:
    """The entry that the owner wrote of it: the same day, one of the people, a talk or a message as this one.

    Each counts for one talk.
    """
    written, stems = _channel(talk) in WRITTEN, set(map(_stem, people))
    for entry in at.by_day.get(date.fromisoformat(talk.at[:10]), ()):
        fits = not entry.uid and entry.path not in counted and (entry.channel in WRITTEN) == written
        if fits and stems & {_stem(one.target) for one in entry.with_}:
            return entry.path
    return None


def _stem(target: str) -> str:
    return alike(target.rpartition("/")[2].removesuffix(".md"))


def _known(talk: IncomingTalk, entry: Interaction, said: Said | None) -> TalkOutcome:
    """What an entry of an earlier import becomes by what the source says now."""
    if not talk.may_change or said is None:
        return TalkOutcome(talk, "same", entry.path)
    changes = tuple(one for one in field_changes(entry, _said_values(talk), said.values) if one.field != "with")
    more = _grown(entry.origin.body, talk.body)
    does = more or any(change.what != "differs" for change in changes)
    return TalkOutcome(talk, "changed" if does else "same", entry.path, (), changes, more)


def _grown(old: str, new: str) -> str:
    """What a text says after all the words of another; empty where it does not begin with these."""
    known, words = old.split(), list(re.finditer(r"\S+", new))
    if len(words) <= len(known) or [word[0] for word in words[: len(known)]] != known:
        return ""
    return new[words[len(known) - 1].end() if known else 0 :].strip()


def _said_values(talk: IncomingTalk) -> dict[str, tuple[str, ...]]:
    return {"date": (talk.at,), **talk.values}


def _channel(talk: IncomingTalk) -> Channel:
    channel: Channel = talk.values.get("channel", ("other",))[0]  # type: ignore[assignment]  # readers use its words
    return channel


def talk_step(outcome: TalkOutcome, at: Talks) -> tuple[Step, str]:
    """What is to be written for a talk, and the path of its entry."""
    talk = outcome.talk
    if outcome.outcome == "changed":
        entry = at.by_uid[talk.uid]
        plain = [one for one in outcome.fields if one.what != "differs"]
        more = [Append(""), Append(outcome.more)] if outcome.more else []
        return Edited(entry.path, entry.origin.checksum, (*edits_of(plain, lambda _, value: value), *more)), entry.path
    day = date.fromisoformat(talk.at[:10])
    journal = Journal(at.folders, day)
    used = at.used.setdefault(day.isoformat(), set())
    if not used:
        used |= {*at.taken(journal.folder, day.isoformat())}
    title = next(iter(talk.values.get("title", ())), "")
    way: Direction | None = talk.values.get("direction", (None,))[0]  # type: ignore[assignment]  # as above
    name = title if title and stem_of(title) else called(_channel(talk), list(outcome.people), way)
    step = new_entry(journal._replace(taken=used), name, _fields(outcome, at), talk.body)
    used.add(alike(step.path.rpartition("/")[2].removesuffix(".md")))
    return step, step.path


def _fields(outcome: TalkOutcome, at: Talks) -> dict[str, Value]:
    talk, known = outcome.talk, known_fields("interaction")
    fields: dict[str, Value] = {"date": Plain(talk.at)} if "T" in talk.at else {}
    fields["with"] = tuple(map(link, outcome.people))
    given = {name: talk.values[name] for name in known if talk.values.get(name) and name not in ("date", "with")}
    fields |= {name: value_of(name, known[name], items) for name, items in given.items()}
    return fields | {"uid": talk.uid, "source": at.source}


def said_of_talk(outcome: TalkOutcome, path: str) -> Said | None:
    """What the source said of a talk, to be remembered: that it was there, and what it may say otherwise."""
    talk = outcome.talk
    if not talk.uid:
        return None
    return Said(talk.uid, path, _said_values(talk) if talk.may_change else {}, talk.kept)
