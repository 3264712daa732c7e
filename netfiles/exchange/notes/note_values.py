"""What others write as a value, as the fields of the format take it."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from netfiles.capture.days import Day, NoDay, back, day_in
from netfiles.exchange.notes.note_words import PROFILES, STATES, word
from netfiles.model.fields import WIKILINK, Unfit, parse_duration, parse_link, web_address

_LINK = re.compile(r"\[([^\[\]\n]*)\]\(([^()\s]*)\)")


def plain(text: str) -> str:
    """A text on one line, without control characters, its wikilinks as they are called: `[[crm/Acme|ACME]]` is ACME."""
    unlinked = WIKILINK.sub(lambda found: called(found[1]), text)
    return one_line(_LINK.sub(lambda found: found[1] or found[2], unlinked))


def one_line(text: str) -> str:
    """A text on one line, without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def called(inside: str) -> str:
    """What a wikilink calls what it leads to."""
    link = parse_link(inside)
    return link.label or link.target.rsplit("/", 1)[-1].removesuffix(".md") or link.heading or ""


def parts(text: str) -> list[str]:
    """The items of a list that is written as one text."""
    return [part for part in map(str.strip, re.split(r"[,;\n]", text)) if part]


def emails(text: str) -> list[str]:
    """The addresses in a text."""
    found = re.sub(r"\[([^\[\]]*)\]\((?:mailto:)?([^()]*)\)", r" \2 ", text)
    return [part.removeprefix("mailto:").strip("<>,;") for part in re.split(r"[\s,;]+", found) if "@" in part]


def phones(text: str) -> list[str]:
    """The numbers in a text; whatever else it says stays with them."""
    return [part.removeprefix("tel:") for part in re.split(r"\s*[;\n]\s*|\s*,\s*(?=\+?\(?\d{3})", text) if part]


_HANDLE = re.compile(r"@?([\w.][\w.-]*)")
_FEDIVERSE = re.compile(r"@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)")


def links(key: str, text: str) -> list[str]:
    """The addresses in a text; what somebody is called somewhere becomes one, as far as the key says where."""
    text = _LINK.sub(lambda found: f" {found[2]} ", text).strip()
    service = next((name for name in key.split("_") if name in PROFILES), "")
    if "mastodon" in key.split("_") and (user := _FEDIVERSE.fullmatch(text)):
        return [f"https://{user[2]}/@{user[1]}"]
    if service and (user := _HANDLE.fullmatch(text)) and not _is_address(service, text):
        return [PROFILES[service] + user[1]]
    return [part for part in re.split(r"[\s,;]+", text) if part]


def _is_address(service: str, text: str) -> bool:
    """Whether a text without a slash is an address and no name: `jane.example` is a name on Bluesky alone."""
    return service != "bluesky" and "@" not in text and web_address(text) is not None and "." in text.strip(".")


