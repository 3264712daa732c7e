"""The portraits of people, as pictures to send along."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netfiles.exchange.incoming import Picture
    from netfiles.model import Person
    from netfiles.model.collection import Collection


def pictures(collection: "Collection") -> Mapping[str, str]:
    """Where the pictures of attachments/ lie in the vault, by their paths there and by their bare names."""
    folder = collection.options.folders.attachments
    paths = [path for path, type_ in collection.attachments.items() if type_ == "image"]
    bare = {path.rpartition("/")[2]: f"{folder}/{path}" for path in reversed(paths)}
    return bare | {path: f"{folder}/{path}" for path in paths}


def picture_of(vault: Path, known: Mapping[str, str], person: "Person") -> "Picture | None":
    """Somebody's portrait, if it is one of the `known` pictures and not too large for an address book."""
    from netfiles.exchange.pictures import LARGEST, picture

    path = known.get(person.photo or "")
    try:
        content = (vault / path).read_bytes() if path else b""
    except OSError:  # it went meanwhile
        return None
    return picture(content) if len(content) <= LARGEST else None
