"""What closes a reason of the queue: a line for its file, a task to tick, or a new file."""

import json
import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from netfiles.index.names import Ambiguous
from netfiles.index.network import Network
from netfiles.insights.follow_ups.landed import news_file
from netfiles.insights.follow_ups.reason import Reason
from netfiles.insights.queue import Item
from netfiles.model import Link
from netfiles.model.fields import WRITTEN

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights

TICK = "- [x]"
THANKS = "purpose: thanks"
_PUT_OFF = timedelta(weeks=2)


class Write(NamedTuple):
    """What to write where. `whole`: the text is a new file; else it is a line to add to one that is there."""

    file: str
    text: str
    whole: bool = False


class Closing(NamedTuple):
    """What to write, or the line of the task to tick; neither where nothing closes it."""

    write: Write | None = None
    tick: int | None = None


def closing(insights: "Insights", item: Item, reason: Reason) -> Closing:
    """What closes a reason: its line, else a new file; a new file too for an answer, and where its line puts it off."""
    network, today = insights.network, insights.today
    if reason.rule == "date":
        return Closing()
    if reason.closes == TICK:
        return Closing(tick=reason.place.line)
    if reason.rule == "news" and reason.closes:
        return Closing(_to_everybody(insights, reason))
    if reason.closes and "{later}" not in reason.closes and reason.rule != "answer":
        return Closing(Write(reason.place.file, closing_line(reason, today, today.isoformat())))
    return Closing(closing_file(network, item, today))


MOST_TOLD = 12


def _to_everybody(insights: "Insights", reason: Reason) -> Write | None:
    """The one message that tells news to all who are left to tell, where they are few."""
    telling = next(one for one in insights.news if one.news.path == reason.place.file)
    if len(telling.untold) > MOST_TOLD:
        return None
    return _entry_for_all(insights.network, insights.today, telling.in_order, ("purpose: update", reason.closes))


def closing_line(reason: Reason, day: date, today: str) -> str:
    """The front-matter line that closes a reason, for the day written as `today`; empty where only a new file does."""
    return reason.closes.replace("{today}", today).replace("{later}", (day + _PUT_OFF).isoformat())


_BY_CONTACT = frozenset(("answer", "outcome", "reply", "introduction", "keep-in-touch", "hello"))


def closing_file(network: Network, item: Item, today: date) -> Write | None:
    """The file to save once an item is done, where one of its reasons is closed by one."""
    bare = {reason.rule for reason in item.reasons if not reason.closes}
    if item.name is None:
        return _landed(network, today) if "news" in bare else None
    thanks = (THANKS,) if "thank" in bare else ()
    if thanks or any(reason.rule in _BY_CONTACT for reason in item.reasons):
        return entry_for(network, today, item.name, item.file, fields=thanks)
    return None


def _landed(network: Network, today: date) -> Write:
    """The news of the landing."""
    text = f"---\ntitle: I have landed\ndate: {today.isoformat()}\n---\nWhat you want everyone to hear.\n"
    return Write(news_file(network.collection.options.folders), text, whole=True)


_MINUTES = 15


def entry_for(
    network: Network, today: date, name: str, file: str | None, channel: str = "call", fields: Iterable[str] = ()
) -> Write:
    """A new journal file about contact with somebody today; `fields` are lines of its own."""
    lines = (f"with: {_quoted(_target(network, name, file))}", f"channel: {channel}", *fields)
    return _entry(network, today, name, channel, lines)


def _entry_for_all(network: Network, today: date, keys: Iterable[str], fields: Iterable[str]) -> Write:
    """One message to several people today."""
    people = [network.people[key] for key in keys]
    links = ", ".join(_quoted(_target(network, one.name, one.file)) for one in people)
    called = people[0].name if len(people) == 1 else f"{people[0].name} and {len(people) - 1} more"
    return _entry(network, today, called, "email", (f"with: [{links}]", "channel: email", *fields))


def _entry(network: Network, today: date, called: str, channel: str, lines: Iterable[str]) -> Write:
    minutes = () if channel in WRITTEN else (f"minutes: {_MINUTES}",)
    text = "\n".join(["---", *lines, *minutes, "---", "What was said.", ""])
    return Write(_free_path(network, today, called), text, whole=True)


def _target(network: Network, name: str, file: str | None) -> str:
    """What a link to somebody says: the file's name, or its path where two files share the name."""
    if file is None:
        return name
    stem = file.rpartition("/")[2].removesuffix(".md")
    shared = isinstance(network.names.find(Link(stem), ("person",)), Ambiguous)
    return file.removesuffix(".md") if shared else stem


def _quoted(target: str) -> str:
    return json.dumps(f"[[{target}]]", ensure_ascii=False)


def _free_path(network: Network, today: date, called: str) -> str:
    """Where the file goes: beside an entry of today that has the same name already."""
    safe = re.sub(r'[\\/:*?"<>|#^\[\]]+', " ", called).strip()
    path = f"{network.collection.options.folders.journal}/{today.year}/{today.isoformat()} {safe}"
    number = 1
    while f"{path}{_counted(number)}.md" in network.records:
        number += 1
    return f"{path}{_counted(number)}.md"


def _counted(number: int) -> str:
    return f" {number}" if number > 1 else ""
