"""Once landed: thank those whose help led to it, and tell everyone."""

from collections.abc import Iterator
from datetime import timedelta

from netfiles.insights.follow_ups.news import news_to_tell
from netfiles.insights.follow_ups.reason import Case, Reason, Situation
from netfiles.insights.follow_ups.thank import Said, thanks, words_of_thanks
from netfiles.insights.landing import TITLE, Landing, announcement
from netfiles.model import Profile
from netfiles.model.options import Folders

_ALLOWANCE = 7


def thanks_once_landed(case: Case) -> Iterator[Reason]:
    """Thanks for somebody's part in the lead that was accepted; what else they are owed thanks for waits for it."""
    landing = case.situation.landing
    reason = thanks_for_a_part(case, landing) if landing else None
    if reason:
        yield reason
    else:
        yield from thanks(case)


def thanked_since(case: Case, landing: Landing) -> Said | None:
    """When somebody was first thanked on the day of the landing or later, whatever for."""
    return next((Said(e.day, e.path) for e in words_of_thanks(case) if e.day >= landing.since), None)


def thanks_for_a_part(case: Case, landing: Landing) -> Reason | None:
    """Why somebody of the chain is to be thanked, as long as the queue asks for it."""
    credit, lead, name = landing.credit(case.someone.key), landing.lead, case.someone.name
    if credit is None or lead is None or thanked_since(case, landing):
        return None
    due = landing.day + timedelta(days=1) if landing.day else case.today
    if case.today >= due + timedelta(days=case.numbers.leaves_after_days):
        return None
    led = " and ".join(map(case.situation.name, credit.led_to))
    helped = f"the introduction to {led}" if led else " and ".join(dict.fromkeys(_HELP[p.how] for p in credit.proofs))
    text = f"Thank {name} for {helped}: it led to {lead.called}."
    return Reason("thank", case.someone.key, due, text, credit.proofs[0].place, allowance=_ALLOWANCE)


_HELP = {"told": "the lead", "talked": "the lead", "referred": "the referral"}


def tell_everyone(situation: Situation) -> Iterator[Reason]:
    """The news since the landing, or that there is none yet."""
    landing, network, profile = situation.landing, situation.network, situation.network.collection.profile
    if landing is None or profile is None:
        return
    yield from news_to_tell(situation)
    if announcement(network, landing) is None:
        yield _announce(situation, landing, profile)


def _announce(situation: Situation, landing: Landing, profile: Profile) -> Reason:
    collection = situation.network.collection
    folders, active = collection.options.folders, sum(person.status == "active" for person in collection.people)
    who = "1 person" if active == 1 else f"{active:,} people"
    return Reason(
        "news",
        None,
        landing.day or situation.today,
        f"{who} on file can hear it from you: save {news_file(folders)} and this page says who has not been told.",
        profile.origin.place("status"),
        title="Tell everyone that you have landed",
    )


def news_file(folders: Folders) -> str:
    """The file to write the news of the landing into."""
    return f"{folders.news}/{TITLE}.md"
