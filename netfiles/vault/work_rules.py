"""The option `work_search`: the name of a place whose rules we know, or the owner's own numbers."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, get_args

from netfiles.model.fields import Unfit, one_of
from netfiles.model.work_search import COLUMNS, EffortSort, WeekBegins, WorkRules

NUMBERS = ("efforts", "employers", "applications")
LISTS: Mapping[str, tuple[str, ...]] = {"counts": get_args(EffortSort), "columns": COLUMNS}
OWN = (*NUMBERS, "once", "week_begins", *LISTS)
"""What the owner may set."""


@cache
def places() -> Mapping[str, WorkRules]:
    """The rules of every place that comes with netfiles, by its name."""
    from importlib.resources import files  # noqa: PLC0415  # heavy, and seldom needed

    known = json.loads((files("netfiles.vault") / "work_search.json").read_text("utf-8"))
    return {name: _of_place(name, rules) for name, rules in known.items()}


def _of_place(name: str, rules: dict[str, Any]) -> WorkRules:
    checked, source = date.fromisoformat(rules.pop("checked")), rules.pop("source")
    return WorkRules(name, source=source, checked=checked, **_values(rules))


def work_rules(value: Any) -> WorkRules | None:
    """The rules that an option's value names; raises Unfit."""
    if value is None or value == "":
        return None
    if isinstance(value, Mapping):
        return WorkRules(**_values(value))
    if not isinstance(value, str):
        raise Unfit("this is neither a place nor a list of numbers", "Write a place, or `efforts: 3` on a line below.")
    found = next((rules for name, rules in places().items() if name.lower() == value.strip().lower()), None)
    if found is None:
        raise Unfit(
            f"the rules of `{value:.80}` do not come with netfiles",
            f"Those of {', '.join(places())} do; for any other place write your own numbers, like `efforts: 3`.",
        )
    return found


def _values(given: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(name): _value(name, value) for name, value in given.items() if value is not None}


def _value(name: Any, value: Any) -> Any:
    if name in NUMBERS:
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 100:
            raise Unfit(f"`{name}: {value!s:.40}` is no number of efforts", "Write a whole number from 0 to 100.")
        return value
    if name == "once":
        if not isinstance(value, bool):
            raise Unfit(f"`once: {value!s:.40}` is neither true nor false", "Write true or false.")
        return value
    if name == "week_begins":
        return _one(value, get_args(WeekBegins))
    if name in LISTS:
        listed = value if isinstance(value, list | tuple) else [value]
        return tuple(dict.fromkeys(_one(word, LISTS[name]) for word in listed))
    raise one_of(f"{name!s:.40}", OWN)


def _one(value: Any, words: tuple[str, ...]) -> str:
    word = f"{value!s:.40}".strip().lower()
    if word not in words:
        raise one_of(word, words)
    return word
