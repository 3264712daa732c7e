"""The hand-written pages of docs/ as the search reads them: a text for each heading, with its address."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from netfiles.text.markdown import plain

Found = tuple[str, str, str, list[str]]

_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s+\{:?[^{}]*?#([\w-]+)[^{}]*\})?\s*#*\s*$")
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)


def guide_lines(path: str, text: str) -> Iterator[Found]:
    """Address below docs/, day (none), title and words of each part of a page that begins with a heading."""
    page, name = _address(path), ""
    ids: Counter[str] = Counter()
    for heading, own_id, words in _parts(_FRONT_MATTER.sub("", text, count=1) if text.startswith("---\n") else text):
        name = name or heading
        anchor = own_id or _anchor(heading, ids)
        shown = heading if heading in ("", name) else f"{name}: {heading}"
        yield f"{page}#{anchor}" if anchor else page, "", shown or path, [words]


def _address(path: str) -> str:
    """The address of a page below docs/: `rules/`, and `` for the first page of the folder."""
    stem = path.removesuffix(".md")
    folder, _, last = stem.rpartition("/")
    return f"{folder}/".lstrip("/") if last.lower() in ("index", "readme") else f"{stem}/"


def _parts(text: str) -> Iterator[tuple[str, str, str]]:
    """Heading, the id written beside it, and the lines up to the next heading; code has no headings."""
    heading, own_id, lines, fenced = "", "", list[str](), False
    for each in text.split("\n"):
        fenced ^= bool(_FENCE.match(each))
        found = None if fenced else _HEADING.match(each)
        if found is None:
            lines.append(each)
            continue
        if heading or any(map(str.strip, lines)):
            yield heading, own_id, "\n".join(lines)
        heading, own_id, lines = plain(found[2]), found[3] or "", []
    yield heading, own_id, "\n".join(lines)


def _anchor(heading: str, ids: Counter[str]) -> str:
    """The id that the builder gives a heading (Python-Markdown's rule); of several alike the later are numbered."""
    text = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    anchor = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", text).strip().lower())
    ids[anchor] += 1
    return f"{anchor}_{ids[anchor] - 1}" if ids[anchor] > 1 else anchor
