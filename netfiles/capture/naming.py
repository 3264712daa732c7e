"""Where a name stands in a line, and how far it reaches."""

import re
from collections.abc import Iterator, Sequence

from netfiles.capture.days import WEEKDAYS
from netfiles.capture.mentions import PEOPLE, SUBJECTS, Mention
from netfiles.capture.roll import Called, Roll
from netfiles.capture.tokens import Token
from netfiles.capture.words import NEVER_A_NAME, PHRASES, SMALL, TOPIC
from netfiles.insights.whom import PARTICLES
from netfiles.model.fields import parse_link

_LONGEST = 7
_WORD = re.compile(r"[^\W\d_][^\s()<>\[\]{}|#\"“”„*=/\\:;,!?@+&%$]*")
"""A word that a name may have."""
Found = tuple[Mention, int]
"""A name, and how many tokens it takes."""


def link_at(tokens: Sequence[Token], at: int, roll: Roll) -> Mention:
    """What the link at a place means: people first."""
    token = tokens[at]
    target = " ".join(parse_link(token.text[2:-2]).target.split())
    for kinds in (PEOPLE, SUBJECTS, ("news",)):
        if called := roll.linked(target, kinds):
            return Mention(target, token.at, called, kinds, token.text)
    return Mention(target, token.at, None, PEOPLE, token.text)


def name_at(tokens: Sequence[Token], at: int, roll: Roll, expected: bool) -> Found | None:
    """The person named at a place. Where a name is `expected`, also one that is not on file, and in small letters."""
    if at >= len(tokens):
        return None
    if tokens[at].sort == "link":
        mention = link_at(tokens, at, roll)
        return (mention, 1) if mention.kinds == PEOPLE else None
    run = list(_run(tokens, at, roll, expected))
    if not run:
        return None
    if run[0].text[0].islower():
        return _small(run, roll) if expected else None
    if not expected and not _known_word(run[0], roll):
        return None
    return _capital(run, roll, expected)


def _run(tokens: Sequence[Token], at: int, roll: Roll, expected: bool) -> Iterator[Token]:
    """The words from a place on that may belong to one name: all with capitals and particles, or all small."""
    kept: list[Token] = []
    small = tokens[at].text[:1].islower()
    for token in tokens[at : at + _LONGEST]:
        if token.sort != "word" or (kept and token.parted) or not _WORD.fullmatch(token.text):
            break
        if token.text[0].islower() != small:
            if small or token.plain not in PARTICLES:
                break
        elif _no_name(token, expected and token.plain in roll.words and not small):
            break
        kept.append(token)
    while kept and not small and kept[-1].text[0].islower():
        kept.pop()
    yield from kept


def _no_name(token: Token, on_file: bool) -> bool:
    plain = token.plain
    if plain in WEEKDAYS or plain in ("today", "yesterday", "tomorrow"):
        return True
    if token.text.endswith(("'s", "’s")):
        return True
    return not on_file and (plain in NEVER_A_NAME or plain in SMALL or plain in TOPIC or (plain,) in PHRASES)


def _known_word(token: Token, roll: Roll) -> bool:
    return all(word.strip(".").replace("'", "").replace("’", "") in roll.words for word in token.plain.split("-"))


def _text(run: Sequence[Token]) -> str:
    return " ".join(token.text for token in run)


def _small(run: Sequence[Token], roll: Roll) -> Found | None:
    for count in range(len(run), 0, -1):
        called = roll.called(_text(run[:count]))
        if called and called.fit != "begins":
            return Mention(_text(run[:count]), run[0].at, called), count
    return None


def _capital(run: Sequence[Token], roll: Roll, expected: bool) -> Found | None:
    """The whole run where it is one name; its beginning only where that is somebody's whole name."""
    whole = _text(run)
    called = roll.called(whole)
    if called and (expected or called.fit != "begins"):
        return Mention(whole, run[0].at, called), len(run)
    for count in range(len(run) - 1, 1, -1):
        if found := roll.exactly(_text(run[:count]), PEOPLE):
            return Mention(_text(run[:count]), run[0].at, found), count
    if not expected or _company(whole, roll):
        return None
    return Mention(whole, run[0].at, None), len(run)


def _company(text: str, roll: Roll) -> bool:
    called = roll.called(text, ("company",))
    return called is not None and called.fit != "begins"


def subject_at(tokens: Sequence[Token], at: int, roll: Roll) -> Found:
    """The company or lead named at a place, after an `@`: the longest that is on file, else one word."""
    run = list(_unbroken(tokens[at : at + _LONGEST]))
    for count in range(len(run), 1, -1):
        text = _text(run[:count])
        called = roll.exactly(text, SUBJECTS) or (
            roll.called(text, ("company",)) if _all_capital(run[:count]) else None
        )
        if called:
            return Mention(text, run[0].at, called, SUBJECTS), count
    text = run[0].text
    return Mention(text, run[0].at, one_subject(text, roll), SUBJECTS), 1


def _unbroken(tokens: Sequence[Token]) -> Iterator[Token]:
    """Words up to the first mark, sign or link."""
    for token in tokens:
        if token.sort != "word":
            return
        yield token


def one_subject(text: str, roll: Roll) -> Called | None:
    """The company that a text means, else the lead of that name."""
    return roll.called(text, ("company",)) or roll.exactly(text, ("lead",))


def _all_capital(run: Sequence[Token]) -> bool:
    return all(not token.text[0].islower() for token in run)
