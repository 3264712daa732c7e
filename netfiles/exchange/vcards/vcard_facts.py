"""What the properties of a card say of somebody, property by property: a table from their names to what reads them."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from netfiles.exchange.incoming import Left
from netfiles.exchange.vcards.vcard_dates import birthday
from netfiles.exchange.vcards.vcard_properties import Property, text_of_base64
from netfiles.exchange.vcards.vcard_values import fits, listed, one_line, parts, plain, short, tag
from netfiles.model.fields import email_address


class Value(NamedTuple):
    """A value for a field; where that does not take it, it is kept."""

    field: str
    text: str
    line: int


class Kept(NamedTuple):
    """What there is no field for."""

    called: str
    text: str


Fact: TypeAlias = Value | Kept | Left
Said: TypeAlias = tuple[Property, ...]
"""The properties of one name, the preferred ones first."""
Labels: TypeAlias = Mapping[str, str]
"""What groups are called, as Apple's and Google's programs write it."""

_EVERYDAY = frozenset(("internet", "pref", "voice", "text", "msg", "main", "intl", "parcel", "postal", "dom", "other"))
_TECHNICAL = frozenset(
    "VERSION PRODID REV PROFILE BEGIN END FN N UID PHOTO NOTE KIND MEMBER AGENT CLIENTPIDMAP CREATED X-ABLABEL X-ABADR"
    " X-ABUID X-ABSHOWAS X-PRODID X-GENERATOR X-ETAG X-THUNDERBIRD-ETAG X-IMAGETYPE X-IMAGEHASH X-MS-OL-DESIGN"
    " X-MS-OL-DEFAULT-POSTAL-ADDRESS X-EVOLUTION-FILE-AS X-SHARED-PHOTO-DISPLAY-PREF X-ADDRESSBOOKSERVER-KIND"
    " X-ADDRESSBOOKSERVER-MEMBER LABEL X-APPLE-SUBLOCALITY".split()
)
_CALLED = {
    "GEO": "position",
    "TZ": "time zone",
    "LANG": "language",
    "TEL": "phone",
    "X-ABDATE": "date",
    "X-ABRELATEDNAMES": "related",
    "X-GENDER": "gender",
    "IMPP": "chat",
    "FBURL": "free or busy",
    "CALURI": "calendar",
    "CALADRURI": "calendar requests",
    "SORT-STRING": "sorted as",
    "X-KADDRESSBOOK-CRYPTOPROTOPREF": "encryption",
}
_OF_A_PROGRAM = re.compile(r"^X-(?:KADDRESSBOOK-X-|KADDRESSBOOK-|EVOLUTION-|MS-OL-|MS-|AB|WAB-|ANDROID-)?")


def facts(name: str, said: Said, labels: Labels) -> Iterator[Fact]:
    """What the properties of one name say."""
    if name not in _TECHNICAL:
        yield from _READ[name](said) if name in _READ else _READ_WITH_LABELS.get(name, _keep)(said, labels)


def _keep(said: Said, labels: Labels) -> Iterator[Fact]:
    """What has no field, under the name its owner gave it, or the property's own."""
    for one in said:
        text = _any_text(one)
        if text is None:
            yield Left(one.line, f"a `{one.name}` that is no text is left out")
        elif text:
            yield Kept(_called(one, labels), text)


def _any_text(one: Property) -> str | None:
    value = one.value
    if one.is_base64 or one.cut or value[:5].lower() == "data:":
        decoded = None if one.cut else text_of_base64(value)
        return None if decoded is None else plain(decoded.replace("\\", "\\\\"))
    return "; ".join(part for part in parts(value, ", ") if part)


def _called(one: Property, labels: Labels) -> str:
    if labels.get(one.group):
        return labels[one.group]
    service = one_line(one.parameter("X-SERVICE-TYPE") or one.parameter("SERVICE-TYPE")).lower()
    called = service or _CALLED.get(one.name) or _OF_A_PROGRAM.sub("", one.name).strip("-").replace("-", " ").lower()
    kinds = _kinds(one, {})
    return f"{called} ({kinds})" if kinds else called or one.name.lower()


def _kinds(one: Property, labels: Labels) -> str:
    """What sort of phone, address and so on it is, in the card's words."""
    label = labels.get(one.group)
    words = [one_line(word) for word in one.types if word not in _EVERYDAY]
    return ", ".join(dict.fromkeys(([label] if label else []) + [word.removeprefix("x-") for word in words if word]))


def _by_kind(called: str, known: list[tuple[str, str]]) -> Iterator[Fact]:
    """One line on what sort each is, where the card says it."""
    known = [(kinds, text) for kinds, text in known if kinds and text]
    if known:
        yield Kept(called, "; ".join(f"{text} ({kinds})" for kinds, text in known))


def _emails(said: Said, labels: Labels) -> Iterator[Fact]:
    found = [(one, email_address(_without(one_line(one.value), "mailto:"))) for one in said]
    yield from (Value("emails", text, one.line) for one, text in found if text)
    yield from _by_kind("kinds of emails", [(_kinds(one, labels), text) for one, text in found])


def _without(text: str, scheme: str) -> str:
    return text[len(scheme) :] if text[: len(scheme)].lower() == scheme else text


_NO_CALL = ("fax", "pager", "telex", "tlx", "modem", "bbs")


def _phones(said: Said, labels: Labels) -> Iterator[Fact]:
    """Numbers to call; those of a fax and the like are kept, since nobody wants to call them."""
    known = []
    for one in said:
        text, kinds = _phone(one), _kinds(one, labels)
        other = next((word for word in _NO_CALL if word in kinds.lower()), "")
        if not text:
            continue
        if other == "pager" or (other and "voice" not in one.types):
            yield Kept(kinds, text)
        else:
            yield Value("phones", text, one.line)
            known.append((kinds, text))
    yield from _by_kind("kinds of phones", known)


