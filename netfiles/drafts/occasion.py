"""What gives occasion to a letter: something to ask for, to thank for, to tell, or to remind of."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from netfiles.errors import NothingToSay
from netfiles.index.network import Entry, Someone
from netfiles.insights.brief import is_current
from netfiles.insights.follow_ups.messages import attempt
from netfiles.insights.follow_ups.outcome import End
from netfiles.insights.follow_ups.reason import Case, Situation
from netfiles.insights.told import Telling
from netfiles.insights.vague import stock_words
from netfiles.model import Lead, News

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights

Sort = Literal["information", "introduction", "referral", "interview", "thanks", "update", "nudge"]
SORTS: tuple[Sort, ...] = get_args(Sort)
ASKING: Mapping[Sort, tuple[str, ...]] = {
    "information": ("information", "advice", "review"),
    "introduction": ("contacts",),
    "referral": ("referral", "job"),
    "interview": ("interview",),
}
"""The letters that ask, with what an open ask of the same sort was for; the first is what a new one is for."""


class Occasion(NamedTuple):
    """What a letter to somebody is about; what does not belong to its sort is empty."""

    sort: Sort
    someone: Someone
    ask: str = ""
    lead: Lead | None = None
    gifts: tuple[Entry, ...] = ()
    ends: tuple[End, ...] = ()
    news: News | None = None
    message: Entry | None = None


class Wish(NamedTuple):
    """What the owner says of a letter: the ask in their own words, the news to tell."""

    ask: str = ""
    news: Telling | None = None


def occasion(insights: "Insights", sort: Sort, someone: Someone, wish: Wish = Wish()) -> Occasion:  # noqa: B008  # a frozen value
    """The occasion of a letter. Raises NothingToSay where nothing is known that gives any."""
    if someone.record is not None and someone.record.status == "closed":
        raise NothingToSay(f"{someone.name} is closed: there is no letter. Change `status` in {someone.file} first.")
    return _FIND[sort](insights, sort, someone, wish)


def _asking(insights: "Insights", sort: Sort, someone: Someone, wish: Wish) -> Occasion:
    found = Occasion(sort, someone, lead=_lead(insights, someone))
    ask = " ".join(wish.ask.split()) or _open_ask(insights, sort, someone) or _ASKS[sort](insights, found)
    if not ask:
        why = "career/profile.md names no role" if sort == "introduction" else "no open lead is known that fits"
        raise NothingToSay(f"There is nothing to ask {someone.name} for: {why}. Say it yourself: --ask '…'.")
    return found._replace(ask=ask)


def _open_ask(insights: "Insights", sort: Sort, someone: Someone) -> str:
    """The newest ask of this sort that they have not answered."""
    records = [e.record for e in reversed(someone.until(insights.today)) if e.people[0] == someone.key]
    fitting = (r.ask for r in records if r.ask and r.ask_open and r.asked in ASKING[sort])
    return " ".join((next(fitting, None) or "").split())


def _lead(insights: "Insights", someone: Someone) -> Lead | None:
    """The open lead at their company, else the newest that an entry with them is about."""
    network = insights.network
    at = network.companies[someone.company].leads if someone.company else ()
    about = (network.records.get(path) for e in reversed(someone.until(insights.today)) for path in e.leads)
    return next((one for one in (*at, *about) if isinstance(one, Lead) and one.open), None)


def _for_information(insights: "Insights", of: Occasion) -> str:
    profile, someone = insights.network.collection.profile, of.someone
    title = someone.record.title if someone.record else ""
    at = f" at {insights.network.companies[someone.company].name}" if someone.company else ""
    if title or at:
        return (
            f"Could I ask you, for twenty minutes on the phone, about your work{f' as {title}' if title else ''}{at}?"
        )
    role = profile.roles[0] if profile and profile.roles else ""
    return f"Could I ask you, for twenty minutes on the phone, what the work of a {role} is like?" if role else ""


def _for_introduction(insights: "Insights", of: Occasion) -> str:
    sentences = insights.ask_sentences
    own = (one.text for one in sentences if one.company and one.company == of.someone.company)
    return next(own, sentences[0].text if sentences else "")


def _for_referral(insights: "Insights", of: Occasion) -> str:
    position = _position(insights, of)
    return f"Would you pass my name on to whoever decides about {position}?" if position else ""


def _for_interview(insights: "Insights", of: Occasion) -> str:
    position = _position(insights, of)
    return f"May I come in for half an hour to talk about {position}?" if position else ""


def _position(insights: "Insights", of: Occasion) -> str:
    """`the position of Planning Analyst`, and where, if that is not where they work; empty without a lead."""
    if of.lead is None:
        return ""
    company = insights.network.company_of(of.lead)
    name = insights.network.companies[company].name if company and company != of.someone.company else ""
    return f"the position of {of.lead.called}{f' at {name}' if name else ''}"


_ASKS: Mapping[Sort, Callable[["Insights", Occasion], str]] = {
    "information": _for_information,
    "introduction": _for_introduction,
    "referral": _for_referral,
    "interview": _for_interview,
}


def _thanking(insights: "Insights", sort: Sort, someone: Someone, wish: Wish) -> Occasion:  # noqa: ARG001  # as the table has it
    owed = insights.between[someone.key][1].gratitude
    gifts = tuple(gift.entry for gift in owed.thanks_owed)
    if not gifts:
        raise NothingToSay(f"Nothing is open that you have to thank {someone.name} for.")
    return Occasion(sort, someone, gifts=gifts, ends=_untold(insights, someone))


def _untold(insights: "Insights", someone: Someone) -> tuple[End, ...]:
    return tuple(outcome.end for outcome in insights.between[someone.key][1].gratitude.outcomes_owed)


def _updating(insights: "Insights", sort: Sort, someone: Someone, wish: Wish) -> Occasion:
    ends = _untold(insights, someone)
    if wish.news is not None:
        check_news(wish.news)
        heard = wish.news.told.get(someone.key)
        if someone.key in wish.news.told:
            when = f" on {heard.day}" if heard else ""
            raise NothingToSay(f"{someone.name} has heard “{wish.news.news.called}”{when}.")
        return Occasion(sort, someone, news=wish.news.news, ends=ends)
    waiting = (t for t in insights.news if t.state == "to tell" and is_current(t.news, insights.today))
    news = next((t.news for t in waiting if someone.key in t.untold), None)
    if news is None and not ends:
        raise NothingToSay(f"There is no news that {someone.name} has not heard, and nothing came of what they gave.")
    return Occasion(sort, someone, news=news, ends=ends)


def check_news(telling: Telling) -> None:
    """Raises NothingToSay where the news is not to be told now."""
    why = {
        "over": f"its `until` was {telling.news.until}",
        "replaced": f"“{telling.replaced_by.called if telling.replaced_by else ''}” supersedes it: tell that",
        "to come": f"it is for {telling.news.date}",
    }.get(telling.state)
    if why:
        raise NothingToSay(f"“{telling.news.called}” is not to be told now: {why}.")


def _nudging(insights: "Insights", sort: Sort, someone: Someone, wish: Wish) -> Occasion:
    case = Case(Situation(insights.network, insights.today), someone)
    standing = attempt(case)
    if standing is not None and standing.nudge is not None:
        day = standing.nudge.day
        raise NothingToSay(f"You nudged {someone.name} on {day} already. Wait for them, or ask somebody else.")
    asked = [e for e in reversed(case.named_first) if e.record.ask_open and e.day <= insights.today]
    message = standing.message if standing else next(iter(asked), None)
    if message is None:
        raise NothingToSay(f"{someone.name} owes you no answer: there is no message or open ask to remind of.")
    ask = wish.ask or next((e.record.ask for e in (message, *asked) if e.record.ask and e.record.ask_open), "") or ""
    return Occasion(sort, someone, " ".join(ask.split()), message=message)


_FIND: Mapping[Sort, Callable[["Insights", Sort, Someone, Wish], Occasion]] = {
    **dict.fromkeys(ASKING, _asking),
    "thanks": _thanking,
    "update": _updating,
    "nudge": _nudging,
}


def vagueness(text: str) -> list[str]:
    """What in a text says nothing, each with how to say it better."""
    flat = re.sub(r"\s+", " ", text)
    return [f"{one.why} says little. {one.better}" for one in stock_words(flat)]
