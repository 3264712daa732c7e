"""The pictures and PDFs of attachments/, known by their content and never by their name alone."""

from pathlib import Path, PurePosixPath

from netfiles.model.media import medium_of

_ENDINGS = {
    "image": (".png", ".jpg", ".jpeg", ".gif", ".webp"),
    "pdf": (".pdf",),
}
_ALL_ENDINGS = frozenset(ending for endings in _ENDINGS.values() for ending in endings)
_UNSAFE = frozenset('\\:*?"<>|#%')


def showable(name: str) -> bool:
    """Whether a file of this name, folders included, might be shown."""
    return PurePosixPath(name).suffix.lower() in _ALL_ENDINGS and not _UNSAFE & set(name)


def kind_of(full: Path) -> str | None:
    """`image` or `pdf` by content, where the ending agrees with it and the file is a regular one."""
    try:
        if full.is_symlink() or not full.is_file():
            return None
        with full.open("rb") as file:
            head = file.read(16)
    except OSError:
        return None
    medium = medium_of(head)
    return medium.sort if medium and full.suffix.lower() in _ENDINGS[medium.sort] else None


def read_bytes(root: Path, path: str) -> bytes:
    """The bytes of a picture or PDF of the vault."""
    return (root / path).read_bytes()
