"""How the text of a field becomes its value: one annotated type per word of the format.

Every value arrives as text (or a tuple of texts), never as what YAML would make of it. A text that does not
fit raises `Unfit`, whose parts become the message and the advice of a problem. Which library calls these functions,
`records` knows.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from difflib import get_close_matches
from functools import lru_cache
from typing import Annotated, Any, Literal, get_args
from urllib.parse import urlsplit

from netfiles.model.values import Duration, Link, PartialDate, PastCompany, Unit, When, Years


@dataclass(frozen=True, slots=True)
class Parsed:
    """Beside a type: the function that makes the value of its text. Raises Unfit."""

    parse: Callable[[str], Any]


class Unfit(ValueError):
    """A text that its field does not allow."""

    def __init__(self, message: str, advice: str, code: str = "NF302") -> None:
        super().__init__(message)
        self.message, self.advice, self.code = message, advice, code


_same = lru_cache(4_000)
"""Beside a function that makes the same small values of the same few texts again and again, in nearly every file."""

_LAST_YEAR = 2999  # later ones are slips of the finger, and days after them could not be counted


_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_CLOCK = re.compile(r"[^T ]+[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?")


def _day(text: str) -> date:
    match = _DAY.fullmatch(text)
    try:
        if match is None or int(match[1]) > _LAST_YEAR:
            raise ValueError
        return date(*map(int, match.groups()))
    except ValueError:
        raise Unfit(f"`{text}` is not a date", "Write a day that exists, like 2026-11-20.") from None


@_same
def _when(text: str) -> When:
    day = _day(text)
    clock = _CLOCK.fullmatch(text)
    if clock is None:
        if re.fullmatch(r"[\d-]+", text):
            return When(day)
        raise Unfit(f"`{text}` is not a date or time", "Write 2026-11-20 or 2026-11-20 09:30.")
    try:
        return When(day, time(int(clock[1]), int(clock[2]), int(clock[3] or 0)))
    except ValueError:
        raise Unfit(f"`{text}` is not a time of day", "Write hours from 00 to 23, like 2026-11-20 09:30.") from None


@_same
def _date(text: str) -> date:
    return _when(text).day


def _partial_date(text: str) -> PartialDate:
    if re.fullmatch(r"\d{4}", text) and int(text) > 0:
        return PartialDate(year=int(text))
    if short := re.fullmatch(r"(?:--)?(\d{2})-?(\d{2})", text):
        try:
            day = date(2000, int(short[1]), int(short[2]))
        except ValueError:
            raise Unfit(f"`{text}` is not a day of the year", "Write month and day, like 04-12.") from None
        return PartialDate(None, day.month, day.day)
    day = _date(text)
    return PartialDate(day.year, day.month, day.day)


_NAMED_DURATIONS = {
    "daily": Duration(1, "d"),
    "weekly": Duration(1, "w"),
    "biweekly": Duration(2, "w"),
    "monthly": Duration(1, "m"),
    "quarterly": Duration(3, "m"),
    "yearly": Duration(1, "y"),
    "never": Duration(0, "d"),
}


def parse_duration(text: str) -> Duration:
    """`30d`, `6w`, `3m`, `1y` or a word such as `monthly`; raises Unfit."""
    word = text.strip().lower()
    if word in _NAMED_DURATIONS:
        return _NAMED_DURATIONS[word]
    match = re.fullmatch(r"(\d{1,5})\s*([dwmy])(?:ays?|eeks?|onths?|ears?)?", word)
    if match is None or int(match[1]) == 0:
        raise Unfit(
            f"`{text}` is not a duration", "Write 30d, 6w, 3m, 1y, weekly, monthly, quarterly, yearly or never."
        )
    unit: Unit = match[2]  # type: ignore[assignment]  # the pattern admits the four units only
    return Duration(int(match[1]), unit)


@_same
def _minutes(text: str) -> int:
    match = re.fullmatch(r"(?:(\d{1,3})\s*h\s*)?(?:(\d{1,4})\s*(?:m|min|minutes)?)?", text.strip().lower())
    if match is None or not (match[1] or match[2]):
        raise Unfit(f"`{text}` is not a number of minutes", "Write 45, 45m or 1h30.")
    return int(match[1] or 0) * 60 + int(match[2] or 0)


def _number(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text):
        raise Unfit(f"`{text}` is not a whole number", "Write a number such as 5.")
    return int(text)


def _count(text: str) -> int:
    """A number of things to do: none, or fewer, is no target."""
    if not re.fullmatch(r"\d{1,9}", text) or int(text) == 0:
        raise Unfit(f"`{text}` is not a whole number from 1 on", "Write a number such as 3.")
    return int(text)


def _rating(highest: int) -> Parsed:
    def rate(text: str) -> int:
        if not re.fullmatch(r"\d", text) or not 1 <= int(text) <= highest:
            raise Unfit(f"`{text}` is not a rating from 1 to {highest}", f"Write a number from 1 to {highest}.")
        return int(text)

    return Parsed(rate)


WHOLE = 100
"""All of something, in per cent."""


def _percent(text: str) -> int:
    number = _number(text.removesuffix("%").strip())
    if not 0 < number < WHOLE:
        raise Unfit(f"`{text}` is not a share between 1 and 99 %", "Write a number such as 30.")
    return number


WIKILINK = re.compile(r"\[\[([^\[\]\n]*)\]\]")


def parse_link(inside: str) -> Link:
    """The link between `[[` and `]]`: `Jane Doe#Part|Jane`, `path/Jane Doe`."""
    target, _, label = inside.partition("|")
    target, _, heading = target.partition("#")
    return Link(target.strip(), label.strip() or None, heading.strip() or None)


@_same
def _link(text: str) -> Link:
    match = WIKILINK.fullmatch(text)
    if match is None:
        return Link(text)
    link = parse_link(match[1])
    if not link.target:
        raise Unfit(
            f"`{text}` links to nothing", 'Write the name of the file between the brackets, like "[[Jane Doe]]".'
        )
    return Link(link.target, link.label, link.heading)


@_same
def _text_or_link(text: str) -> Link:
    return _link(text) if WIKILINK.fullmatch(text) else Link(text, linked=False)


_YEARS = re.compile(r"(\d{4})?[-–—](\d{4})?\)|(\d{4})\)")


def _past_company(text: str) -> PastCompany:
    name, _, rest = text.rpartition("(")
    years = _YEARS.fullmatch("".join(rest.split()))
    if years is None or not name.strip():
        return PastCompany(_text_or_link(text))
    first, last = years[1] or years[3], years[2] or years[3]
    return PastCompany(_text_or_link(name.strip()), Years(int(first) if first else None, int(last) if last else None))


# The pattern of the HTML standard for <input type=email>, with letters of any script.
_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[^\W_](?:[\w-]{0,61}[^\W_])?(?:\.[^\W_](?:[\w-]{0,61}[^\W_])?)*")


def parse_email(text: str) -> str:
    """An address, as it is written; raises Unfit."""
    if _EMAIL.fullmatch(email_address(text)) is None:
        raise Unfit(f"`{text}` is not an e-mail address", "Write an address such as jane@acme.example.")
    return text


def email_address(text: str) -> str:
    """The bare address in `Jane Doe <jane@acme.example>` or `mailto:jane@acme.example`."""
    shown = re.fullmatch(r"[^<>]*<([^<>\s]+)>\s*", text) if "<" in text else None
    return (shown[1] if shown else text).strip().removeprefix("mailto:")


def _attachment(text: str) -> str:
    """A file name of `attachments/`, or a web address (which is never fetched)."""
    embed = WIKILINK.fullmatch(text.removeprefix("!"))
    name = parse_link(embed[1]).target if embed else text
    if re.match(r"https?://", name, re.IGNORECASE):
        return name
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\", "~")) or ".." in parts or ":" in name:
        raise Unfit(f"`{text}` leads out of the vault", "Put the file into attachments/ and write its name.", "NF311")
    return name.removeprefix("./").removeprefix("attachments/")


@_same
def _tag(text: str) -> str:
    return text.lstrip("#")


def one_of(word: str, words: tuple[str, ...]) -> Unfit:
    """Why `word` is none of `words`, with the nearest as advice."""
    near = get_close_matches(word.lower(), words, 1, 0.6)
    hint = f"Did you mean `{near[0]}`? " if near else ""
    return Unfit(f"`{word}` is not one of the words for this field", f"{hint}The words are: {', '.join(words)}.")


def _words(literal: Any) -> Parsed:
    words = get_args(literal)

    @_same
    def choose(text: str) -> str:
        if text.lower() not in words:
            raise one_of(text, words)
        return text.lower()

    return Parsed(choose)


def _target(text: str) -> str | None:
    known = {"yes": "yes", "true": "yes", "no": None, "false": None, "a": "A", "b": "B", "c": "C"}
    if text.lower() not in known:
        raise Unfit(f"`{text}` does not say how much of a target this is", "Write A, B, C, yes or no.")
    return known[text.lower()]


def parse_day(text: str) -> date:
    """A day as typed by a person on the command line or in an option; raises Unfit."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise Unfit(f"`{text}` is not a date", "Write it as 2026-11-20.")
    return _day(text)


