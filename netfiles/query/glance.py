"""What the quick commands answer from: the queue, and everybody in short."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netfiles.index.names import Names, folded
from netfiles.insights.follow_ups.reason import Reason
from netfiles.insights.queue import Queue
from netfiles.problems import Severity, counts
from netfiles.text.letters import unaccented

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights
    from netfiles.insights.standing import Standing


class About(NamedTuple):
    """Somebody in short. `entries` are the paths of the entries with them, oldest first.

    `names`, `facts` and `notes` are what words are looked for in: unaccented, one text a line.
    """

    key: str
    name: str
    file: str | None
    aliases: tuple[str, ...]
    company: str | None
    last_contact: date | None
    next_contact: date | None
    tie: str
    reasons: tuple[Reason, ...]
    entries: tuple[str, ...]
    names: str
    facts: str
    notes: str


@dataclass(frozen=True)
class Glance:
    """One day at a glance: everybody by key, the queue, the week's pace, and how many problems of each severity."""

    today: date
    people: Mapping[str, About]
    queue: Queue
    pace: str
    problems: Mapping[Severity, int]

    def named(self) -> Names:
        """Everybody on file by what they can be called."""
        levels: tuple[dict[str, tuple[str, ...]], ...] = ({}, {}, {})
        for about in self.people.values():
            if about.file is None:
                continue
            stem = about.file.rsplit("/", 1)[-1].removesuffix(".md")
            for level, texts in zip(levels, ((stem,), (about.name,), about.aliases), strict=True):
                for text in dict.fromkeys(map(folded, texts)):
                    level[text] = (*level.get(text, ()), about.key)
        stems, names, aliases = levels
        return Names({"person": (stems, names, aliases)})


Known = Mapping[str, tuple["Standing", About]]
"""Everybody in short beside the standing that this was made of."""


def glance(insights: "Insights", before: Known | None = None) -> tuple[Glance, Known]:
    """The day at a glance; who stands as in `before` is not looked at again."""
    before = before or {}
    known = {key: _known(insights, standing, before.get(key)) for key, standing in insights.standings.by_key.items()}
    people = {key: about for key, (_, about) in known.items()}
    return Glance(insights.today, people, insights.queue, insights.share.pace, counts(insights.problems)), known


def _known(
    insights: "Insights", standing: "Standing", known: tuple["Standing", About] | None
) -> tuple["Standing", About]:
    return known if known and known[0] is standing else (standing, _about(insights, standing))


def _about(insights: "Insights", standing: "Standing") -> About:
    someone, person = standing.someone, standing.someone.record
    companies = insights.network.companies
    past = [companies[key].name for key, _ in someone.past]
    now = companies[someone.company].name if someone.company else None
    own = (person.title, person.location, person.relation, *person.tags) if person else ()
    notes = (person.origin.body, *person.can_help, *person.i_can_help, person.met_at) if person else ()
    return About(
        key=someone.key,
        name=someone.name,
        file=someone.file,
        aliases=person.aliases if person else (),
        company=now,
        last_contact=someone.last_contact(insights.today),
        next_contact=insights.next_contact(someone),
        tie=standing.tie.word,
        reasons=insights.reasons(someone.key),
        entries=tuple(entry.path for entry in someone.entries),
        names=_text((someone.name, *(person.aliases if person else ()))),
        facts=_text((now, *past, *own)),
        notes=_text(notes),
    )


def _text(texts: Iterable[str | None]) -> str:
    return unaccented("\n".join(text for text in texts if text))
