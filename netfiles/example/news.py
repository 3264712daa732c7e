"""News about the owner that the network should hear: an older one replaced, one for some, one run out."""

from collections.abc import Iterator, Sequence
from datetime import date

from netfiles.example.days import after, ago
from netfiles.example.plan import News
from netfiles.text.written import Fields, Plain, link, written

_BACK = """
We have moved back to Northampton, into the house with the green door. Visitors welcome, the guest room
is finished.
"""
_LAID_OFF = """
After eleven years my post in network planning has been cut, with forty others. I am fine, rested, and looking:
planning or operations analytics, in the valley or two days a week in Boston.

No need to have a job for me. What helps most is twenty minutes on how your team plans.
"""
_LOOKING = """
A year of talks, and three months on a contract, have made it clearer. I look for a small planning team in
**energy, food or public transport** that has grown out of its spreadsheets.

- what I bring: forecasts that crews act on, three warehouse moves without a missed delivery
- what I ask: who runs planning at a firm like that, and may I say that you sent me?
"""
_COURSE = """
I have finished the evening course in forecasting. The final project predicts the demand of a food bank by week,
with public data; happy to show it.
"""


def news(today: date) -> tuple[News, ...]:
    """The news, the oldest first."""
    return (
        News("Moved back to Northampton", ago(today, 430), until=ago(today, 300), body=_BACK),
        News("Laid off, looking around", ago(today, 520), body=_LAID_OFF),
        News("Looking for a planning team", ago(today, 95), "Laid off, looking around", body=_LOOKING),
        News("Forecasting course finished", ago(today, 33), audience="last<200d has:email",
             until=after(today, 60), body=_COURSE),
    )  # fmt: skip


def told_by(items: Sequence[News], day: date) -> str:
    """The stem of the newest news on a day, "" before the first."""
    return next((item.stem for item in reversed(items) if item.day <= day), "")


def news_files(items: Sequence[News]) -> Iterator[tuple[str, bytes]]:
    """A file for each piece of news."""
    for item in items:
        fields: Fields = {
            "title": item.stem,
            "date": item.day,
            "supersedes": link(item.supersedes) if item.supersedes else None,
            "audience": Plain(item.audience) if item.audience else None,
            "until": item.until,
        }
        yield f"career/news/{item.stem}.md", written(fields, item.body).encode()