_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_STAMP = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})[T ]+(\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?")
_POINTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")


def day(text: str) -> date | None:
    """The day that a text names with its year, in whatever way leaves no doubt which it is: not `03/04/2025`."""
    text = plain(text).removesuffix(" 00:00").strip("*_` ")
    if stamp := _STAMP.fullmatch(text):
        text = stamp[1]
    if found := _ISO.fullmatch(text) or _YEAR_FIRST.fullmatch(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _POINTS.fullmatch(text):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHES.fullmatch(text):
        first, second, year = map(int, found.groups())
        days = {_date(year, *pair) for pair in ((first, second), (second, first))} - {None}
        return days.pop() if len(days) == 1 else None
    return day_in(text, date(2999, 1, 1)) if re.search(r"\b\d{4}\b", text) else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moment(text: str) -> str | None:
    """The day, with the time where there is one, as an entry bears it."""
    found = day(text)
    if found is None:
        return None
    stamp = _STAMP.fullmatch(plain(text))
    clock = stamp[2].rjust(5, "0") if stamp else ""
    return f"{found}T{clock}" if clock and clock != "00:00" else str(found)


_MONTH_DAY = re.compile(r"(?:--|[?X]{4}-)?(\d{1,2})-(\d{1,2})", re.IGNORECASE)


def birthday(text: str) -> str:
    """A birthday as our field has it; the text itself where it cannot be told."""
    if found := day(text):
        year = "" if found.year == 1604 else f"{found.year:04d}-"  # how Apple writes that the year is not known
        return f"{year}{found.month:02d}-{found.day:02d}"
    text = plain(text)
    if short := _MONTH_DAY.fullmatch(text):
        return f"{int(short[1]):02d}-{int(short[2]):02d}"
    words = text.casefold().replace(",", " ").split()
    try:
        named = back(words, date(2000, 12, 31))
    except NoDay:
        return text
    whole = isinstance(named, Day) and named.assumed_year and named.length == len(words)
    return f"{named.day:%m-%d}" if isinstance(named, Day) and whole else text


_EVERY = re.compile(
    r"(?:about |approx\.? |once |at least )*(?:every|each|per|a)?\s*(\d{1,4}|other|two|three|six|few)?\s*"
    r"(days?|d|weeks?|w|wks?|months?|m|mo|years?|y|yrs?|quarters?|q)",
)
_NUMBERS = {"other": 2, "two": 2, "three": 3, "six": 6, "few": 3}
_WORDS: Mapping[str, str] = {
    "bi-weekly": "biweekly", "fortnightly": "biweekly", "bi-monthly": "2m", "bimonthly": "2m", "annual": "yearly",
    "annually": "yearly", "half-yearly": "6m", "semiannually": "6m", "semi-annually": "6m", "biannually": "6m",
    "twice a year": "6m", "twice a month": "2w", "none": "never", "every day": "daily",
}  # fmt: skip


def lasting(key: str, text: str) -> str:
    """How often, as our field has it; a bare number is one of days. The text itself where it cannot be told."""
    said = plain(text).casefold()
    if re.fullmatch(r"\d{1,4}(?:\.0)?", said) and (key.endswith("_days") or int(float(said)) > 4):
        return f"{int(float(said))}d"
    said = _WORDS.get(said, said)
    if found := _EVERY.fullmatch(said):
        number = _NUMBERS.get(found[1] or "1") or int(found[1] or 1)
        unit = "m" if found[2][0] == "q" else found[2][0]
        said = f"{number * (3 if found[2][0] == 'q' else 1)}{unit}"
    try:
        parse_duration(said)
    except Unfit:
        return text
    return said


def tags(text: str) -> list[str]:
    """The tags in a text; a tag has no spaces."""
    return ["-".join(part.lstrip("#").split()) for part in parts(text) if part.strip("# ")]


def status(text: str) -> str:
    """What a status is here; the text itself where it is none of ours."""
    return STATES.get(word(text), text)


def private(text: str) -> str:
    """Whatever does not say that something is open says that it is private."""
    return "no" if text.casefold() in ("no", "false", "off", "0") else "yes"


Reading = Callable[[str, str], list[str]]

_READINGS: Mapping[str, Reading] = {
    "emails": lambda _, text: emails(text) or [text],
    "phones": lambda _, text: phones(plain(text)),
    "links": lambda key, text: links(key, one_line(text)),
    "birthday": lambda _, text: [birthday(text)],
    "keep_in_touch": lambda key, text: [lasting(key, text)],
    "tags": lambda _, text: tags(plain(text)),
    "aliases": lambda _, text: parts(plain(text)),
    "status": lambda _, text: [status(plain(text))],
    "private": lambda _, text: [private(text)],
    "introduced_by": lambda _, text: [one_line(text)],
    "knows": lambda _, text: [one_line(text)],
}
_DAYS_ONLY = frozenset(("met_on", "next_on", "as_of", "snooze_until", "last_contact"))


def values(field: str, key: str, texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What the texts of a key, as `word` gives it, are as values of a field, each with the text it was made of."""
    for text in texts:
        if field in _DAYS_ONLY:
            found = day(text)
            yield (str(found) if found else plain(text)), text
        elif field in _READINGS:
            yield from ((value, text) for value in _READINGS[field](key, text))
        else:
            yield plain(text), text