Channel = Literal[
    "call", "video", "email", "letter", "message", "coffee", "meeting", "interview", "event", "social", "other"
]
WRITTEN: frozenset[Channel] = frozenset(("email", "letter", "message", "social"))
Direction = Literal["out", "in", "both"]
Activity = Literal["applications", "search", "research", "resume", "study", "other"]
AskKind = Literal["information", "contacts", "interview", "referral", "advice", "review", "job"]
AskStatus = Literal["open", "answered", "granted", "declined"]
Gift = Literal["information", "introduction", "referral", "interview", "advice", "lead", "offer", "help"]
Stage = Literal["heard", "asked", "applied", "interviewing", "offer", "accepted", "rejected", "withdrawn"]
OPEN_STAGES: tuple[Stage, ...] = ("heard", "asked", "applied", "interviewing", "offer")
Measure = Literal[
    "networking-share",
    "interactions",
    "new-contacts",
    "information-interviews",
    "applications",
    "minutes",
    "leads",
    "introductions",
]
Period = Literal["week", "month", "total"]

Text = str
Texts = tuple[str, ...]
Tags = tuple[Annotated[str, Parsed(_tag)], ...]
Date = Annotated[date, Parsed(_date)]
Dates = tuple[Date, ...]
Moment = Annotated[When, Parsed(_when)]
Birthday = Annotated[PartialDate, Parsed(_partial_date)]
Lasting = Annotated[Duration, Parsed(parse_duration)]
Minutes = Annotated[int, Parsed(_minutes)]
Count = Annotated[int, Parsed(_count)]
Motivation = Annotated[int, _rating(5)]
Postings = Annotated[int, _rating(3)]
Percent = Annotated[int, Parsed(_percent)]
LinkTo = Annotated[Link, Parsed(_link)]
Links = tuple[LinkTo, ...]
TextOrLink = Annotated[Link, Parsed(_text_or_link)]
TextsOrLinks = tuple[TextOrLink, ...]
PastCompanies = tuple[Annotated[PastCompany, Parsed(_past_company)], ...]
Emails = tuple[Annotated[str, Parsed(parse_email)], ...]
Attachment = Annotated[str, Parsed(_attachment)]
Attachments = tuple[Attachment, ...]
Target = Annotated[str | None, Parsed(_target)]
MayUseName = Annotated[Literal["yes", "ask", "no"], _words(Literal["yes", "ask", "no"])]
ChannelWord = Annotated[Channel, _words(Channel)]
DirectionWord = Annotated[Direction, _words(Direction)]
ActivityWord = Annotated[Activity, _words(Activity)]
AskWord = Annotated[AskKind, _words(AskKind)]
AskStatusWord = Annotated[AskStatus, _words(AskStatus)]
Gifts = tuple[Annotated[Gift, _words(Gift)], ...]
StageWord = Annotated[Stage, _words(Stage)]
MeasureWord = Annotated[Measure, _words(Measure)]
PeriodWord = Annotated[Period, _words(Period)]
PersonStatus = Annotated[Literal["active", "dormant", "closed"], _words(Literal["active", "dormant", "closed"])]
CompanyStatus = Annotated[Literal["watching", "active", "closed"], _words(Literal["watching", "active", "closed"])]
GoalStatus = Annotated[Literal["active", "done", "dropped"], _words(Literal["active", "done", "dropped"])]
ProfileStatus = Annotated[Literal["searching", "landed", "growing"], _words(Literal["searching", "landed", "growing"])]


def web_address(text: str) -> str | None:
    """`text` as an address that may be linked (http, https only; the scheme may be left out), else None."""
    written = text.strip()
    if re.match(r"[a-z][a-z0-9+.-]*:(?!\d)", written, re.IGNORECASE) is None:
        written = f"https://{written}"
    try:
        parts = urlsplit(written)
        host = parts.hostname or ""
    except ValueError:
        return None
    safe = parts.scheme in ("http", "https") and "." in host and not re.search(r"[\s<>\"'\\^`{|}]", written)
    return written if safe and written.isprintable() else None
