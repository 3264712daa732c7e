"""The signs in a line and what they say: what was given and asked, what comes next, companies, tags."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple

from netfiles.capture.days import NoDay, ahead
from netfiles.capture.mentions import SUBJECTS, Mention
from netfiles.capture.naming import one_subject, subject_at
from netfiles.capture.prose import Omit, prose
from netfiles.capture.roll import Roll
from netfiles.capture.tokens import CLAUSES, Refused, Token
from netfiles.capture.words import ASKS, GIFTS
from netfiles.model.fields import AskKind, Gift, parse_link


class Ask(NamedTuple):
    """What was asked for, in which sentence; `guessed` where only the sentence tells the kind."""

    kind: AskKind | None
    sentence: str
    at: int
    guessed: bool = False


class Promise(NamedTuple):
    """What somebody will do, and by when."""

    what: str
    on: date | None
    at: int


class Told(NamedTuple):
    """News that were told, in the words of the line."""

    text: str
    at: int


@dataclass
class Signs:
    """Everything that signs say in a line. `cuts` are what stands in fields and no longer in the text."""

    got: list[Gift] = field(default_factory=list)
    gave: list[Gift] = field(default_factory=list)
    thanks: int | None = None
    thanked: bool = False
    asks: list[Ask] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    mine: list[Promise] = field(default_factory=list)
    theirs: list[Promise] = field(default_factory=list)
    subjects: list[Mention] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    cuts: list[Omit] = field(default_factory=list)
    inline: list[Omit] = field(default_factory=list)

    @property
    def omitted(self) -> list[Omit]:
        return sorted([*self.cuts, *self.inline])


def signs(line: str, tokens: Sequence[Token], roll: Roll, today: date) -> Signs:
    """What the signs among the tokens of a line say. Raises Refused."""
    found = Signs()
    for n, token in enumerate(tokens):
        if token.sort == "sign" and token.text[0] in "@#":
            _inline(found, tokens, n, roll)
    for n, token in enumerate(tokens):
        if token.sort == "sign" and token.text[0] in CLAUSES:
            _Clause(line, tokens, n, today).read(found)
    return found


def _inline(found: Signs, tokens: Sequence[Token], n: int, roll: Roll) -> None:
    token = tokens[n]
    if token.text[0] == "#":
        found.tags.append(token.text[1:])
        return
    found.inline.append(Omit(token.at, token.at + 1))
    inside = token.text[1:]
    if inside.startswith("[["):
        target = " ".join(parse_link(inside[2:-2]).target.split())
        found.subjects.append(Mention(target, token.at + 1, roll.linked(target, SUBJECTS), SUBJECTS, inside))
    elif inside[0] in '"“„':
        found.inline += [Omit(token.at + 1, token.at + 2), Omit(token.end - 1, token.end)]
        text = " ".join(inside[1:-1].split())
        if not text:
            raise Refused(token.at + 1, "there is no name between the quotes", "Write the company between them.")
        found.subjects.append(Mention(text, token.at + 2, one_subject(text, roll), SUBJECTS))
    else:
        after = [Token(inside, token.at + 1), *tokens[n + 1 :]]
        mention = subject_at(after, 0, roll)[0]
        if mention.called is None and (someone := roll.called(mention.text)) and someone.fit != "begins":
            advice = f'Write `with {mention.text}`, or @"{mention.text}" for a company of that name.'
            raise Refused(token.at + 1, f"`@{mention.text}` is a person, and `@` names a company", advice)
        found.subjects.append(mention)


def subject_end(mention: Mention) -> int:
    """Where the name of a company ends in the line."""
    return mention.at + len(mention.typed or mention.text)


_SHORT = re.compile(r"[A-Z][a-z]{0,2}|[^\W\d_]\.?|e\.g|i\.e")


@dataclass(frozen=True)
class _Clause:
    """A sign at place `n` among the tokens, and what belongs to it."""

    line: str
    tokens: Sequence[Token]
    n: int
    today: date

    def read(self, found: Signs) -> None:
        token = self.tokens[self.n]
        _READERS[token.text[0]](self, found)

    @property
    def at(self) -> int:
        return self.tokens[self.n].at

    @property
    def word(self) -> str:
        return self.tokens[self.n].text[1:]

    @property
    def end(self) -> int:
        """Where the sentence of the sign ends: at the next sign, a `;`, a full stop, or with the line."""
        for n in range(self.n + 1, len(self.tokens)):
            token = self.tokens[n]
            if (token.sort == "sign" and token.text[0] in CLAUSES) or token.text == ";":
                return token.at
            if token.sort == "mark" and token.text in ".!?" and self._ends_sentence(n):
                return token.end
        return len(self.line)

    def _ends_sentence(self, n: int) -> bool:
        before, mark = self.tokens[n - 1], self.tokens[n]
        after = self.tokens[n + 1] if n + 1 < len(self.tokens) else None
        if after is None or after.at == mark.end:
            return after is None
        short = mark.text == "." and _SHORT.fullmatch(before.text) is not None
        return not short and not after.text[0].islower()

    def words(self) -> list[Token]:
        """The words of the clause, that of the sign first."""
        first = Token(self.word, self.at + 1)
        return [first, *(token for token in self.tokens[self.n + 1 :] if token.at < self.end)]

    def text(self, found: Signs, start: int) -> str:
        """The sentence from a place on, without signs, and without tags behind it."""
        end = self.end
        for token in reversed([token for token in self.tokens if start <= token.at < self.end]):
            if token.sort == "sign" and token.text[0] == "#":
                end = token.at
            elif token.sort != "mark":
                break
        return prose(self.line, start, end, found.omitted).rstrip(".,;: ")

    def cut(self, found: Signs, end: int) -> None:
        found.cuts.append(Omit(self.at, end))


def _got(clause: _Clause, found: Signs) -> None:
    word = clause.word.lower()
    word_end = clause.at + 1 + len(word)
    if word in ("thanks", "thank", "thankyou"):
        found.thanks = clause.at
    elif word == "thanked":
        found.thanked = True
    elif word == "told":
        word_end = clause.end
        text = clause.text(found, clause.at + 1 + len(word))
        if not text:
            raise Refused(
                clause.at + 1, "`!told` says not what", "Write the news after it, like `!told contract done`."
            )
        found.told.append(Told(text, clause.at))
    else:
        found.got.append(_gift(clause, "!", ("thanks", "thanked", "told")))
    clause.cut(found, word_end)


def _gave(clause: _Clause, found: Signs) -> None:
    found.gave.append(_gift(clause, "+", ()))
    clause.cut(found, clause.at + 1 + len(clause.word))


def _gift(clause: _Clause, sign: str, more: tuple[str, ...]) -> Gift:
    word = clause.word.lower()
    if word in GIFTS:
        return GIFTS[word]
    near = get_close_matches(word, (*more, *GIFTS), 1, 0.7)
    known = ", ".join(f"{sign}{one}" for one in (*more, *dict.fromkeys(GIFTS.values())))
    hint = f"Did you mean {sign}{near[0]}?" if near else f"There are {known}."
    advice = f"{hint} For the word itself write \\{sign}{clause.word}."
    raise Refused(clause.at + 1, f"`{sign}{clause.word}` is none of the words after `{sign}`", advice)


_GUESSES: tuple[tuple[AskKind, re.Pattern[str]], ...] = (
    ("referral", re.compile(r"\b(?:refer|referral|put in a word|pass on my)\b", re.IGNORECASE)),
    (
        "contacts",
        re.compile(r"\b(?:introduce|know (?:any|some)(?:one|body)|whom?|put me in touch)\b", re.IGNORECASE),
    ),
    ("review", re.compile(r"\b(?:look over|read through|feedback|review|read my)\b", re.IGNORECASE)),
    ("interview", re.compile(r"\b(?:\d+ minutes|minutes of|twenty minutes|ask you about|visit)\b", re.IGNORECASE)),
    ("advice", re.compile(r"\b(?:should i|how would you|what would you|advice)\b", re.IGNORECASE)),
)
_JOINED = re.compile(r"(?:for|to|at|from|with|of|on|about|in|into|as|by|whether|if)\b", re.IGNORECASE)


def _asked(clause: _Clause, found: Signs) -> None:
    words = clause.words()
    kind = ASKS.get(words[0].plain)
    after = words[0].end
    while kind and clause.line[after : after + 1] in (":", ","):
        after += 1
    rest = clause.text(found, after)
    alone = kind is None or _JOINED.match(rest) or words[0].plain not in (kind, "info", "intro", "names", "name")
    sentence = clause.text(found, words[0].at) if alone and rest else rest
    guess = next((one for one, pattern in _GUESSES if pattern.search(sentence)), None) if kind is None else None
    if kind is None and not rest:
        sentence = words[0].text
    found.asks.append(Ask(kind or guess, sentence[:1].upper() + sentence[1:], clause.at, guess is not None))
    clause.cut(found, clause.end)


def _promised(clause: _Clause, found: Signs) -> None:
    words = clause.words()
    sign = clause.tokens[clause.n].text[0]
    try:
        day = ahead([token.plain for token in words], clause.today)
    except NoDay as wrong:
        raise Refused(clause.at + 2, f"`{wrong}` is not a date", "Write a day that exists.") from None
    rest = words[day.length :] if day else words
    what = clause.text(found, rest[0].at) if rest else ""
    what = what.lstrip(":,–- ")
    if not what:
        advice = f"Write it after the day, like `{sign}2w send portfolio`."
        raise Refused(clause.at + 1, f"`{sign}{clause.word}` says not what is to be done", advice)
    (found.mine if sign == ">" else found.theirs).append(Promise(what, day.day if day else None, clause.at))
    clause.cut(found, clause.end)


_READERS: dict[str, Callable[[_Clause, Signs], None]] = {
    "!": _got,
    "+": _gave,
    "?": _asked,
    ">": _promised,
    "<": _promised,
}


def outside(tokens: Sequence[Token], cuts: Sequence[Omit]) -> Iterator[Token]:
    """The tokens that are no signs and do not lie in what is cut."""
    parted = False
    for token in tokens:
        if token.sort == "sign" or any(cut.start <= token.at < cut.end for cut in cuts):
            parted = True
        else:
            yield token._replace(parted=parted)
            parted = False
