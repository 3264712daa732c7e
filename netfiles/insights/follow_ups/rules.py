"""The table of rules: a new rule is a function and a row here."""

from netfiles.insights.follow_ups.contact import birthdays, hellos, introductions, keep_in_touch
from netfiles.insights.follow_ups.messages import answers, asks, replies
from netfiles.insights.follow_ups.promise import owed_by_nobody, owed_to_me, promises, promises_of_nobody
from netfiles.insights.follow_ups.reason import Rule
from netfiles.insights.follow_ups.thank import thanks

RULES: tuple[Rule, ...] = (
    Rule("promise", promises, promises_of_nobody, rank=0, always=True),
    Rule("answer", answers, rank=0, always=True),
    Rule("thank", thanks, rank=1, always=True, leaves=True),
    Rule("owed-to-me", owed_to_me, owed_by_nobody),
    Rule("reply", replies),
    Rule("ask", asks, long=True, leaves=True),
    Rule("introduction", introductions, leaves=True),
    Rule("keep-in-touch", keep_in_touch, long=True, dormant=True),
    Rule("date", birthdays, dormant=True),
    Rule("hello", hellos, long=True, dormant=True, alone=True),
)
BY_NAME = {rule.name: rule for rule in RULES}
