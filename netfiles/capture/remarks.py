"""What the owner should know of a line: guesses that were made, names that are not on file, an ask that is vague."""

from collections.abc import Iterator, Sequence
from datetime import date

from netfiles.capture.days import Day
from netfiles.capture.mentions import Mention, Named, Question, said_of
from netfiles.capture.opening import Opening
from netfiles.capture.signs import Signs
from netfiles.insights.vague import stock_words
from netfiles.insights.whom import weighed

_LONG_AGO = 120
"""Days after which a day without a year is said with its year."""


def guesses(opened: Opening, said: Signs, given: Sequence[Named], today: date) -> Iterator[str]:
    """What was not written and yet taken, each in a sentence."""
    for mention in (*opened.people, *said.subjects):
        if mention.called and mention.called.fit == "begins" and len(mention.called.found) == 1:
            yield f"{mention.text} is {mention.called.found[0].name}."
    for one in given:
        yield f"{one.name} is a name that was given to you."
    yield from (f"the ask is for {ask.kind}." for ask in said.asks if ask.guessed)
    day = opened.first(Day)
    if day and day.assumed_year and (today - day.day).days > _LONG_AGO:
        yield f"{day.day.day} {day.day:%B} is that of {day.day.year}."
    if day is None and opened.passed:
        yield f"it was today; “{opened.passed[0]}” stays in the text."


def notes(
    people: Sequence[Named],
    about: Sequence[Named],
    given: Sequence[Named],
    said: Signs,
    mentions: Sequence[Mention],
    told: Sequence[str | Named],
    planned: bool,
) -> Iterator[str]:
    """What else the owner should know, each in a sentence."""
    yield from (f"{one.text} is not on file yet: kept as a name." for one in (*people, *given) if one.listed is None)
    yield from (f"{one.text} is no company on file: kept as a name." for one in about if one.listed is None)
    for one in mentions:
        if one.unsure and one.called:
            yield f"{said_of(Question(one.text, 0, tuple(weighed(one.called.found))))}: left in the text."
    yield from (f"No news on file is called “{one}”: kept in these words." for one in told if isinstance(one, str))
    for ask in said.asks:
        if ask.kind is None:
            yield "The ask has no kind: write it first, like `?contacts who plans the line`."
        yield from (f"The ask is vague: {v.why}. {v.better}" for v in stock_words(ask.sentence))
        if len(ask.sentence.split()) < 2:
            yield "The ask has no sentence: write after the kind what exactly you asked for."
    if planned:
        yield "The day is to come: kept as planned."
