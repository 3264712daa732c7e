"""Small vaults that fit into a row of a table, and their network.

A file is `path: text`, where the text is front matter with `; ` between the fields, and a body after ` // `.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from netfiles.index.build import build_network
from netfiles.index.network import Network
from netfiles.vault.load import load

Files = Mapping[str, str]


def text_of(text: str) -> str:
    fields, _, body = text.partition(" // ")
    return "\n".join(["---", *filter(None, fields.split("; ")), "---", body, ""])


@pytest.fixture
def network_of() -> Iterator[Callable[[Files], Network]]:
    """Builds a network, from files in memory where there is a place for that."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:

        def build(files: Files) -> Network:
            for name, text in files.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text_of(text), encoding="utf-8")
            return build_network(load(Path(folder)))

        yield build


@pytest.fixture
def with_whom(network_of: Callable[[Files], Network]) -> Callable[[Files, str], list[str]]:
    """Whom `with: LINK` of an entry means: paths of files, or `? name` for a name not on file."""

    def resolve(files: Files, link: str) -> list[str]:
        network = network_of({**files, "journal/2026-11-05 a.md": f'with: "{link}"; channel: email'})
        return [network.people[key].file or f"? {network.people[key].name}" for key in network.entries[0].people]

    return resolve


@pytest.fixture
def link_problems(network_of: Callable[[Files], Network]) -> Callable[[Files], list[tuple[str, str]]]:
    """(file, message) of what is wrong with links, errors of other kinds included: there should be none."""
    return lambda files: [(p.place.file, p.message) for p in network_of(files).all_problems]
