"""The pictures and PDFs of attachments/, known by their content and never by their name alone."""

from pathlib import Path

from netfiles.vault.walk import files_below

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
_UNSAFE = frozenset('\\:*?"<>|#%')


def list_attachments(root: Path, folder: str) -> dict[str, str]:
    """`image` or `pdf` for each file below `folder` that may be shown, by its path there, in order."""
    names = (name for name in files_below(root, folder) if not _UNSAFE & set(name))
    return {name: kind for name in sorted(names) if (kind := _kind(root / folder / name))}


def _kind(full: Path) -> str | None:
    """The kind by content, where the ending agrees with it and the file is a regular one."""
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
