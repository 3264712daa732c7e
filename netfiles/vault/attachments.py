"""The pictures and PDFs of attachments/, known by their content and never by their name alone."""

from pathlib import Path, PurePosixPath

_MAGIC: tuple[tuple[bytes, int, bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", 0, b"", "image"),
    (b"\xff\xd8\xff", 0, b"", "image"),
    (b"GIF87a", 0, b"", "image"),
    (b"GIF89a", 0, b"", "image"),
    (b"RIFF", 8, b"WEBP", "image"),
    (b"%PDF-", 0, b"", "pdf"),
)
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
    kind = next(
        (k for start, at, then, k in _MAGIC if head.startswith(start) and head[at : at + len(then)] == then), None
    )
    return kind if kind and full.suffix.lower() in _ENDINGS[kind] else None


def read_bytes(root: Path, path: str) -> bytes:
    """The bytes of a picture or PDF of the vault."""
    return (root / path).read_bytes()
