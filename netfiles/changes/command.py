"""The command that closes a reason of the queue, as it can be typed."""

import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from netfiles.changes.matching import fitting
from netfiles.index.names import last_part
from netfiles.index.network import NOT_ON_FILE
from netfiles.insights.follow_ups.reason import Reason

LATER = "2w"
"""How long to put off what can wait."""


def command(reason: Reason, beside: Sequence[Reason] = (), name: str = "") -> str:
    """The command that closes a reason; empty where none does.

    `beside` are all that stand for the same item, `name` is what somebody is called who is not on file.
    """
    make = _COMMANDS.get(reason.rule)
    words = make(reason, beside, _who(reason, name)) if make else ()
    return " ".join(("netfiles", *map(quoted, words))) if words else ""


def quoted(word: str) -> str:
    """A word that a shell takes as it is: in double quotes where nothing in it could be more than text."""
    if (not word.isascii() or " " in word or "'" in word) and _HARMLESS.fullmatch(word):
        return f'"{word}"'
    return shlex.quote(word)


_HARMLESS = re.compile(r"[\w '.,()+/-]+")

Words = tuple[str, ...]


def _who(reason: Reason, name: str) -> str:
    """What a command calls somebody or something: the name of the file, or its path where an option begins so."""
    key = reason.person or reason.place.file
    return name if key.startswith(NOT_ON_FILE) else _called(key)


def _called(key: str) -> str:
    return key.removesuffix(".md") if last_part(key).startswith("-") else last_part(key)


def _done(reason: Reason, beside: Sequence[Reason], who: str) -> Words:
    theirs = ("--theirs",) if reason.rule == "owed-to-me" else ()
    name = who if reason.person or reason.rule == "lead" else reason.place.file
    rules = ("promise", "lead") if reason.person is None and not theirs else (reason.rule,)
    return ("done", name, *_narrowed(reason, [one for one in beside if one.rule in rules]), *theirs)


def _narrowed(reason: Reason, among: Sequence[Reason]) -> Words:
    """Words that tell a reason from others of its sort; none where it is alone."""
    if len(among) < 2:
        return ()
    texts = [_told(one) for one in among]
    mine = next((n for n, one in enumerate(among) if one is reason), None)
    stem, line = last_part(reason.place.file), reason.place.line
    what = " ".join(reason.what.split()).lstrip("- ")
    ways = (what, f"{what} {stem}".lstrip("- "), f"{what} {stem} line {line}".lstrip("- "))
    return (next((way for way in ways if fitting(way, texts) == [mine]), ways[-1]),)


def _told(reason: Reason) -> str:
    return f"{reason.what} {last_part(reason.place.file)} line {reason.place.line}"


def _thank(reason: Reason, _: Sequence[Reason], who: str) -> Words:
    return ("thank", who, *(() if reason.closes else ("--by", "email")))


def _reply(reason: Reason, beside: Sequence[Reason], who: str) -> Words:
    both = {"answer", "reply"} <= {one.rule for one in beside}
    way = ("--out" if reason.rule == "answer" else "--in",) if both else ()
    return ("reply", who, *way)


def _ask(reason: Reason, beside: Sequence[Reason], who: str) -> Words:
    among = [one for one in beside if one.rule == "ask"]
    return ("ask", who, *_narrowed(reason, among), "--granted")


def _date(reason: Reason, _: Sequence[Reason], who: str) -> Words:
    if reason.until is None:
        return ()
    return ("snooze", who, (reason.until + timedelta(days=1)).isoformat())


def _lead(reason: Reason, beside: Sequence[Reason], who: str) -> Words:
    return _done(reason, beside, who) if reason.closes.startswith("next_done") else ()


def _news(reason: Reason, _: Sequence[Reason], who: str) -> Words:  # noqa: ARG001  # as all of the table
    return ("told", _called(reason.whom), _called(reason.place.file)) if reason.whom else ()


_COMMANDS: Mapping[str, Callable[[Reason, Sequence[Reason], str], Words]] = {
    "promise": _done,
    "answer": _reply,
    "thank": _thank,
    "outcome": lambda _, __, who: ("thank", who, "--outcome"),
    "owed-to-me": _done,
    "reply": _reply,
    "ask": _ask,
    "introduction": lambda _, __, who: ("met", who),
    "keep-in-touch": lambda _, __, who: ("snooze", who, LATER),
    "date": _date,
    "hello": lambda _, __, who: ("met", who),
    "lead": _lead,
    "news": _news,
}
"""For each rule the words of its command. A position out of date is renewed by its line alone."""
