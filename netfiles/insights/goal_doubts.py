"""Goals that are narrowed down to what is not there: a tag that nobody has, a company of which nothing is on file."""

from collections.abc import Iterator

from netfiles.index.network import Network
from netfiles.index.resolve import NOTHING
from netfiles.model import Goal
from netfiles.problems import Problem, printable


def goal_doubts(network: Network) -> Iterator[Problem]:
    """A hint for each filter of an active goal that lets nothing through."""
    goals = [goal for goal in network.collection.goals if goal.status == "active"]
    tags = _tags(network) if any(goal.tags for goal in goals) else {}
    for goal in goals:
        yield from _missing_tags(goal, tags)
        yield from _missing_companies(network, goal)


def _tags(network: Network) -> dict[str, str]:
    """Every tag of people, entries and leads, by its small letters."""
    collection = network.collection
    of = (collection.people, collection.interactions, collection.leads)
    return {tag.lower(): tag for records in of for record in records for tag in record.tags}


def _missing_tags(goal: Goal, tags: dict[str, str]) -> Iterator[Problem]:
    for number, tag in enumerate(goal.tags):
        if tag.lower() not in tags:
            near = [found for plain, found in sorted(tags.items()) if plain.startswith(tag.lower()[:3])][:5]
            hint = f"There are: {', '.join(near)}." if near else "Correct the tag, or write it into a file of contacts."
            yield _counts_nothing(goal, "tags", number, f"nobody has the tag `{tag}`", hint)


def _missing_companies(network: Network, goal: Goal) -> Iterator[Problem]:
    for number, key in enumerate(network.fields.get(goal.path, NOTHING).keys.get("companies", ())):
        one = network.companies.get(key) if key else None
        if one and not (one.record or one.now or one.before or one.entries or one.leads):
            hint = "Correct the name, or write it as `company` into the file of somebody who works there."
            yield _counts_nothing(goal, "companies", number, f"nothing on file is about `{one.name}`", hint)


def _counts_nothing(goal: Goal, field: str, number: int, why: str, advice: str) -> Problem:
    said = f"`{field}`: {why}, so nothing counts for it"
    return Problem("NF426", goal.origin.place(field, number), printable(said), printable(advice))
