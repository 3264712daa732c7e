"""Parts of what is known of a vault, as they are kept in its cache: each with the key of what it was made of."""

import pickle
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from netfiles.cores import beside
from netfiles.insights.directory import Directory, renewed
from netfiles.model import Kind
from netfiles.model.options import Options
from netfiles.vault.cache import Cache
from netfiles.vault.fresh import Seen, changed, found

DIRECTORY = "directory"


class KnownNames(NamedTuple):
    """Everything that has a name; the vault as it was when that was kept; and the kinds of all files by their paths."""

    directory: Directory
    seen: Seen | None
    files: Mapping[str, Kind]


def known_names(cache: Cache, root: Path, options: Options) -> KnownNames | None:
    """The names, with what has changed since they were kept; None where they are not known."""
    looking = beside(partial(found, root, options.folders))
    kept = part(cache, DIRECTORY, str(root))
    now = looking()
    if not isinstance(kept, tuple):
        return None
    known, before = kept
    news = changed(root, now, before)
    return None if news is None else KnownNames(renewed(known, news.records, news.gone), before, news.now)


def kept_names(cache: Cache, root: Path) -> Directory | None:
    """Everything that had a name when it was kept; the vault is not looked at."""
    kept = part(cache, DIRECTORY, str(root))
    return kept[0] if isinstance(kept, tuple) else None


def part(cache: Cache, name: str, key: str) -> Any:
    """The part of this name, where it was made of what the key stands for; else None."""
    data, head = cache.get(name), _head(key)
    if data is None or not data.startswith(head):
        return None
    with suppress(Exception):  # what another version of a library has pickled may fail in any way
        return pickle.loads(memoryview(data)[len(head) :])  # noqa: S301  # a private file, with checksum
    return None


def put_parts(cache: Cache, parts: Mapping[str, tuple[str, Any]]) -> None:
    """Keep some parts by their names: each with its key."""
    cache.put({name: _pickled(key, value) for name, (key, value) in parts.items()})


def _head(key: str) -> bytes:
    return key.encode(errors="surrogatepass") + b"\n"


def _pickled(key: str, value: Any) -> memoryview:
    """A part behind its key, without a second copy: that of a large vault is 75 MB."""
    buffer = BytesIO()
    buffer.write(_head(key))
    pickle.dump(value, buffer, 5)
    return buffer.getbuffer()
