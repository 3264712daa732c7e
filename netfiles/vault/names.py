"""Which names a record may have, and which names sync tools give to the copies they leave behind."""

import re
import unicodedata
from pathlib import Path

from netfiles.problems import Place, Problem, printable
from netfiles.vault.walk import unspeakable

_TURNING = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[\\:*?"<>|]')

# No name that matches is refused or doubted by any rule below: it saves asking them. The last four letters of the
# class are those that match others when case is ignored.
_ORDINARY = re.compile(
    r"(?!(?i:con|prn|aux|nul|com[1-9]|lpt[1-9])\.)\w"
    r"""[^_\\:*?"<>|\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\u0130\u0131\u017f\u212a]*"""
    r"(?:[^\W\d_A-Z]\)?|[A-Z]\))\.md"
)

# Dropbox and Nextcloud, Syncthing, Resilio, ownCloud, Seafile, Synology; then what `git mergetool` leaves behind.
_CONFLICT = re.compile(
    r"\((?:.*[’' ])?(?:conflicted copy|case conflict|unicode encoding conflict)\b.*\)|\.sync-conflict-\d{8}-"
    r"|\.conflict$|_caseconflict|_conflict-\d{8}-\d{6}$|\(SFConflict .*\)|_\w{3}-\d\d-\d{6}-\d{4}_Conflict$"
    r"|_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(.+?)(?: \d| \(\d\)|-[A-Z0-9]{2,}-?[A-Z0-9]*)")


def ordinary(name: str) -> bool:
    """Whether nothing at all is to be said about a file of this name, as is true of nearly all."""
    return _ORDINARY.fullmatch(name) is not None and "conflict" not in name.lower()


def refused_name(path: str, name: str) -> Problem | None:
    """Why a file of this name is not read."""
    if unspeakable(name):
        said = "The file's name holds control characters or is not UTF-8"
        return Problem("NF110", Place(printable(path)), said, "Rename the file.")
    return None


def doubted_name(path: str, name: str) -> list[Problem]:
    """What other computers, or people, would make of the name of a file that is read."""
    stem, found = name.removesuffix(".md"), []
    if not name.isascii() and any(unicodedata.bidirectional(c) in _TURNING for c in name):
        found.append(("The file's name holds invisible characters that turn the direction of text", "Rename the file."))
    if _RESERVED.fullmatch(stem) or stem != stem.strip() or stem.endswith(".") or _FORBIDDEN.search(stem):
        advice = 'Rename it: no \\ : * ? " < > |, no space or dot at the end, not CON, AUX, NUL …'
        found.append(("Windows cannot hold a file of this name", advice))
    return [Problem("NF111", Place(printable(path)), said, advice) for said, advice in found]


def conflict_copy(path: str) -> Problem:
    """The word about a copy that is not read."""
    return Problem(
        "NF107",
        Place(printable(path)),
        "This looks like a conflict copy made by a sync tool; it is not read",
        "Compare it with the file it was copied from, keep what you need, and delete it.",
    )


def named_as_conflict(name: str) -> bool:
    """Whether the name alone tells a conflict copy."""
    return _CONFLICT.search(name.removesuffix(".md")) is not None


def copied_from(name: str) -> str | None:
    """`Ada.md` for `Ada 2.md` and `Ada (1).md`: it is a copy where both hold the same."""
    match = _NUMBERED.fullmatch(name.removesuffix(".md"))
    return f"{match[1]}.md" if match else None


def same_text(full: Path, base: Path) -> bool:
    """Whether two files have the same uid, or without one the same first lines."""
    try:
        if not (base.is_file() and full.is_file()):
            return False
        with base.open("rb") as first, full.open("rb") as second:
            old, new = first.read(65_536), second.read(65_536)
    except OSError:
        return False
    uid = re.compile(rb"^uid:[ \t]*(\S.*?)[ \t\r]*$", re.MULTILINE)
    uids = uid.search(old), uid.search(new)
    if uids[0] and uids[1]:
        return uids[0][1] == uids[1][1]
    lines_old, lines_new = set(old.splitlines()), set(new.splitlines())
    return len(lines_old & lines_new) * 10 >= 8 * max(len(lines_old), len(lines_new), 1)
