"""Two site folders side by side: equal byte for byte, or the first difference in words."""

import contextlib
import gzip
import os
import re
from collections.abc import Mapping
from pathlib import Path

OURS = ".netfiles"
"""What the printer may keep for itself at the top of a site: its name is compared, its bytes are not."""

_AROUND = 100


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its bytes, and every folder with none."""
    found: dict[str, bytes] = {}
    for here, folders, names in os.walk(folder):
        below = Path(here).relative_to(folder)
        found |= {f"{(below / name).as_posix()}/": b"" for name in folders}
        found |= {(below / name).as_posix(): (Path(here) / name).read_bytes() for name in names}
    return found


def of_readers(folder: Path) -> dict[str, bytes]:
    """What a reader can see of a site, without the one thing that may differ: the dates in the sitemap."""
    return {
        name: b"" if name.startswith(OURS) else without_dates(name, data) for name, data in contents(folder).items()
    }


_DATES = re.compile(rb"<lastmod>[^<]*</lastmod>")


def without_dates(name: str, data: bytes) -> bytes:
    """MkDocs writes the day of the build into the sitemap; everything else of a site must be equal."""
    match name:
        case "sitemap.xml":
            return _DATES.sub(b"", data)
        case "sitemap.xml.gz":
            with contextlib.suppress(EOFError, gzip.BadGzipFile):  # half a file is no sitemap
                return _DATES.sub(b"", gzip.decompress(data))
    return data


def difference(expected: Mapping[str, bytes], found: Mapping[str, bytes], names: tuple[str, str]) -> str | None:
    """None where both are equal, else the first difference and how many there are."""
    right, ours = names
    missing, extra = sorted(expected.keys() - found.keys()), sorted(found.keys() - expected.keys())
    differing = sorted(name for name in expected.keys() & found.keys() if expected[name] != found[name])
    if not (missing or extra or differing):
        return None
    lines = [f"{len(missing)} missing, {len(extra)} too many, {len(differing)} different of {len(expected)} files"]
    lines += [f"only in {right}: {name}" for name in missing[:5]]
    lines += [f"only in {ours}: {name}" for name in extra[:5]]
    if differing:
        lines += [f"different: {', '.join(differing[:8])}", *_first(differing[0], expected, found, names)]
    return "\n".join(lines)


def _first(name: str, expected: Mapping[str, bytes], found: Mapping[str, bytes], names: tuple[str, str]) -> list[str]:
    one, two = expected[name], found[name]
    at = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    line = one.count(b"\n", 0, at) + 1
    width = max(map(len, names))
    shown = [(who, data[max(0, at - _AROUND) : at + _AROUND]) for who, data in zip(names, (one, two), strict=True)]
    return [
        f"{name} at byte {at} of {len(one)} and {len(two)}, line {line}:",
        *(f"  {who:<{width}} {part.decode('utf-8', 'replace')!r}" for who, part in shown),
    ]
