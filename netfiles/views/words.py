"""How numbers, lists and quoted code are put into words."""

import re
from collections.abc import Iterable
from datetime import date

from markupsafe import Markup, escape

from netfiles.insights import days

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def in_words(*counts: int) -> bool:
    """Whether what one sentence counts is spelt: up to twelve it is, but not beside a number above that.

    Minutes, days and per cent are measured, not counted: they have digits anyway.
    """
    return all(count < len(_NUMBERS) for count in counts)


def number(count: int, spelt: bool = True) -> str:
    """`six`, and from thirteen on `13` or `1,500`; digits alone where it is not to be spelt."""
    return _NUMBERS[count] if spelt and in_words(count) else f"{count:,}"


def plural(count: int, one: str, many: str = "", spelt: bool = False) -> str:
    """`1 lead`, `2 leads`, `two leads`."""
    word = one if count == 1 else many or f"{one}s"
    return f"{number(count, spelt)} {word}"


def unparted(text: str) -> str:
    """A number and its unit, or a day, that no end of a line parts."""
    return text.replace(" ", "\u00a0")


def minutes(count: int) -> str:
    """`50 minutes`, `1,083 minutes`, on one line: the one way in which they are written."""
    return unparted(plural(count, "minute"))


def short(day: date, today: date) -> str:
    """`20 Nov`, on one line, with its year unless it is the nearest to today that is so called."""
    return unparted(days.short(day, today))


def of_year(day: date) -> str:
    """`20 Nov`, on one line."""
    return unparted(days.of_year(day))


def dated(day: date) -> str:
    """`18 Nov 2026`, on one line."""
    return unparted(days.dated(day))


def people_and_things(people: int, things: int, spelt: bool) -> str:
    """`six people and two other things`, `one thing`; empty where there is neither."""
    parts = [plural(people, "person", "people", spelt)] if people else []
    other = "other thing" if people else "thing"
    parts += [plural(things, other, spelt=spelt)] if things else []
    return " and ".join(parts)


def listed(texts: Iterable[str | Markup]) -> Markup:
    """`Ada, Bo and Cy`."""
    escaped = [escape(text) for text in texts]
    if len(escaped) < 2:
        return escaped[0] if escaped else Markup("")
    return Markup("%s and %s") % (Markup(", ").join(escaped[:-1]), escaped[-1])


def ticked(text: str) -> Markup:
    """A sentence with what stands between backticks as code, and with days that stay on one line."""
    parts = re.split(r"`([^`]+)`", text)
    marked = (Markup("<code>%s</code>") % _whole(part) if n % 2 else _whole(part) for n, part in enumerate(parts))
    return Markup("").join(marked)


def _whole(text: str) -> Markup:
    """Text whose days (`2026-12-03`) do not break at their lines."""
    return Markup(_DAY.sub(r'<span class="nf-whole">\g<0></span>', str(escape(text))))  # noqa: S704  # escaped first


_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def breakable(text: str) -> Markup:
    """An address that may break at its signs rather than within a word; a name before an @ stays whole."""
    name, at, rest = text.rpartition("@") if "/" not in text else ("", "", text)
    broken = re.sub(r"/", "/<wbr>", re.sub(r"([.-])", r"<wbr>\1", str(escape(rest))))
    return Markup(f"{escape(name)}{at}<wbr>{broken}" if at else broken)  # noqa: S704  # escaped first


def capital(text: str) -> str:
    """`text` with its first letter as a capital."""
    return text[:1].upper() + text[1:]
