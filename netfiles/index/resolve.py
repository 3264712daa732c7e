"""Which record each link of a record means, and the problems of links that mean none or several."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from netfiles.index.names import Ambiguous, Names, asked, folded, last_part, leaves_vault
from netfiles.model import Interaction, Kind, Link, PastCompany, Person, Record
from netfiles.problems import Place, Problem, printable

IN_BODIES: tuple[Kind, ...] = ("person", "company", "interaction", "lead", "goal", "news", "query", "profile")
_PERSON: tuple[Kind, ...] = ("person",)
_COMPANY: tuple[Kind, ...] = ("company",)


@dataclass(frozen=True, slots=True)
class Aim:
    """A field with links: its name in files, and what it links to.

    People and companies need no file: a name alone has a key of its own, `name:…` or `company:…`.
    """

    field: str
    to: Literal["person", "company", "interaction", "lead", "news"]
    attribute: str = ""


AIMS: Mapping[Kind, tuple[Aim, ...]] = {
    "person": (
        Aim("company", "company"),
        Aim("past_companies", "company"),
        Aim("knows", "person"),
        Aim("introduced_by", "person"),
        Aim("told_before", "news"),
    ),
    "interaction": (
        Aim("with", "person", "with_"),
        Aim("companies", "company"),
        Aim("introduced", "person"),
        Aim("thanks_for", "interaction"),
        Aim("outcome_for", "interaction"),
        Aim("leads", "lead"),
        Aim("told", "news"),
    ),
    "lead": (
        Aim("company", "company"),
        Aim("heard_from", "person"),
        Aim("referred_by", "person"),
        Aim("heard_via", "interaction"),
    ),
    "goal": (Aim("companies", "company"),),
    "news": (Aim("supersedes", "news"),),
}


@dataclass(frozen=True)
class Linked:
    """What the links of one record mean: keys and paths by field, None for a link that means nothing or several.

    `claims` are the people and companies without a file that it names: their keys, and the names as written.
    """

    keys: Mapping[str, tuple[str | None, ...]] = field(default_factory=dict)
    claims: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()

    def all(self, field: str) -> tuple[str, ...]:
        """What a field's links mean, each once."""
        keys = self.keys.get(field, ())
        return tuple(dict.fromkeys([key for key in keys if key])) if keys else ()

    def one(self, field: str) -> str | None:
        """What the link of a field with only one means."""
        keys = self.keys.get(field)
        return keys[0] if keys else None


NOTHING = Linked()
Written = tuple[Link, int | None]


def written_links(record: Record, aim: Aim) -> Sequence[Written]:
    """The links of a field with their place in its list; plain text of `told` is none."""
    value = getattr(record, aim.attribute or aim.field)
    if not value:
        return ()
    if isinstance(value, Link):
        return ((value, None),)
    links = ((item.company if isinstance(item, PastCompany) else item, n) for n, item in enumerate(value))
    return [(link, n) for link, n in links if link.linked or aim.field != "told"]


def names_asked(record: Record) -> set[str]:
    """The folded names that what a record's links mean depends on."""
    links = [link for aim in AIMS.get(record.kind, ()) for link, _ in written_links(record, aim)]
    links += [written.link for written in record.origin.links]
    pictures = (record.photo, *record.cards) if isinstance(record, Person) else ()
    names = {name for link in links for name in asked(link)}
    return names | {folded(picture.rsplit("/", 1)[-1]) for picture in pictures if picture}


def resolve_fields(record: Record, names: Names, attached: frozenset[str]) -> Linked:
    """What the links of a record's fields mean. `attached` are the bare names of all attachments."""
    keys: dict[str, tuple[str | None, ...]] = {}
    claims: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for aim in AIMS.get(record.kind, ()):
        if written := written_links(record, aim):
            keys[aim.field] = tuple([_key(record, aim, link, n, names, claims, problems) for link, n in written])
    if isinstance(record, Person) and (record.photo or record.cards):
        problems += _pictures_missing(record, attached)
    if isinstance(record, Interaction) and record.introduced:
        problems += _introducing_themselves(record, keys)
    return Linked(keys, tuple(claims), tuple(problems)) if keys or problems else NOTHING


