"""All files of a made-up vault, kind by kind."""

from collections.abc import Iterator
from datetime import date

from netfiles.example.attachments import attachments
from netfiles.example.career import goals, inbox, profile, queries
from netfiles.example.entry_files import entry_files
from netfiles.example.firms import firm_files
from netfiles.example.lead_files import lead_files
from netfiles.example.network import network
from netfiles.example.news import news_files
from netfiles.example.person_files import person_files


def files(seed: int, people: int, entries: int, today: date) -> Iterator[tuple[str, bytes]]:
    """Decides everything first, then spells it out file by file."""
    net = network(seed, people, entries, today)
    yield from person_files(net)
    yield from entry_files(net)
    yield from profile(today)
    yield from goals(net)
    yield from firm_files(seed, net.firms)
    yield from lead_files(net)
    yield from news_files(net.news)
    yield from queries(net)
    yield from inbox(net)
    yield from attachments(net)
