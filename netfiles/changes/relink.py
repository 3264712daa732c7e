"""Keeps every link right when somebody or something is called otherwise: which lines are to be changed, and how."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from netfiles.changes.sense import Sense, body_naming, fields_naming, sense, text_naming
from netfiles.errors import CannotRename
from netfiles.index.names import folded, last_part
from netfiles.index.network import Network
from netfiles.model import KINDS, Company, Kind, Link, News, Person, Record, SavedQuery
from netfiles.problems import printable
from netfiles.query.language import Query, parse
from netfiles.query.terms import Text
from netfiles.records.plan import Edited
from netfiles.records.read import known_fields
from netfiles.text.document import Scalar
from netfiles.text.edits import Edit, Redirect, Relink, Replace, Set
from netfiles.text.frontmatter import split
from netfiles.text.letters import flat
from netfiles.text.targets import relinked, wikilinks

_UNFILED = ("name:", "company:")


@dataclass(frozen=True)
class Move:
    """Somebody or something, by key, that links will lead to under another key and by other names.

    `by` are the folded names by which links lead there and are written anew; `touched` are all whose meaning may
    change. `spelt` are the ways to write a new link, the best first; `plainly` those without brackets.
    """

    before: str
    after: str
    sense: Sense
    by: frozenset[str]
    touched: frozenset[str]
    spelt: tuple[str, ...]
    plainly: tuple[str, ...]


@dataclass
class Relinked:
    """The edits of each file, how many links they lead elsewhere, and what changes its meaning without an edit."""

    edits: dict[str, list[Edit]] = field(default_factory=dict)
    links: int = 0
    joined: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)

    def add(self, path: str, edit: Edit) -> None:
        """One more edit of a file, unless it is among them; those of the body first, since fields may lose lines."""
        edits = self.edits.setdefault(path, [])
        if edit not in edits:
            edits.insert(0 if isinstance(edit, Relink) else len(edits), edit)

    def steps(self, network: Network, without: Collection[str] = ()) -> Iterator[Edited]:
        """The edits as steps of a plan."""
        for path, edits in sorted(self.edits.items()):
            if path not in without:
                record = network.records.get(path)
                yield Edited(path, record.origin.checksum if record else "", tuple(edits))


Texts = Mapping[str, str]
NONE: Texts = {}


def with_own_fields(network: Network) -> list[str]:
    """The files with fields of the owner's own, which are in no record: their links are in the text alone."""
    known = {kind: known_fields(kind) for kind in KINDS}
    return [
        record.path
        for record in network.records.values()
        if any(name.partition(".")[0] not in known[record.kind] for name in record.origin.lines)
    ]


def relink(network: Network, move: Move, texts: Texts) -> Relinked:
    """What is to be changed; `texts` are those of the files with fields of the owner's own.

    Raises CannotRename where a link to something else would mean another thing.
    """
    found = Relinked()
    now = sense(network)
    taken: list[str] = []
    for record in network.records.values():
        taken += _of_fields(found, now, move, record)
        taken += _of_body(found, now, move, record.path, record.origin.body_line, body_naming(record, move.touched))
        _of_texts(found, now, move, record)
        if record.path in texts:
            _of_own_fields(found, now, move, record, texts[record.path])
    for path, text in network.collection.docs:
        full = f"{network.collection.options.folders.docs}/{path}"
        taken += _of_body(found, now, move, full, 1, text_naming(text, move.touched))
    _of_queries(found, network, move)
    if taken:
        raise CannotRename(f"{_some(taken)} would lead elsewhere then", "Choose another name, or change these first.")
    return found


def _some(places: list[str]) -> str:
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    return f"{', '.join(map(printable, places[:3]))}{more}"


def _of_fields(found: Relinked, now: Sense, move: Move, record: Record) -> Iterator[str]:
    """The edits of a record's fields; yields the links that would come to mean another thing."""
    for aim, link in fields_naming(record, move.touched):
        key = now.of_field(aim, link)
        if key != move.before:
            where = f"`{link}` in {record.path} (`{aim.field}`)"
            yield from _others(found, move, key, move.sense.of_field(aim, link), where)
            continue
        found.links += 1
        if not _kept(move, link, move.sense.of_field(aim, link)):
            ways = move.spelt if link.linked else move.plainly
            to = next((w for w in ways if move.sense.of_field(aim, link._replace(target=w)) == move.after), None)
            found.add(record.path, Redirect(aim.field, link.target, _possible(to, move)))


