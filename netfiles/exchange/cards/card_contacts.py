"""What stands for itself on a business card: mails, links, numbers, and the lines of addresses."""

import re
from collections.abc import Sequence
from itertools import pairwise

from netfiles.exchange.cards import card_words as words
from netfiles.exchange.cards.card_text import LIKELY, PERHAPS, SURE, Found, Line, numeric, rounded, tidy
from netfiles.model.fields import web_address
from netfiles.records.fits import fits


def is_title(text: str) -> bool:
    """Whether a word in it names what somebody does."""
    glued = " " not in text and words.TITLES_GLUED.search(text)
    return bool(words.TITLES.search(text) or words.TITLES_JAPANESE.search(text) or glued)


_EMAIL = re.compile(r"[\w.+-]+\s?[@©]\s?[\w-]+(?:\s?[.,]\s?[\w-]+)*?\s?[.,]\s?[a-z]{2,24}\b", re.IGNORECASE)
_LINK = re.compile(
    r"(?:https?\s?:\s?//\s?)?(?<![@\w.])(?:[a-z0-9-]+\.)+[a-z]{2,24}(?:/[\w%~.@#?=&+/-]*)?(?![\w@])", re.IGNORECASE
)
_NUMBER = re.compile(r"(?:\+|\(\+?|\b)\d[\d\s()./–-]{5,20}\d\b(?:\s?(?:x|ext\.?|-)\s?\d{1,5})?", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:e-?mail|mail|e|web|website|www|url|site|internet|linkedin|github|twitter|x|メール)?\s?[.:：]?\s?$",
    re.IGNORECASE,
)


def contacts(lines: Sequence[Line]) -> tuple[list[Line], list[Found]]:
    """Mails, links and numbers; of a line what is left beside them."""
    rest, found = [], []
    for line in lines:
        text = line.text
        for take in (_take_emails, _take_links, _take_numbers):
            text, more = take(text, line.confidence)
            found += more
        text = tidy(text)
        if text == line.text or not _LABEL.match(text):
            rest.append(line._replace(text=text))
    return rest, found


def _take_emails(text: str, confidence: float) -> tuple[str, list[Found]]:
    found = []
    for match in _EMAIL.finditer(text):
        value = re.sub(r"\s", "", match[0]).replace("©", "@").replace(",", ".")
        if fits("person", "emails", value):
            found.append(Found("emails", value, rounded(confidence * (SURE if value == match[0] else PERHAPS))))
            text = text.replace(match[0], " ", 1)
    return text, found


def _take_links(text: str, confidence: float) -> tuple[str, list[Found]]:
    found = []
    for match in _LINK.finditer(text):
        value = re.sub(r"\s", "", match[0]).rstrip(".")
        known = re.match(r"https?:|www\.", value, re.IGNORECASE) or re.search(r"/|linkedin|github", value)
        if web_address(value) and (known or re.fullmatch(r"[a-z0-9.-]+", value)):
            found.append(Found("links", value, rounded(confidence * (SURE if known else LIKELY))))
            text = text.replace(match[0], " ", 1)
    return text, found


def _take_numbers(text: str, confidence: float) -> tuple[str, list[Found]]:
    """The phone numbers of a line; a fax is left beside them."""
    found, kept = [], []
    starts = [0, *(label.start() for label in words.PHONE_LABELS.finditer(text) if label.start()), len(text)]
    for start, end in pairwise(starts):
        piece = text[start:end]
        label = words.PHONE_LABELS.match(piece)
        number = _NUMBER.search(piece)
        if (
            not number
            or not 7 <= sum(map(str.isdigit, number[0])) <= 15
            or (not label and _no_number(piece, number[0]))
        ):
            kept.append(piece)
        elif label and label["label"].casefold() in words.FAX:
            kept.append(f"Fax {number[0].strip()}")
        else:
            sure = SURE if label or number[0].startswith("+") else LIKELY
            found.append(Found("phones", " ".join(number[0].split()), rounded(confidence * sure)))
            before = piece[label.end() if label else 0 : number.start()].strip(" ,;|/:.")
            after = piece[number.end() :].strip(" ,;|/")
            kept += [part for part in (before, after) if part and part.casefold() not in _LABELS]
    return " ".join(kept), found


_LABELS = frozenset(("tel", "phone", "mobile", "mobil", "cell", "office", "direct", "fon", "telefon", "電話", "携帯"))


def _no_number(piece: str, number: str) -> bool:
    """Whether what looks like a number without a label is part of an address, or a year."""
    letters = sum(map(str.isalpha, piece))
    return (
        letters > 6 or bool(words.POSTCODES.search(piece)) or re.fullmatch(r"\d{4}\s?[–-]\s?\d{4}", number) is not None
    )


def addresses(lines: Sequence[Line]) -> tuple[list[Line], list[Found]]:
    """Lines that are of a street or town, those that stand together as one address."""
    sure = [_address_score(line.text) for line in lines]
    parts = [bool(score) for score in sure]
    for n, line in enumerate(lines):
        beside = any(0 <= m < len(lines) and sure[m] and near(line, lines[m]) for m in (n - 1, n + 1))
        if not parts[n] and beside and _goes_on_address(line.text):
            parts[n] = True
    found: list[Found] = []
    rest: list[Line] = []
    held: list[tuple[Line, float]] = []
    for line, is_part, score in zip(lines, parts, sure, strict=True):
        if held and is_part and not near(held[-1][0], line):
            found.append(_address(held))
            held = []
        if is_part:
            held.append((line, score))
        else:
            rest.append(line)
    if held:
        found.append(_address(held))
    return rest, found


def _address(held: Sequence[tuple[Line, float]]) -> Found:
    text = ", ".join(line.text.strip(" ,") for line, _ in held)
    sure = max(score for _, score in held)
    return Found("addresses", text, rounded(min(line.confidence for line, _ in held) * sure))


def _address_score(text: str) -> float:
    if text.casefold().startswith("fax") or not numeric(text):
        return 0
    return LIKELY if any(pattern.search(text) for pattern in _PLACES) else 0


_PLACES = (words.POSTCODES, words.STREETS, words.PLACES_JAPANESE)


def _goes_on_address(text: str) -> bool:
    """Whether a line beside a street or town is one more line of it."""
    if text.casefold().strip(" .") in words.COUNTRIES or words.PLACES_JAPANESE.search(text):
        return True
    if text.casefold().startswith("fax") or is_title(text) or words.COMPANIES.search(text):
        return False
    return any(map(str.isdigit, text)) and sum(map(str.isalpha, text)) > 2


def near(one: Line, other: Line) -> bool:
    """Whether lines stand together: no more than a line apart, and one below the other or beside it."""
    height = max(one.height, other.height)
    return (
        abs(other.top - one.top) < 2.6 * height and one.left < other.right + height and other.left < one.right + height
    )