def _phone(one: Property) -> str:
    text = one_line(one.value)
    if text[:4].lower() != "tel:":
        return text
    number, *rest = text[4:].split(";")
    extension = next((part[4:] for part in rest if part.lower().startswith("ext=")), "")
    return f"{number} ext. {extension}" if extension else number


def address_line(one: Property) -> str:
    """A postal address on one line, without its empty parts."""
    written = [part for part in parts(one.value, ", ")[:7] if part]
    if len(written) > 1:
        written = [bare for part in written if (bare := part.strip(" ,"))]
    return ", ".join(written) or one_line(one.parameter("LABEL"), ", ")


def _addresses(said: Said, labels: Labels) -> Iterator[Fact]:
    """Addresses, and the place: of a town that stands alone, else of the first address that has one."""
    alone, places, known = "", "", []
    for one in said:
        pieces = [*parts(one.value, ", "), *[""] * 7]
        where = ", ".join(part for part in (pieces[3], pieces[6]) if part) if pieces[3] else ""
        if where and not alone and not any((*pieces[:3], pieces[4], pieces[5])) and fits("location", where):
            alone = where
            continue
        places = places or where
        text = address_line(one)
        if text:
            yield Value("addresses", text, one.line)
            known.append((_kinds(one, labels), text))
        if more := [part for part in pieces[7:] if part and part not in pieces[:7]]:
            yield Kept("more of the address", "; ".join(more))
    if alone or places:
        yield Value("location", alone or places, said[0].line)
    yield from _by_kind("kinds of addresses", known)


_MOST_COMPARED = 60


def labels_of_addresses(labels: Said, addresses: Said) -> Iterator[Fact]:
    """Addresses as they are printed, where they say more than the addresses in parts do."""
    words = [_words(address_line(one)) for one in addresses[:_MOST_COMPARED]]
    for one in labels:
        text = one_line(one.value, ", ")
        if text and not any(_words(text) <= known for known in words):
            yield Value("addresses", text, one.line)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _organisation(said: Said, labels: Labels) -> Iterator[Fact]:
    first, *others = said
    company, *units = parts(first.value)
    if company:
        yield Value("company", company, first.line)
    if any(units):
        yield Kept("department", "; ".join(unit for unit in units if unit))
    for one in others:
        text = "; ".join(part for part in parts(one.value) if part)
        if text and text != company:
            yield Kept(labels.get(one.group) or "organisation", text)


def _position(said: Said) -> Iterator[Fact]:
    for one in said:
        if text := one_line(one.value):
            yield Value("title", text, one.line)


def _nicknames(said: Said) -> Iterator[Fact]:
    yield from (Value("aliases", word, one.line) for one in said for word in listed(one.value))


def _links(said: Said, labels: Labels) -> Iterator[Fact]:
    known = []
    for one in said:
        text = one_line(one.value)
        if not text:
            continue
        scheme = re.match(r"[a-z][a-z0-9+.-]*:(?!\d)", text, re.IGNORECASE)
        if scheme is None or scheme[0].lower() in ("http:", "https:"):
            yield Value("links", text, one.line)
            known.append((_kinds(one, labels), text))
        else:
            yield Kept(_called(one, labels), text)
            if one.name == "URL":
                yield Left(one.line, f"`{short(text)}` is no address of a web page and is kept as text")
    yield from _by_kind("kinds of links", known)


def _categories(said: Said) -> Iterator[Fact]:
    for one in said:
        for word in listed(one.value):
            written = word.removeprefix("* ").strip()
            if written.casefold().replace(" ", "") == "mycontacts":
                continue
            fitting = tag(written)
            if fitting:
                yield Value("tags", fitting, one.line)
            if fitting.replace("-", " ") != written.lstrip("#").replace("-", " "):
                yield Kept("category", written)


def _birthday(said: Said) -> Iterator[Fact]:
    for one in said:
        text = one_line(one.value)
        if not text:
            continue
        born = birthday(text, one.parameter("X-APPLE-OMIT-YEAR"))
        if born.value:
            yield Value("birthday", born.value, one.line)
        if not born.whole:
            yield Kept("birthday", text)
            yield Left(one.line, f"the birthday `{short(text)}` is not a whole date and is kept as text")


def _of_android(said: Said) -> Iterator[Fact]:
    """`vnd.android.cursor.item/nickname;Jonny;1;;;`: what Android has no property for."""
    for one in said:
        kind, *rest = parts(one.value)
        called, texts = kind.rpartition("/")[2].replace("_", " "), [text for text in rest if text]
        if called == "nickname" and texts:
            yield Value("aliases", texts[0], one.line)
        elif texts:
            yield Kept(called or "android", "; ".join(texts))


_READ_WITH_LABELS: Mapping[str, Callable[[Said, Labels], Iterator[Fact]]] = {
    "EMAIL": _emails,
    "TEL": _phones,
    "ADR": _addresses,
    "ORG": _organisation,
    "URL": _links,
    "X-SOCIALPROFILE": _links,
    "SOCIALPROFILE": _links,
}
_READ: Mapping[str, Callable[[Said], Iterator[Fact]]] = {
    "TITLE": _position,
    "ROLE": _position,
    "NICKNAME": _nicknames,
    "CATEGORIES": _categories,
    "BDAY": _birthday,
    "X-ANDROID-CUSTOM": _of_android,
}
ORDER = (*_READ_WITH_LABELS, *_READ)
"""The names of properties in the order in which they are read: a title before a role, a page before a profile."""
