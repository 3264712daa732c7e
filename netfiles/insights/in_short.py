"""Everybody in short: what the quick commands answer from."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netfiles.insights.follow_ups.reason import Reason
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


Known = Mapping[str, tuple["Standing", About]]
"""Everybody in short by key, beside the standing that this was made of."""


def in_short(insights: "Insights", before: Known) -> Known:
    """Everybody in short; whose standing is the same as `before` is not looked at again.

    A standing holds the person, who is another object as soon as a company of theirs is called otherwise.
    """
    return {key: _known(insights, standing, before.get(key)) for key, standing in insights.standings.by_key.items()}


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
