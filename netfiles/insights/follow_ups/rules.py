"""The table of rules: a new rule is a function and a row here."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from netfiles.insights.follow_ups.contact import birthdays, hellos, introductions, keep_in_touch
from netfiles.insights.follow_ups.landed import tell_everyone, thanks_once_landed
from netfiles.insights.follow_ups.lead import leads, leads_of_somebody, withdrawals
from netfiles.insights.follow_ups.messages import answers, asks, replies
from netfiles.insights.follow_ups.news import news_to_tell, nobody_told
from netfiles.insights.follow_ups.outcome import outcomes
from netfiles.insights.follow_ups.promise import owed_by_nobody, owed_to_me, promises, promises_of_nobody
from netfiles.insights.follow_ups.reason import Rule, Situation
from netfiles.insights.follow_ups.stale import stale
from netfiles.insights.follow_ups.thank import thanks

RULES: tuple[Rule, ...] = (
    Rule("promise", promises, promises_of_nobody, rank=0, always=True),
    Rule("answer", answers, rank=0, always=True),
    Rule("thank", thanks, rank=1, always=True, leaves=True),
    Rule("outcome", outcomes, leaves=True),
    Rule("owed-to-me", owed_to_me, owed_by_nobody),
    Rule("reply", replies, search=True),
    Rule("ask", asks, long=True, leaves=True, search=True),
    Rule("introduction", introductions, leaves=True, search=True),
    Rule("keep-in-touch", keep_in_touch, long=True, dormant=True),
    Rule("date", birthdays, dormant=True),
    Rule("hello", hellos, long=True, dormant=True, alone=True, search=True),
    Rule("lead", leads_of_somebody, leads),
    Rule("news", nobody_told, news_to_tell),
    Rule("stale", stale, dormant=True, beside=True),
)
BY_NAME = {rule.name: rule for rule in RULES}

_ONCE_LANDED: Mapping[str, Mapping[str, Any]] = {
    "thank": {"find": thanks_once_landed},
    "lead": {"of_nobody": withdrawals},
    "news": {"of_nobody": tell_everyone},
}
LANDED = tuple(replace(rule, **_ONCE_LANDED.get(rule.name, {})) for rule in RULES if not rule.search)
"""The rules once the owner has landed: those for the search go, a few say something else."""


def rules_of(situation: Situation) -> tuple[Rule, ...]:
    """The rules that hold for an owner who is searching, or has landed."""
    return LANDED if situation.landing else RULES
