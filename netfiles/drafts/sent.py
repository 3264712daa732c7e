"""What is written down of letters that were sent: one entry for each, so that the queue knows."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netfiles.drafts.draft import Draft
from netfiles.drafts.occasion import ASKING, Occasion, Sort
from netfiles.index.network import Network
from netfiles.model import Kind, Link
from netfiles.model.options import Folders
from netfiles.records.entry_title import entry_title
from netfiles.records.plan import Created, Plan
from netfiles.text.stems import alike, stem_of, unused
from netfiles.text.written import Plain, Value, link, written

PURPOSES: Mapping[Sort, str] = {
    "information": "information-interview",
    "introduction": "introduction",
    "thanks": "thanks",
    "update": "update",
    "nudge": "follow-up",
}


class Sending(NamedTuple):
    """When letters were sent, and by which channel."""

    on: date
    channel: str = "email"


def sent(network: Network, drafts: Sequence[Draft], how: Sending, folders: Folders, taken: Collection[str]) -> Plan:
    """The plan that writes an entry for each letter; `taken` are the stems of that day in the journal."""
    used = set(taken)
    steps = []
    for draft in drafts:
        sort = draft.occasion.sort
        title = entry_title([draft.name], how.channel, "out", PURPOSES.get(sort, ""))
        stem = unused(stem_of(f"{how.on} {title}"), used)
        used.add(alike(stem))
        fields = dict(_fields(network, draft.occasion, how))
        steps.append(Created(f"{folders.journal}/{how.on.year:04d}/{stem}.md", written(fields)))
    return Plan(_title(drafts), tuple(steps))


def _title(drafts: Sequence[Draft]) -> str:
    first = drafts[0]
    what = {"thanks": "thanks", "update": "an update", "nudge": "a nudge"}.get(first.occasion.sort, "a request")
    return f"Log {what} to {first.name if len(drafts) == 1 else f'{len(drafts)} people'}"


def _fields(network: Network, of: Occasion, how: Sending) -> Iterator[tuple[str, Value]]:
    yield "date", how.on
    yield "with", link_to(network, of.someone.key, "person", of.someone.name)
    yield "channel", Plain(how.channel)
    yield "direction", Plain("out")
    yield "purpose", PURPOSES.get(of.sort)
    if of.sort in ASKING:
        yield "asked", Plain(ASKING[of.sort][0])
        yield "ask", of.ask
        yield "ask_status", Plain("open")
        if of.lead and of.lead.called in of.ask:
            yield "leads", link_to(network, of.lead.path, "lead")
    yield "thanks_for", tuple(link_to(network, entry.path, "interaction") for entry in of.gifts)
    ended = dict.fromkeys(entry.path for end in of.ends for entry in end.gifts)
    yield "outcome_for", tuple(link_to(network, path, "interaction") for path in ended)
    yield "told", link_to(network, of.news.path, "news") if of.news else None


def link_to(network: Network, key: str, kind: Kind, name: str = "") -> str:
    """A link that finds a file and no other: by its stem, else by its path. `name` serves where there is no file."""
    if not key.endswith(".md"):
        return link(name)
    stem = key.rsplit("/", 1)[-1].removesuffix(".md")
    return link(stem if network.names.find(Link(stem), (kind,)) == key else key.removesuffix(".md"))
