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


def number(count: int) -> str:
    """`six`, and from thirteen on `13` or `1,500`."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def plural(count: int, one: str, many: str = "", spelt: bool = False) -> str:
    """`1 lead`, `2 leads`, `two leads`."""
    word = one if count == 1 else many or f"{one}s"
    return f"{number(count) if spelt else f'{count:,}'} {word}"


def minutes(count: int) -> str:
    """`50 minutes`, `2 hours`, `2½ hours`."""
    if count < 100:
        return plural(count, "minute")
    halves = round(count / 30)
    whole, half = divmod(halves, 2)
    return f"{whole:,}{'½' if half else ''} hours"


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
