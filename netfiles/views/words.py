"""How numbers, lists and quoted code are put into words."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

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


def minutes(count: int) -> str:
    """`50 minutes`, `1,083 minutes`: the one way in which they are written."""
    return plural(count, "minute")


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
    """A sentence with what stands between backticks as code."""
    parts = re.split(r"`([^`]+)`", text)
    marked = (Markup("<code>%s</code>") % part if n % 2 else escape(part) for n, part in enumerate(parts))
    return Markup("").join(marked)


def breakable(text: str) -> Markup:
    """An address that may break after its signs rather than within a word."""
    return Markup(re.sub(r"([@/])", r"\1<wbr>", re.sub(r"([.-])", r"<wbr>\1", str(escape(text)))))  # noqa: S704  # escaped first


def capital(text: str) -> str:
    """`text` with its first letter as a capital."""
    return text[:1].upper() + text[1:]
