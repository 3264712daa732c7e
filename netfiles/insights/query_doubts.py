"""What is wrong with saved queries, and with the audiences of news."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from netfiles.index.network import Network
from netfiles.model import Link, SavedQuery
from netfiles.problems import Place, Problem, printable
from netfiles.query.language import Query, Wrong, parse
from netfiles.query.matching import matching
from netfiles.query.table import columns, sorts
from netfiles.query.terms import Term, Text, Word
from netfiles.text.letters import flat

if TYPE_CHECKING:
    from netfiles.insights.derive import Insights


def query_doubts(insights: "Insights") -> Iterator[Problem]:
    """The problems of all queries."""
    collection = insights.network.collection
    for saved in collection.queries:
        yield from _of_saved(saved)
        yield from _of_text(insights, saved.origin.place("query"), "query", saved.query)
    for news in collection.news:
        yield from _of_text(insights, news.origin.place("audience"), "audience", news.audience)


def _of_saved(record: SavedQuery) -> Iterator[Problem]:
    """What is wrong beside the query: that there is none, columns and sort."""
    if not (record.query and record.query.strip()):
        advice = 'Write what it asks for, like query: "target:A last>30d".'
        yield Problem("NF421", record.origin.place("query"), "`query` is missing", advice)
    for number, wrong in columns(record.columns).wrong:
        yield Problem("NF422", record.origin.place("columns", number), *_said("columns", wrong))
    for _, wrong in sorts(record.sort).wrong:
        yield Problem("NF423", record.origin.place("sort"), *_said("sort", wrong))


def _of_text(insights: "Insights", place: Place, field: str, text: str | None) -> tuple[Problem, ...]:
    """What is wrong with a query: it is not understood, it names what is not there, or it finds nobody."""
    if not (text and text.strip()):
        return ()
    query = parse(text)
    if isinstance(query, Wrong):
        return (Problem("NF421", place, *_said(field, query)),)
    network = insights.network
    missing = (*_missing_tags(network, place, field, query), *_missing_news(network, place, query))
    return missing or _finds_nobody(insights, place, field, query)


def _said(field: str, wrong: Wrong) -> tuple[str, str]:
    """Message and advice, each on one line."""
    return printable(f"`{field}`, character {wrong.column}: {wrong.message}"), printable(wrong.advice)


def _missing_tags(network: Network, place: Place, field: str, query: Query) -> Iterator[Problem]:
    asked = [text for term in query.of("tag") for text in term.values if isinstance(text, Text)]
    if not asked:
        return
    tags = {flat(tag): tag for someone in network.on_file if someone.record for tag in someone.record.tags}
    for text in asked:
        wanted = flat(text.text)
        if not any(tag == wanted or tag.startswith(f"{wanted}/") for tag in tags):
            near = [tag for plain, tag in sorted(tags.items()) if plain.startswith(wanted[:3])][:5]
            hint = f"There are: {', '.join(near)}." if near else "Correct the tag, or write it into a file of contacts."
            yield Problem("NF424", place, printable(f"`{field}`: nobody has the tag `{text.text}`"), printable(hint))


def _missing_news(network: Network, place: Place, query: Query) -> Iterator[Problem]:
    """Links to news that are not on file, as anywhere else."""
    for text in (text for term in query.of("told") for text in term.values):
        if isinstance(text, Text) and text.linked and network.names.find(Link(text.text), ("news",)) is None:
            said = f"Nothing on file is called `{text.text}`"
            yield Problem("NF401", place, printable(said), "Make the file, or correct the name (news).")


_OF_THE_DAY = frozenset(("is", "last", "next", "birthday", "tie"))


def _finds_nobody(insights: "Insights", place: Place, field: str, query: Query) -> tuple[Problem, ...]:
    """A query that could find nobody on any day; that nobody is overdue today is no problem."""
    lasting = Query(tuple(term for term in query.terms if isinstance(term, Word) or not _passing(term)))
    if not (lasting.terms and insights.network.people):
        return ()
    if any(map(matching(lasting, insights.today), insights.people.values())):
        return ()
    advice = "Look for a misspelt name, or leave a term out; `netfiles find` tries a query at once."
    return (Problem("NF425", place, f"`{field}` finds nobody, on any day", advice),)


def _passing(term: Term) -> bool:
    """Whether the day alone may make it true tomorrow."""
    return term.field in _OF_THE_DAY
