"""Five good questions for a talk, by its purpose: a table of questions, filled from what is known of somebody."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import get_args

from netfiles.index.network import Employer, Network, Someone
from netfiles.model.purposes import TalkPurpose

PURPOSES: tuple[TalkPurpose, ...] = get_args(TalkPurpose)

COUNT = 5

QUESTIONS: Mapping[TalkPurpose, tuple[str, ...]] = {
    "information-interview": (
        "What does a usual week as {title} at {company} look like?",
        "What took you from {past} to {company}?",
        "Where would somebody like me, {role}, fit in at {company}?",
        "What will change in {industry} in the next two years?",
        "What do you look for in somebody who is to work as {role}?",
        "How did you come to what you do now?",
        "What do people outside get wrong about your work?",
        "What do you like about it, and what not?",
        "What would you do next in my place?",
        "Which two other people should I speak to?",
    ),
    "catch-up": (
        "I asked you “{topic}”: what became of it?",
        "What is new at {company}?",
        "What can I do for you? I thought of: {help}.",
        "Have I told you this: {unheard}?",
        "Whom do you know at {target}?",
        "What are you busy with at the moment?",
        "What is the hardest part of it?",
        "What would you do next in my place?",
        "What can I do for you?",
        "Who else would enjoy hearing from me?",
    ),
    "introduction": (
        "{giver} gave me your name: how do you two know each other?",
        "What do you do as {title} at {company}?",
        "Could you help me with this: {offer}?",
        "Who at {company} works as {role}?",
        "Could we talk for twenty minutes in the next two weeks?",
        "How did you come to what you do now?",
        "What should I know before we talk longer?",
        "What can I do for you?",
        "Whom else should I meet?",
    ),
    "interview": (
        "What should the {position} have done in the first three months?",
        "What does a good first year look like to you as {title}?",
        "What is hard at {company} at the moment that this job should mend?",
        "How will you decide, and by when?",
        "Who would I work with every day?",
        "How do you see that somebody does this well?",
        "What made the last person in this job leave or move on?",
        "What would you like to know from me that you have not asked?",
        "What happens next?",
    ),
    "follow-up": (
        "I asked you “{topic}”: what became of it?",
        "You promised {owed}: how does it stand?",
        "What has changed at {company} since we spoke?",
        "Who at {target} would be the right person to ask?",
        "Have I told you this: {unheard}?",
        "What did I not ask last time?",
        "Who else should hear of this?",
        "What would you do next in my place?",
        "What can I do for you?",
        "When shall we speak again?",
    ),
    "thanks": (
        "May I tell you what came of {got}?",
        "What can I do for you? I thought of: {help}.",
        "What is new at {company}?",
        "What would make it easier next time?",
        "What are you busy with at the moment?",
        "What can I do for you?",
        "Whom should I tell as well?",
        "When shall we speak again?",
        "Who else would enjoy hearing from me?",
    ),
    "update": (
        "Have I told you this: {unheard}?",
        "I asked you “{topic}”: what became of it?",
        "What is new at {company}?",
        "What would you make of it in my place?",
        "Who should hear of it?",
        "Whom do you know at {target}?",
        "What are you busy with at the moment?",
        "What can I do for you?",
        "When shall we speak again?",
    ),
}
"""For each purpose the questions in order: the first four whose blanks are known are asked, and the last one always.

At least five of each have no blanks.
"""


def questions(
    network: Network, targets: Iterable[Employer], someone: Someone, today: date, purpose: TalkPurpose, unheard: str
) -> tuple[str, ...]:
    """Five questions for a talk with somebody; `unheard` is what they have not been told yet, if anything."""
    known = dict(_known(network, targets, someone, today)) | ({"unheard": _within(unheard)} if unheard else {})
    *first, last = QUESTIONS[purpose]
    fitting = (text.format_map(known) for text in first if known.keys() >= set(_blanks(text)))
    return (*list(fitting)[: COUNT - 1], last)


def _blanks(text: str) -> list[str]:
    return re.findall(r"{(\w+)}", text)


def _known(network: Network, targets: Iterable[Employer], someone: Someone, today: date) -> Iterator[tuple[str, str]]:
    """What the blanks can be filled with; of several things the newest or the first."""
    yield from _of_person(network, someone)
    yield from _of_entries(network, someone, today)
    yield from _of_owner(network, targets, someone)


def _of_person(network: Network, someone: Someone) -> Iterator[tuple[str, str]]:
    person = someone.record
    if someone.company:
        yield "company", network.companies[someone.company].name
    if someone.past:
        yield "past", network.companies[someone.past[0][0]].name
    if person and person.title:
        yield "title", _within(person.title)
    if person and person.can_help:
        yield "offer", _within(person.can_help[0])
    if person and person.i_can_help:
        yield "help", _within(person.i_can_help[0])


def _of_entries(network: Network, someone: Someone, today: date) -> Iterator[tuple[str, str]]:
    """What was talked about: the newest open ask, what they owe and gave, the position an entry is about, the giver."""
    until = someone.until(today)
    mine = [entry.record for entry in reversed(until) if entry.people[0] == someone.key]
    if topic := next((r.ask for r in mine if r.ask and r.ask_open), None):
        yield "topic", _short(topic)
    if owed := next((r.they_owe for r in mine if r.they_owe and not r.they_owe_done), None):
        yield "owed", _within(owed)
    if got := next((r.got for r in mine if r.got), None):
        yield "got", f"your {got[0]}"
    planned = someone.planned(today)
    about = (path for entry in (*((planned,) if planned else ()), *reversed(until)) for path in entry.leads)
    if (path := next(about, None)) and (lead := network.records.get(path)):
        yield "position", lead.called
    given = (entry for entry in someone.given_in if entry.day <= today)
    givers = [key for entry in given for key in entry.people if key != someone.key]
    giver = someone.introduced_by or next(iter(givers), None)
    if giver and _may_be_named(network, giver):
        yield "giver", network.people[giver].name


def _may_be_named(network: Network, giver: str) -> bool:
    record = network.people[giver].record
    return record is not None and record.may_use_name == "yes"


def _of_owner(network: Network, targets: Iterable[Employer], someone: Someone) -> Iterator[tuple[str, str]]:
    """What the owner looks for: the first role and industry, and the first target they do not work at."""
    profile = network.collection.profile
    if profile and profile.roles:
        yield "role", _within(profile.roles[0])
    employer = network.companies[someone.company].record if someone.company else None
    industry = employer.industry if employer and employer.industry else None
    if industry or (profile and profile.industries):
        yield "industry", _within(industry or (profile.industries[0] if profile else ""))
    if best := best_target(targets, someone):
        yield "target", best.name


def wanted(network: Network) -> tuple[Employer, ...]:
    """The target companies, A first, then by name."""
    targets = (company for company in network.companies.values() if company.is_target)
    return tuple(sorted(targets, key=lambda c: (c.record.target or "" if c.record else "", c.name.casefold(), c.key)))


def best_target(targets: Iterable[Employer], someone: Someone) -> Employer | None:
    """The first target they do not work at."""
    return next((company for company in targets if company.key != someone.company), None)


_LONGEST = 120


def _within(text: str) -> str:
    """A text of the owner's within a sentence: without its end."""
    return _short(text).rstrip(".!?: ")


def _short(text: str) -> str:
    """A text on one line, no longer than one reads."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST].rsplit(' ', 1)[0]} …"
