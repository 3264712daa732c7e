"""How long the commands take that write, in a copy of a vault whose cache is warm; each change is taken back."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shutil import copytree, ignore_patterns

from tests.bench.vaults import environment

LINKS, USUAL = 500, 5
_REST = 3.0  # seconds until the system's clock tells a later change from those just made
_OVERLINKED, _USUAL = "Quentin Overlinked", "Paula Usual"


def writing(vault: Path, size: str, seconds: Callable[[Sequence[str], Mapping[str, str]], float]) -> dict[str, str]:
    """The rows of the table; `seconds` runs a command as a process with this environment."""
    with tempfile.TemporaryDirectory(prefix="netfiles-writing-") as folder:
        copy = Path(folder, "vault")
        copytree(vault, copy, ignore=ignore_patterns(".netfiles", "site", ".git"))
        _somebody(copy, _OVERLINKED, LINKS)
        _somebody(copy, _USUAL, USUAL)
        time.sleep(_REST)
        own = environment(size) | {"XDG_STATE_HOME": folder, "XDG_CACHE_HOME": folder}
        command = (sys.executable, "-m", "netfiles", "-C", str(copy), "-q")
        subprocess.run([*command, "queue"], check=True, env=own, stdout=subprocess.DEVNULL)
        os.sync()  # the copy goes to the disk now, not with the first file that is written

        def median(*words: str) -> str:
            taken = []
            for _ in range(3):
                taken.append(seconds((*command, *words), own))
                if words[0] != "dupes":
                    subprocess.run([*command, "undo"], check=True, env=own, stdout=subprocess.DEVNULL)
            return f"{sorted(taken)[1]:.2f} s"

        return {
            "`log`, warm": median("log", f"yesterday call with {_USUAL}: she sends the list; >2w ask again"),
            "`done`, warm": median("done", _USUAL),
            f"`done` for somebody with {LINKS} entries": median("done", _OVERLINKED),
            "`snooze`, warm": median("snooze", _USUAL, "2w"),
            f"`rename` of somebody with {LINKS} links": median("rename", _OVERLINKED, "Quentin Renamed"),
            "`dupes`": median("dupes"),
        }


def _somebody(vault: Path, name: str, entries: int) -> None:
    """Somebody on file, and the entries with them, the newest with a promise that is open."""
    (vault / "contacts" / f"{name}.md").write_text("---\nmet_on: 2020-01-01\n---\n", encoding="utf-8")
    folder = vault / "journal" / "2026"
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(entries):
        promise = "next: send the sheet\nnext_on: 2026-11-18\n" if number == entries - 1 else ""
        text = f'---\ndate: 2026-{1 + number // 50:02}-{1 + number % 28:02}\nwith: "[[{name}]]"\n{promise}---\n'
        (folder / f"Talk {number:03} of {entries} with {name}.md").write_text(text, encoding="utf-8")
