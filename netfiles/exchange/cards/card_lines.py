"""The lines of a business card as fields of a person: which is the name, which the title, the company, the address.

What stands for itself (mails, links, numbers, addresses) is taken first, then what the rest is told by: words of
titles and companies, the letters before and after the @, the size of the letters, what stands beside what.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from netfiles.exchange.cards import card_words as words
from netfiles.exchange.cards.card_contacts import addresses, contacts, is_title, near
from netfiles.exchange.cards.card_text import GUESS, LIKELY, PERHAPS, SURE, Card, Found, Line, numeric, rounded, tidy

_ORDER = ("name", "title", "company", "emails", "phones", "links", "addresses")


def understand(lines: Iterable[Line]) -> Card:
    """The fields that the lines of a card say. Never raises; what is unclear stays in `rest`."""
    open_ = [line._replace(text=tidy(line.text)) for line in lines]
    open_ = sorted((line for line in open_ if line.text), key=lambda line: (line.top, line.left))
    found: list[Found] = []
    for take in (contacts, addresses):
        open_, more = take(open_)
        found += more
    open_, more = _position(open_, [one for one in found if one.field in ("emails", "links")])
    name = next((one.value for one in more if one.field == "name"), "")
    found = [*more, *(_mended(one, name) for one in found)]
    one_each = dict.fromkeys(sorted(found, key=lambda one: _ORDER.index(one.field)))
    return Card(tuple(one_each), tuple(line.text for line in open_))


def _position(lines: Sequence[Line], reached: Sequence[Found]) -> tuple[list[Line], list[Found]]:
    """Name, company and title, the surest first."""
    rest, found = list(lines), []
    scores: tuple[tuple[str, Callable[[Line], float]], ...] = (
        ("company", lambda line: _company_score(line, lines, reached)),
        ("name", lambda line: _name_score(line, lines, reached)),
        ("title", _title_score),
    )
    ranked = sorted(
        ((sure, field, line) for field, score in scores for line in lines if (sure := score(line))),
        key=lambda one: (-one[0], one[1]),
    )
    while ranked:
        score, field, line = ranked[0]
        found.append((Found(field, _spoken(field, line.text), rounded(line.confidence * score)), line))
        rest = [other for other in rest if other is not line]
        ranked = [one for one in ranked if one[1] != field and one[2] is not line]
    return _with_guesses(rest, found)


def _with_guesses(rest: list[Line], placed: list[tuple[Found, Line]]) -> tuple[list[Line], list[Found]]:
    """What has no sign of its own: a title below the name, a second line of a title or company."""
    by_field = {found.field: line for found, line in placed}
    found = [one for one, _ in placed]
    name = by_field.get("name")
    if name and "title" not in by_field:
        below = [line for line in rest if line.top > name.top and near(name, line) and not numeric(line.text)]
        if below:
            found.append(Found("title", below[0].text, rounded(below[0].confidence * GUESS)))
            rest = [line for line in rest if line is not below[0]]
    return rest, found


def _company_score(line: Line, lines: Sequence[Line], reached: Sequence[Found]) -> float:
    text = line.text
    if words.DEPARTMENTS.search(text) and not words.COMPANIES_JAPANESE.search(text):
        return 0
    legal = words.COMPANIES.search(text) or words.COMPANIES_JAPANESE.search(text)
    domain = max((_like(text, name) for name in _domains(reached)), default=0.0)
    if legal and domain:
        return SURE
    if domain >= 1 or (legal and not is_title(text)):
        return 0.95 if domain >= 1 else LIKELY
    if domain:
        return PERHAPS
    tallest = max(other.height for other in lines)
    alone = len(text.split()) <= 4 and not is_title(text) and not numeric(text)
    return 0.45 if alone and line.height >= tallest else 0.3 if alone else 0


def _domains(reached: Sequence[Found]) -> Iterator[str]:
    """The names of the companies that host the mails and pages, with the countries cut off: `acme` of `acme.co.uk`."""
    for one in reached:
        host = one.value.rpartition("@")[2] if one.field == "emails" else re.sub(r"^https?://|/.*$", "", one.value)
        labels = host.casefold().removeprefix("www.").split(".")[:-1]
        while len(labels) > 1 and len(labels[-1]) <= 3:
            labels.pop()
        if labels and labels[-1] not in words.FREE_MAIL and labels[-1] not in ("linkedin", "github", "xing", "twitter"):
            yield re.sub(r"[^a-z0-9]", "", labels[-1])


def _like(text: str, domain: str) -> float:
    """How much a line is what a domain is called: 1 for all its letters, less for a part or its initials."""
    folded = _folded(text)
    letters = "".join(folded)
    if not domain or not letters:
        return 0
    if domain in (letters, "".join(folded[:-1]), "".join(folded[:1])) or letters.startswith(domain):
        return 1 if len(domain) > 2 else 0.5
    initials = "".join(part[0] for part in folded)
    return 0.6 if (len(domain) > 2 and domain == initials) or (len(letters) > 3 and letters in domain) else 0


_LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "æ": "ae", "ł": "l", "đ": "d"}


def _folded(text: str, german: bool = False) -> list[str]:
    """The words of a text in the letters of addresses; umlauts as they are written in German, or without their dots."""
    text = text.casefold()
    for letter, plain in _LETTERS.items():
        text = text.replace(letter, plain if german or letter not in "äöü" else plain[0])
    bare = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.findall(r"[a-z0-9]+", "".join(bare))


def _name_score(line: Line, lines: Sequence[Line], reached: Sequence[Found]) -> float:
    text = line.text
    if not _may_be_name(text):
        return 0
    mailed = max((_mailed(text, one.value) for one in reached if one.field == "emails"), default=0.0)
    score = max(mailed, 0.55)
    if is_title(text) or words.COMPANIES.search(text) or words.COMPANIES_JAPANESE.search(text):
        score -= 0.35
    larger = sum(other.height > line.height * 1.15 for other in lines)
    score += 0.1 if not larger else -0.08 * min(larger, 3)
    if words.DEPARTMENTS.search(text):
        score -= 0.3
    return max(min(score, SURE), 0)


_JAPANESE_NAME = re.compile(r"[\u4e00-\u9fff々]{1,3}[ 　]?[\u4e00-\u9fff々\u3040-\u309f\u30a0-\u30ff]{1,4}")


def _may_be_name(text: str) -> bool:
    if _JAPANESE_NAME.fullmatch(text):
        return not words.TITLES_JAPANESE.search(text)
    parts = [part for part in re.split(r"[\s,]+", text) if part.casefold().strip(".") not in words.NAME_MARKS]
    capital = [part for part in parts if part.casefold() not in words.PARTICLES]
    return (
        1 <= len(parts) <= 5
        and bool(capital)
        and not re.search(r"[\d@/:&+]", text)
        and all(part[0].isupper() or not part[0].isascii() for part in capital)
    )


def _mailed(text: str, email: str) -> float:
    """How much the part of an address before the @ is of this name."""
    local = "".join(re.findall(r"[a-z0-9]+", email.partition("@")[0].casefold()))
    for german in (True, False):
        parts = [part for part in _folded(text, german) if part not in words.NAME_MARKS]
        if len(parts) == 1 and len(parts[0]) > 4 and parts[0] == local:
            return LIKELY
        if len(parts) < 2:
            continue
        first, last = parts[0], parts[-1]
        if local in {first + last, last + first, "".join(parts)} or local.startswith(first + last):
            return SURE
        short = {last + first[0], first + last[0], first[0] + "".join(parts[1:])}
        if local in short | {start + part for part in parts[1:] for start in (first, first[0])}:
            return 0.95
        if local in {first, last, *parts} and len(local) > 2:
            return LIKELY
    return 0


def _mended(found: Found, name: str) -> Found:
    """A mail in which a small L was read as a large I, where the name says so."""
    other = found.value.replace("I", "l")
    if found.field != "emails" or not name or _mailed(name, other) <= _mailed(name, found.value):
        return found
    return found._replace(value=other, confidence=rounded(found.confidence * LIKELY))


def _title_score(line: Line) -> float:
    text = line.text
    if is_title(text):
        return LIKELY if is_title(text.split()[-1]) or not words.COMPANIES.search(text) else 0.7
    return 0.6 if words.DEPARTMENTS.search(text) else 0


def _spoken(field: str, text: str) -> str:
    """The text as one writes it: a name in capitals, or whose spaces were lost, as a name."""
    if field != "name":
        return text
    if " " not in text:
        text = re.sub(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])", " ", text)
    letters = [part for part in text.split() if len(part) > 1]
    if all(part.isupper() for part in letters) and len(letters) > 1:
        text = re.sub(
            r"[^\W\d_]+", lambda part: part[0].capitalize() if part[0].casefold() not in _CAPITALS else part[0], text
        )
    return text


_CAPITALS = frozenset(("phd", "md", "mba", "jd", "cpa", "pmp", "ii", "iii"))
