"""The part of a person's page that shows on paper only: what to know before a talk with them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from netfiles.index.network import Entry, Someone
from netfiles.insights.brief import brief, givers_of, is_current, is_for, sent_in_words
from netfiles.insights.days import spoken
from netfiles.insights.landing import older_news
from netfiles.insights.questions import best_target
from netfiles.model.purposes import TalkPurpose
from netfiles.text.markdown import first_words
from netfiles.views.context import Context, Here
from netfiles.views.entries import kind, title
from netfiles.views.templating import fill
from netfiles.views.words import dated

MOST_ASKS = 4
MOST_UNHEARD = 4
WORDS = 160


class Talk(NamedTuple):
    """One of the last talks: its day, the sort of contact, and what was said in short."""

    day: str
    kind: str
    words: str


class Asked(NamedTuple):
    """Something I asked them for, and how that stands."""

    day: str
    what: str
    status: str


def brief_part(here: Here, someone: Someone) -> Markup:
    """The last talks, asks, who sent me, what they have not heard, and five questions."""
    found = brief(here.context.insights, someone)
    return fill(
        "brief_part.html",
        occasion=_OCCASIONS[found.purpose],
        planned=spoken(found.planned.day) if found.planned else None,
        talks=[_talk(entry) for entry in found.talks],
        asks=[_asked(entry) for entry in found.asks[:MOST_ASKS]],
        sent=[sent_in_words(here.context.network, one) for one in found.sent],
        unheard=[one.text for one in found.unheard[:MOST_UNHEARD]],
        questions=found.questions,
    )


_OCCASIONS: Mapping[TalkPurpose, str] = {
    "information-interview": "the information interview",
    "catch-up": "the catch-up",
    "introduction": "the introduction",
    "interview": "the interview",
    "follow-up": "the follow-up",
    "thanks": "you say thanks",
    "update": "the update",
}


def _talk(entry: Entry) -> Talk:
    record = entry.record
    return Talk(dated(entry.day), kind(record), first_words(record.origin.body, WORDS) or title(record))


def _asked(entry: Entry) -> Asked:
    record = entry.record
    return Asked(dated(entry.day), record.ask or f"{record.asked}", record.ask_status or "open")


def all_briefs_made_of(context: Context) -> Iterator[object]:
    """What the part is made of on everybody's page: the owner's plan and news."""
    collection = context.collection
    yield collection.profile.origin.checksum if collection.profile else None
    settled = older_news(context.network, context.insights.landing)
    for news in collection.news:
        yield from (news.origin.checksum, is_current(news, context.today), news.path in settled)


def brief_made_of(context: Context, someone: Someone) -> Iterator[object]:
    """What else it is made of beside somebody's own file, entries and reasons."""
    network = context.network
    target = best_target(context.insights.wanted, someone)
    employer = network.companies[someone.company].record if someone.company else None
    yield from (target.name if target else None, employer.industry if employer else None)
    yield from (is_for(context.insights, news, someone.key) for news in network.collection.news)
    for key in givers_of(someone):
        giver = network.people[key]
        yield from (giver.name, giver.record.may_use_name if giver.record else None)
    yield from (
        record.called for entry in someone.entries for path in entry.leads if (record := network.records.get(path))
    )
