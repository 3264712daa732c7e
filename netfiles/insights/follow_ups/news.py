"""News: something about the owner that people of its audience have not heard."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from netfiles.insights.days import short
from netfiles.insights.follow_ups.reason import Case, Reason, Situation

if TYPE_CHECKING:
    from netfiles.insights.told import Telling

_NAMED = 3


def nobody_told(_: Case) -> Iterator[Reason]:
    """No reason of a person's own: the item is the news."""
    yield from ()


def news_to_tell(situation: Situation) -> Iterator[Reason]:
    """One reason for each piece of news that somebody has yet to hear."""
    for telling in situation.news:
        if telling.state in ("to tell", "to come") and telling.untold:
            news = telling.news
            place, closes = news.origin.place("title"), told_line(telling, situation.news)
            text = _sentence(situation, telling)
            yield Reason(
                "news",
                None,
                telling.due,
                text,
                place,
                title=news.called,
                until=news.until,
                closes=closes,
                whom=next(iter(telling.nearest(1)), ""),
            )


def _sentence(situation: Situation, telling: "Telling") -> str:
    """`17 people have not heard this news of 31 Aug, 3 of them only older news: Deb Kowalczyk and 16 more.`"""
    count, older = len(telling.untold), len(telling.only_older)
    who = "1 person has" if count == 1 else f"{count:,} people have"
    of = f" of {short(telling.news.date, situation.today)}" if telling.news.date else ""
    only = f", {f'{older:,} of them ' if older < count else ''}only older news" if older else ""
    names = ", ".join(situation.name(key) for key in telling.nearest(_NAMED))
    more = f" and {count - _NAMED:,} more" if count > _NAMED else ""
    return f"{who} not heard this news{of}{only}: {names}{more}."


def told_line(telling: "Telling", among: "tuple[Telling, ...]") -> str:
    """The line for an entry in which somebody is told: a link by the file's name, or by its path where two share it."""
    origin = telling.news.origin
    alone = sum(other.news.origin.stem.casefold() == origin.stem.casefold() for other in among) == 1
    name = origin.stem if alone else origin.path.removesuffix(".md")
    return f"told: {json.dumps(f'[[{name}]]', ensure_ascii=False)}"
