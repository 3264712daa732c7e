"""Makes the fields of one file of those of two: kept, filled, both, or asked about."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from netfiles.index.names import folded
from netfiles.index.network import Network
from netfiles.index.resolve import AIMS, NOTHING
from netfiles.model import Record
from netfiles.model.fields import WIKILINK, email_address
from netfiles.records.plausible import same_phone
from netfiles.records.read import known_fields
from netfiles.text.document import Document, Field, Nested, Scalar
from netfiles.text.edits import Add, Edit, Redirect, Set
from netfiles.text.frontmatter import split
from netfiles.text.layout import layout
from netfiles.text.targets import leading, redirected

if TYPE_CHECKING:
    from netfiles.changes.merge import Half

Values = Mapping[str, str]
Texts = Mapping[str, tuple[str, ...]]

TOGETHER: tuple[tuple[str, ...], ...] = (("next", "next_on", "next_done"), ("title", "company", "as_of"))
"""Fields that speak of one thing: a promise, a position. They are taken from one of the two."""

_APART = frozenset(("name", "aliases", "uid", "source", "private"))


class Conflict(NamedTuple):
    """A field, or several that belong together, of which the two say different things."""

    name: str
    this: Values
    other: Values

    def shown(self, side: Literal["this", "other"]) -> str:
        """What one side says."""
        values = self.this if side == "this" else self.other
        return ", ".join(value if name == self.name else f"{name} {value}" for name, value in values.items())

    def __str__(self) -> str:
        return f"{self.name}: {self.shown('this')} (this) | {self.shown('other')} (other)"


@dataclass(frozen=True)
class Fields:
    """The edits of the file that stays, what is to be asked, what fits into no field, and what is told of it."""

    edits: tuple[Edit, ...]
    conflicts: tuple[Conflict, ...]
    kept: tuple[str, ...]
    said: tuple[str, ...]


def merged_fields(network: Network, goes: "Half", stays: "Half", led: Sequence[Redirect]) -> Fields:
    """What becomes of all fields of the one that goes; `led` are the links in them that lead elsewhere then."""
    kind = stays.record.kind
    new = _documents(goes, led, {goes.record.path, stays.record.path}, network)
    old = split(stays.record.path, stays.text, kind)
    plain = {name: texts for name, texts in new.texts.items() if name not in _APART and name not in new.nested}
    found = _Merging(network, goes.record, stays.record, new.texts, _filled(old), _nested(old))
    for name, texts in plain.items():
        if name in found.nested:
            new.nested[name] = "\n".join(f"{name}: {text}" for text in texts)
        elif known_fields(kind).get(name) or len(texts) > 1 or len(found.old.get(name, ())) > 1:
            found.lists(name, texts)
    single = {name: texts[0] for name, texts in plain.items() if name not in found.done and name not in new.nested}
    for names in (*TOGETHER, *((name,) for name in single)):
        found.together(names, single)
    found.apart(new.texts)
    raw = [text for name, text in new.nested.items() if text.strip() != _raw(stays, name).strip()]
    kept = (*found.kept, *(["```yaml\n" + "\n".join(map(str.rstrip, raw)) + "\n```"] if raw else ()))
    return Fields(tuple(found.edits), tuple(found.conflicts), kept, tuple(found.said))


class _New(NamedTuple):
    """What the file says that goes: the texts of each field, and what is nested, as it is written."""

    texts: dict[str, tuple[str, ...]]
    nested: dict[str, str]


def _documents(goes: "Half", led: Sequence[Redirect], both: set[str], network: Network) -> _New:
    document = split(goes.record.path, goes.text, goes.record.kind)
    texts = _filled(document)
    links = network.fields.get(goes.record.path, NOTHING).keys
    for aim in AIMS.get(goes.record.kind, ()):
        if aim.field in texts and len(keys := links.get(aim.field, ())) == len(texts[aim.field]):
            texts[aim.field] = tuple(t for t, key in zip(texts[aim.field], keys, strict=True) if key not in both)
    for edit in led:
        if edit.new is not None and edit.field in texts:
            texts[edit.field] = tuple(redirected(text, edit.old, edit.new) for text in texts[edit.field])
    return _New({n: t for n, t in texts.items() if t}, {name: _raw(goes, name) for name in _nested(document)})


def _filled(document: Document) -> dict[str, tuple[str, ...]]:
    """The texts of each field that says something."""
    said = {name: tuple(filter(None, map(_text, field.items))) for name, field in document.fields.items()}
    return {name: texts for name, texts in said.items() if texts}


def _text(item: Scalar | Nested) -> str:
    return item.text if isinstance(item, Scalar) and not item.empty else ""


def _nested(document: Document) -> set[str]:
    def is_nested(field: Field) -> bool:
        return any(isinstance(item, Nested) for item in field.items)

    return {name for name, field in document.fields.items() if is_nested(field)}


def _raw(half: "Half", name: str) -> str:
    """A field as it is written."""
    of = layout(half.record.path, half.text, half.record.kind)
    return half.text[slice(*of.fields[name].lines)] if name in of.fields else ""


class _Merging:
    """The fields of the file that stays while they are merged."""

    def __init__(  # both files
        self, network: Network, goes: Record, stays: Record, new: Texts, old: Texts, nested: set[str]
    ) -> None:
        self._network, self._goes, self._stays = network, goes, stays
        self._new, self.old, self.nested = new, old, nested
        self.edits: list[Edit] = []
        self.conflicts: list[Conflict] = []
        self.kept: list[str] = []
        self.said: list[str] = []
        self.done: set[str] = set()

    def lists(self, name: str, texts: tuple[str, ...]) -> None:
        """Both lists, what is the same once."""
        self.done.add(name)
        links = any(aim.field == name for aim in AIMS.get(self._stays.kind, ()))
        same = _SAME.get(name, _target if links else str)
        known = {same(text) for text in self.old.get(name, ())}
        more = tuple(text for text in dict.fromkeys(texts) if same(text) not in known)
        if more:
            self.edits.append(Add(name, more))
            self.said.append(f"{name}: + {', '.join(more)}")

    def together(self, names: tuple[str, ...], single: Mapping[str, str]) -> None:
        """Fields of one thing: filled where there are none, kept where they are the same, else asked about."""
        names = tuple(name for name in names if name not in self.done)
        other = {name: single[name] for name in names if name in single}
        self.done.update(names)
        this = {name: self.old[name][0] for name in names if name in self.old}
        if all(name in this and self._equal(name) for name in other):
            return
        dated = any(name in other for name in ("as_of", "next", "next_on", "next_done"))
        if this and (dated or this.keys() & other.keys()):
            self.conflicts.append(Conflict(next(n for n in names if n in this or n in other), this, other))
            return
        self.edits += [Set(name, value) for name, value in other.items()]
        self.said += [f"{name}: {value}" for name, value in other.items()]

    def _equal(self, name: str) -> bool:
        """Whether the two say the same in a field, however it is written."""
        first, second = (self._network.fields.get(r.path, NOTHING).one(name) for r in (self._stays, self._goes))
        if first or second:
            return first == second
        if hasattr(type(self._stays), name):
            return bool(getattr(self._stays, name) == getattr(self._goes, name))
        return self.old[name] == self._new[name]

    def apart(self, new: Texts) -> None:
        """Identity and privacy: a second identity is told in the body, and privacy is that of both."""
        for name in ("uid", "source"):
            text = new.get(name, ("",))[0]
            if text and name not in self.old:
                self.edits.append(Set(name, text))
            elif text and self.old[name][0] != text:
                self.kept.append(f"{name}: {text}")
        mine, theirs = self._stays.private, self._goes.private
        if theirs.whole and not mine.whole:
            self.edits.append(Set("private", "yes"))
            self.said.append("private: yes, as one of them was")
        elif (more := tuple(f for f in theirs.fields if f not in mine.fields)) and not mine.whole:
            self.edits.append(Set("private", (*mine.fields, *more)))
            self.said.append(f"private: + {', '.join(more)}")


def _target(text: str) -> str:
    """What a link leads to, with brackets or without."""
    found = WIKILINK.fullmatch(text)
    return folded(leading(found[1]).target if found else text)


_SAME: Mapping[str, Callable[[str], str]] = {
    "emails": lambda text: email_address(text).casefold(),
    "phones": same_phone,
    "tags": lambda text: text.lstrip("#").casefold(),
}
"""How values of a list are compared that can be written in several ways."""