def _of_body(
    found: Relinked, now: Sense, move: Move, path: str, first: int, links: Iterable[tuple[int, Link]]
) -> Iterator[str]:
    """The edits of a body that begins on line `first`; yields the links that would come to mean another thing."""
    for line, link in links:
        key = now.of_body(link, path)
        if key != move.before:
            where = f"`{link}` in {path}:{first + line}"
            yield from _others(found, move, key, move.sense.of_body(link, path), where)
            continue
        found.links += 1
        if not _kept(move, link, move.sense.of_body(link, path)):
            to = next((way for way in _ways(move, link) if move.sense.of_body(Link(way), path) == move.after), None)
            found.add(path, Relink(first + line, link.target, _possible(to, move)))


def _ways(move: Move, link: Link) -> tuple[str, ...]:
    """The ways to write a link anew; one that climbs goes on climbing."""
    climbing = re.match(r"(?:\.\.?/)*", link.target)
    return tuple(f"{climbing[0]}{way}" for way in reversed(move.spelt)) if climbing and climbing[0] else move.spelt


def _possible(to: str | None, move: Move) -> str:
    if to is None:
        raise CannotRename(f"no link could be written that leads to {move.after}", "Choose another name.")
    return to


def _kept(move: Move, link: Link, after: str | None) -> bool:
    """Whether a link stays as it is: it is written well already, or by an alias that still leads there."""
    return after == move.after and (link.target in move.spelt or folded(last_part(link.target)) not in move.by)


def _others(found: Relinked, move: Move, key: str | None, after: str | None, where: str) -> Iterator[str]:
    """What becomes of a link to something else; yields it where it would be taken away from there."""
    if key == after:
        return
    if key is None:
        found.found.append(where)
    elif after == move.after and key.startswith(_UNFILED):
        found.joined.append(where)
    else:
        yield where


def _of_texts(found: Relinked, now: Sense, move: Move, record: Record) -> None:
    """Links within the words of a field, such as `next: send [[Jane Doe]] the sheet`."""
    for name, value in vars(record).items():
        if name in ("origin", "query", "audience"):
            continue
        for text in value if isinstance(value, tuple) else (value,):
            if type(text) is str and "[[" in text:
                new = _led(now, move, text)
                if new != text:
                    found.add(record.path, Replace(name.rstrip("_"), text, new))


def _of_own_fields(found: Relinked, now: Sense, move: Move, record: Record, text: str) -> None:
    """Links in fields of the owner's own."""
    for name, own in split(record.path, text, record.kind).fields.items():
        for item in own.items if name not in known_fields(record.kind) else ():
            if isinstance(item, Scalar) and "[[" in item.text and (new := _led(now, move, item.text)) != item.text:
                found.add(record.path, Replace(name, item.text, new))


def _led(now: Sense, move: Move, text: str) -> str:
    for _, link in text_naming(text, move.touched):
        if now.of_body(link) == move.before and not _kept(move, link, move.sense.of_body(link)):
            to = next((way for way in move.spelt if move.sense.of_body(Link(way)) == move.after), None)
            text = relinked(text, link.target, _possible(to, move))
    return text


def asked_by_link(texts: Iterable[str | None], names: Iterable[str]) -> bool:
    """Whether one of some queries asks by a link for something of one of these names, accents or not."""
    wanted = frozenset(map(flat, names))
    return any(flat(last_part(one.link.target)) in wanted for text in texts if text for one in wikilinks(text))


_ASKING: Mapping[Kind, tuple[str, ...]] = {
    "person": ("name", "knows", "by"),
    "company": ("company", "past", "at"),
    "news": ("told",),
}
"""The fields of queries that take the name of a file of each kind."""


def _of_queries(found: Relinked, network: Network, move: Move) -> None:
    """Saved queries and audiences that ask for it by a link."""
    record = network.records.get(move.before)
    if record is None or record.kind not in _ASKING or move.after.startswith(_UNFILED):
        return
    others = {
        flat(n) for r in network.records.values() if r.kind == record.kind and r is not record for n in _called(r)
    }
    names = {flat(name) for name in _called(record)} - others
    asking: list[tuple[Record, str, str | None]] = [(q, "query", q.query) for q in network.collection.queries]
    asking += [(news, "audience", news.audience) for news in network.collection.news]
    for of, name, text in asking:
        new = _asked_anew(text, names, _ASKING[record.kind], move) if text and "[[" in text else text
        if new and new != text:
            found.links += 1
            found.add(of.path, Set(name, new))


def _called(record: Record) -> tuple[str, ...]:
    """What queries find a record by; aliases stay."""
    return (record.called, record.origin.stem) if isinstance(record, Person | Company | News | SavedQuery) else ()


def _asked_anew(text: str, names: Collection[str], fields: tuple[str, ...], move: Move) -> str:
    query = parse(text)
    terms = list(query.of(*fields)) if isinstance(query, Query) else []
    for value in chain.from_iterable(term.values for term in terms):
        if isinstance(value, Text) and value.linked and flat(last_part(value.text)) in names:
            text = relinked(text, value.text, last_part(move.spelt[0]))
    return text
