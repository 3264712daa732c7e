"""Small vaults on the disk, changed by a plan, and what is in them before and after."""

from collections.abc import Mapping
from pathlib import Path

from netfiles.index.build import build_network
from netfiles.index.network import Network
from netfiles.model.options import Folders
from netfiles.records.plan import Plan
from netfiles.vault.load import load
from netfiles.vault.prepare import prepare

Files = Mapping[str, str]


def text_of(text: str) -> str:
    """A text as it is, or front matter with `; ` between the fields and a body after ` // `."""
    if text.startswith(("---", "#")):
        return text
    fields, _, body = text.partition(" // ")
    return "\n".join(["---", *filter(None, fields.split("; ")), "---", body, ""])


def vault(root: Path, files: Files) -> Path:
    """A vault of these files."""
    for folder in ("contacts", "journal"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        full = root / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_bytes(text_of(text).encode())
    return root


def network(root: Path) -> Network:
    """The network of what is there now."""
    return build_network(load(root))


def texts(root: Path) -> dict[str, str]:
    """All Markdown files and what they hold."""
    return {p.relative_to(root).as_posix(): p.read_bytes().decode() for p in sorted(root.rglob("*.md"))}


def carried_out(root: Path, plan: Plan) -> dict[str, str]:
    """Make the change without a store, and return what the files hold then."""
    for write in prepare(root, Folders(), plan):
        if write.after is None:
            (root / write.path).unlink()
        else:
            (root / write.path).parent.mkdir(parents=True, exist_ok=True)
            (root / write.path).write_bytes(write.after)
    return texts(root)
