"""The texts of the files whose fields are partly the owner's own: no record holds those, and links may stand there."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netfiles.index.network import Network


def own_texts(vault: Path, network: "Network") -> dict[str, str]:
    """These texts by path, of files that are as they were when they became records."""
    from netfiles.changes.relink import with_own_fields
    from netfiles.vault.read import Source, read_source

    sources = {path: read_source(vault, path) for path in with_own_fields(network)}
    return {
        path: source.text
        for path, source in sources.items()
        if isinstance(source, Source) and source.checksum == network.records[path].origin.checksum
    }
