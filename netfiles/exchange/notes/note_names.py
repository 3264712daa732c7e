"""What the notes of a vault call each other: a person by file, slug or alias, a company by the folder it lies in."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from netfiles.exchange.incoming import IncomingPerson, IncomingTalk, Party
from netfiles.exchange.notes.note_values import called
from netfiles.exchange.notes.note_words import COMPANIES, word
from netfiles.index.names import folded
from netfiles.model.fields import WIKILINK

_LINKS = ("introduced_by", "knows")


class Names:
    """The names of the people and companies of a vault by what other notes call them."""

    def __init__(self) -> None:
        self._people: dict[str, set[str]] = {}
        self._companies: dict[str, set[str]] = {}
        self._folders: dict[str, str] = {}
        self._me: set[str] = set()

    def person(self, path: str, name: str, others: Iterable[str] = ()) -> None:
        for key in (_stem(path), name, *others):
            self._people.setdefault(folded(key), set()).add(name)

    def me(self, path: str, names: Iterable[str]) -> None:
        """The owner's own note."""
        self._me |= {folded(key) for key in (_stem(path), *names)}

    def company(self, path: str, name: str) -> None:
        *_, folder, _ = ("", *path.split("/"))
        self._companies.setdefault(folded(_stem(path)), set()).add(name)
        self._companies.setdefault(folded(folder), set()).add(name)
        self._folders[path.rpartition("/")[0]] = name

    def with_names(self, path: str, person: IncomingPerson) -> IncomingPerson:
        """The person with the names that their fields mean; the company of their folder, where they say none."""
        values = dict(person.values)
        company = values.get("company", ())
        if not company and (of_folder := self._of_folder(path)):
            values["company"] = (of_folder,)
        elif company:
            values["company"] = (_only(self._companies, company[0]),)
        for field in _LINKS:
            if field in values:
                values[field] = tuple(WIKILINK.sub(lambda link: f"[[{self._name(link[1])}]]", v) for v in values[field])
        return replace(person, values=values)

    def _name(self, inside: str) -> str:
        target = inside.partition("|")[0].partition("#")[0]
        return _only(self._people, called(target), called(inside))

    def _of_folder(self, path: str) -> str:
        """The company of a note that lies in a folder of companies: companies/acme/contacts/jane.md."""
        folders = path.split("/")[:-1]
        for n in range(len(folders) - 1, 0, -1):
            if word(folders[n - 1]) in COMPANIES:
                spoken = " ".join(map(str.capitalize, folders[n].replace("_", "-").split("-")))
                return self._folders.get("/".join(folders[: n + 1]), spoken)
        return ""

    def with_parties(self, talk: IncomingTalk) -> IncomingTalk:
        """The talk with the names of whom it was with, without the owner; of a talk with nobody else nobody is left."""
        others = [party for party in talk.with_ if folded(party.name or party.email) not in self._me]
        return replace(talk, with_=tuple(party if party.email else self._party(party) for party in others))

    def _party(self, party: Party) -> Party:
        return Party(_only(self._people, party.name))


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md").lstrip("@ ")


def _only(names: Mapping[str, set[str]], key: str, otherwise: str = "") -> str:
    """The one name that is meant; what was written where it is none or several."""
    found = names.get(folded(key), set())
    return next(iter(found)) if len(found) == 1 else otherwise or key
