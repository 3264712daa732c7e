"""Asks that nobody can act on: without a kind, without a sentence, or in stock words; and how to say it better."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from netfiles.model import Interaction
from netfiles.text.letters import unaccented

Lack = Literal["kind", "sentence", "words"]


class Vague(NamedTuple):
    """One thing that makes an ask vague: what is lacking, why that is so, and how to say it better."""

    lack: Lack
    why: str
    better: str


STOCK: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Name one role at one company, or the person you want to meet.",
        (
            "any openings", "any opening", "any vacancies", "any vacancy", "any jobs", "any job", "any positions",
            "any position", "any roles", "any opportunities", "any opportunity", "job opportunities", "any leads",
            "anyone hiring", "anybody hiring", "anyone who's hiring", "anyone who is hiring", "anybody who's hiring",
        ),
    ),
    (
        "Ask for one thing they can do this week: a name, a date, a page to read.",
        (
            "keep me in mind", "bear me in mind", "think of me", "keep me posted", "keep an eye out",
            "keep an eye open", "keep your eyes open", "keep an ear out", "keep your ears open",
        ),
    ),
    (
        "Say the one question you would ask, and how many minutes it takes.",
        ("pick your brain", "pick your brains", "touch base", "any advice", "any tips", "any suggestions", "any ideas"),
    ),
    (
        "Say what to look for: which work, at which companies, around which place.",
        (
            "anything you hear of", "anything you hear", "anything you've heard of", "anything you know of",
            "hear of anything", "hear anything", "heard of anything", "know of anything", "come across anything",
            "comes across your desk", "anything comes up", "something comes up", "anything turns up",
            "anything at all", "open to anything", "looking for a job", "looking for work",
            "looking for something new",
        ),
    ),
    (
        "Put it as a question that has an answer: who, which, when, would you.",
        ("let me know if", "any help", "help me out", "whatever you can", "anything you can do"),
    ),
    (
        "Name a day and how many minutes.",
        ("coffee sometime", "chat sometime", "talk sometime", "meet sometime", "catch up sometime", "sometime soon"),
    ),
)  # fmt: skip
"""How to say it better, beside the phrases it is said of: words that fit every ask, and so say nothing of this one."""

_NO_KIND = Vague("kind", "no kind of ask", "Add the line `asked: contacts`, or another word of the format.")
_NO_SENTENCE = Vague(
    "sentence", "no sentence", "Add the sentence as you said it: `ask: Who at Acme plans the line, and may I write?`"
)


def vague(record: Interaction) -> tuple[Vague, ...]:
    """What makes the ask of an entry vague; nothing where it is specific."""
    found = () if record.asked else (_NO_KIND,)
    if not record.ask:
        return (*found, _NO_SENTENCE)
    return (*found, *stock_words(record.ask))


@lru_cache(10_000)
def stock_words(sentence: str) -> tuple[Vague, ...]:
    """The stock phrases in a sentence, the first of each row of the table; accents, case and apostrophes are forgiven.

    `Anything you hear of?` holds `anything you hear of`, but `many openings` does not hold `any openings`.
    """
    said = _plain(sentence)
    if not _ANY.search(said):
        return ()
    held = ((next((p for p in phrases if _plain(p) in said), None), better) for better, phrases in STOCK)
    return tuple(Vague("words", f"“{phrase}”", better) for phrase, better in held if phrase)


def _plain(sentence: str) -> str:
    """A sentence as bare words between single spaces."""
    words = _WORD.findall(unaccented(sentence.translate(_APOSTROPHES)))
    return f" {' '.join(words)} "


_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´"))
_ANY = re.compile("|".join(re.escape(_plain(phrase)) for _, phrases in STOCK for phrase in phrases))
