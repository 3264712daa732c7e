"""Sentences to ask with, made of the roles, industries, places and companies the owner looks for."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from netfiles.index.network import Employer
from netfiles.insights.vague import stock_words
from netfiles.insights.wording import closest
from netfiles.model import Profile


class AskSentence(NamedTuple):
    """A sentence to copy, and what it was made of in words. `company` is the key of the target it is about."""

    text: str
    why: str
    company: str | None = None


def ask_sentences(profile: Profile | None, targets: Iterable[Employer]) -> tuple[AskSentence, ...]:
    """For each target in its order, then for each industry; nothing as long as there is no role to ask about.

    A sentence that a role's own stock words would make vague is left out.
    """
    if profile is None or not profile.roles:
        return ()
    found = (*(_of_target(company, profile) for company in targets), *_of_industries(profile))
    return tuple({one.text: one for one in found if not stock_words(one.text)}.values())


def _of_target(company: Employer, profile: Profile) -> AskSentence:
    role, why = _role_there(company, profile)
    text = f"Do you know anybody who works as {_a(role)} at {company.name}, whom I could ask how they work?"
    return AskSentence(text, why, company.key)


def _role_there(company: Employer, profile: Profile) -> tuple[str, str]:
    """The role to ask about at a company: that of the profile which comes closest to a lead there, else the first."""
    for lead in sorted(company.leads, key=lambda lead: (not lead.open, lead.path)):
        found = closest(lead.called, profile.roles)
        if found:
            return found.text, f"a target; of your roles the closest to the lead “{lead.called}”"
    return profile.roles[0], "a target; the first of your roles"


def _of_industries(profile: Profile) -> Iterator[AskSentence]:
    """For each industry a role in it, roles and places taking turns."""
    for number, industry in enumerate(profile.industries):
        role = _short(_turn(profile.roles, number))
        near = f" around {_place(_turn(profile.locations, number))}" if profile.locations else ""
        text = f"Which {role} do you know in {_within(industry)}{near}, and may I call them for 15 minutes?"
        made_of = "a role, an industry and a place" if near else "a role and an industry"
        yield AskSentence(text, f"{made_of} of your profile")


def _turn(texts: tuple[str, ...], number: int) -> str:
    return texts[number % len(texts)]


def _short(role: str) -> str:
    """A role up to the first comma or bracket."""
    return _within(re.split(r"[,;(]", role, maxsplit=1)[0]) or _within(role)


def _place(location: str) -> str:
    """A place without what is said of it in brackets."""
    return re.sub(r"\s*\([^)]*\)", "", location).strip() or location


def _within(text: str) -> str:
    """A text as it stands within a sentence: without a full stop, small where only its first letter is a capital."""
    bare = " ".join(text.split()).rstrip(".!? ")
    return bare[:1].lower() + bare[1:] if bare[1:2].islower() else bare


def _a(role: str) -> str:
    """`a planner`, `an analyst`, `an HR partner`."""
    text = _short(role)
    first = re.split(r"[\W_]", text, maxsplit=1)[0]
    sounds_open = "AEFHILMNORSX" if first.isupper() else "AEIOaeio"
    return f"{'an' if first and first[0] in sounds_open else 'a'} {text}"