def _key(
    record: Record,
    aim: Aim,
    link: Link,
    item: int | None,
    names: Names,
    claims: list[tuple[str, str]],
    problems: list[Problem],
) -> str | None:
    found = names.find(link, _PERSON if aim.to == "person" else _COMPANY if aim.to == "company" else (aim.to,))
    if isinstance(found, str):
        return found
    place = record.origin.place(aim.field, item)
    if found is not None:
        problems.append(_ambiguous(place, link, found))
    elif leaves_vault(link) and (link.linked or aim.to != "company"):
        problems.append(_outside(place, link))
    elif aim.to in ("person", "company"):
        name = last_part(link.target) if link.linked or aim.to == "person" else link.target
        key = f"{'name' if aim.to == 'person' else 'company'}:{folded(name)}"
        claims.append((key, name))
        return key
    else:
        problems.append(_missing(place, link, f"Make the file, or correct the name ({aim.to})."))
    return None


def resolve_body(record: Record, names: Names, claimed: Mapping[str, object], attached: frozenset[str]) -> Linked:
    """What the links of a record's body mean, in their order. `claimed` has the keys of all without a file."""
    if not record.origin.links:
        return NOTHING
    problems: list[Problem] = []
    keys = [
        _key_in_body(Place(record.path, written.line), written.link, names, claimed, attached, problems)
        for written in record.origin.links
    ]
    return Linked({"body": tuple(keys)}, (), tuple(problems))


def _key_in_body(
    place: Place,
    link: Link,
    names: Names,
    claimed: Mapping[str, object],
    attached: frozenset[str],
    problems: list[Problem],
) -> str | None:
    found = names.find(link, IN_BODIES)
    if isinstance(found, str):
        return found
    if found is not None:
        problems.append(_ambiguous(place, link, found))
        return None
    name = folded(last_part(link.target))
    for key in (f"company:{name}", f"name:{name}"):
        if key in claimed:
            return key
    if leaves_vault(link):
        problems.append(_outside(place, link))
    elif link.target.rsplit("/", 1)[-1] not in attached and not _elsewhere(link):
        problems.append(_missing(place, link, "Make the file, correct the name, or remove the brackets."))
    return None


def _elsewhere(link: Link) -> bool:
    """Whether a Markdown link may mean no note: `[the firm](acme.com/jobs)`."""
    return not link.linked and "." in link.target.removesuffix(".md")


def _pictures_missing(person: Person, attached: frozenset[str]) -> Iterator[Problem]:
    pictures: Iterable[tuple[str, int | None, str | None]] = (
        ("photo", None, person.photo),
        *(("cards", n, card) for n, card in enumerate(person.cards)),
    )
    for name, item, file in pictures:
        if file and not file.lower().startswith(("http:", "https:")) and file.rsplit("/", 1)[-1] not in attached:
            yield Problem(
                "NF313",
                person.origin.place(name, item),
                f"`{file}` is not among the pictures of attachments/",
                "Put a JPEG, PNG, WebP, GIF or PDF of that name there.",
            )


def _introducing_themselves(entry: Interaction, keys: Mapping[str, tuple[str | None, ...]]) -> Iterator[Problem]:
    """Names given by nobody but their bearers; in company, the others may have introduced one of them."""
    people = {key for key in keys.get("with", ()) if key}
    for n, (link, key) in enumerate(zip(entry.introduced, keys["introduced"], strict=True)):
        if people == {key}:
            said = f"`introduced`: `{_shown(link)}` is said to have led to themselves, which counts for nothing"
            advice = "Write whose name you were given, or into `with` who gave it."
            yield Problem("NF405", entry.origin.place("introduced", n), said, advice)


def _missing(place: Place, link: Link, advice: str) -> Problem:
    return Problem("NF401", place, f"Nothing on file is called `{_shown(link)}`", advice)


def _outside(place: Place, link: Link) -> Problem:
    said = f"`{_shown(link)}` leads out of the vault and is not linked"
    return Problem("NF403", place, said, "Link a file of the vault by its name.")


def _ambiguous(place: Place, link: Link, found: Ambiguous) -> Problem:
    files = ", ".join(found.paths[:5])
    return Problem(
        "NF402",
        place,
        f"`{_shown(link)}` could mean several files and counts for none: {files}",
        f"Write the path, like [[{found.paths[0].removesuffix('.md')}]].",
    )


_MAX_SHOWN = 120


def _shown(link: Link) -> str:
    """What a link was written to lead to, fit for one line of a terminal."""
    target = printable(link.target)
    return target if len(target) <= _MAX_SHOWN else f"{target[:_MAX_SHOWN]}…"
