"""How long an import takes, and how much memory: a LinkedIn export and an address book into a new vault."""

import csv
import os
import random
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Protocol

from tests.bench.vaults import SIZES, environment

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_FIRST = "Ana Bo Cy Di Ed Flo Gil Hana Ivo Jo Kim Lea Mo Nia Oz Pia".split()
_MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER"
)
_ME = ("Marta Wieczorek", "https://www.linkedin.com/in/marta-wieczorek")


class Taken(Protocol):
    """What a process took: seconds, and MB at its peak."""

    @property
    def seconds(self) -> float: ...

    @property
    def megabytes(self) -> float: ...


def importing(size: str, process: Callable[[Sequence[str], Mapping[str, str]], Taken]) -> dict[str, str]:
    """The rows of the table; `process` runs a command as a process with this environment."""
    people, entries = SIZES[size]
    with tempfile.TemporaryDirectory(prefix="netfiles-importing-") as folder:
        archive, cards = Path(folder, "Complete_LinkedInDataExport_11-19-2026.zip"), Path(folder, "phone.vcf")
        _linkedin(archive, people, entries)
        cards.write_text("".join(_cards(people)), encoding="utf-8", newline="")

        def brought_in(file: Path) -> str:
            own = environment(size) | {"XDG_STATE_HOME": folder, "XDG_CACHE_HOME": folder}
            vault = Path(folder, file.stem)
            subprocess.run([sys.executable, "-m", "netfiles", "-q", "init", str(vault)], check=True, env=own)
            os.sync()
            words = ("-C", str(vault), "-q", "import", str(file), "--apply", "--same-name", "new")
            taken = process((sys.executable, "-m", "netfiles", *words), own)
            return f"{taken.seconds:.1f} s, {taken.megabytes:.0f} MB"

        return {
            "`import` of a LinkedIn export with so many people and messages": brought_in(archive),
            "`import` of so many vCards": brought_in(cards),
        }


def _somebody(number: int) -> tuple[str, str]:
    return _FIRST[number % len(_FIRST)], f"Okafor{number}"


def _linkedin(archive: Path, people: int, messages: int) -> None:
    dice = random.Random(1)
    known = [(" ".join(_somebody(n)), f"https://www.linkedin.com/in/somebody-{n}") for n in range(people)]
    connections = StringIO()
    rows = csv.writer(connections)
    rows.writerow("First Name,Last Name,URL,Email Address,Company,Position,Connected On".split(","))
    for n, (_, address) in enumerate(known):
        day = f"{1 + n % 28:02} {_MONTHS[n % 12]} 20{10 + n % 16}"
        rows.writerow([*_somebody(n), address, "", f"Firm {n % 900}, Inc.", "Planner", day])
    talk = StringIO()
    rows = csv.writer(talk)
    rows.writerow(_MESSAGES.split(","))
    for n in range(messages):
        of = dice.randrange(messages // 3 + 1)
        sender, taker = (_ME, known[of % people])[:: dice.choice((1, -1))]
        at = f"2026-{1 + of % 11:02}-{1 + (of + n % 2) % 28:02} {n % 24:02}:{n % 60:02}:00 UTC"
        rows.writerow([f"2-{of:08x}", "", *sender, *taker, at, "", f"Message {n}\nin two lines", "INBOX"])
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("Connections.csv", connections.getvalue())
        made.writestr("messages.csv", talk.getvalue())


def _cards(people: int) -> Iterator[str]:
    for n in range(people):
        first, last = _somebody(n)
        lines = (
            "BEGIN:VCARD",
            "VERSION:3.0",
            f"UID:{n:08x}",
            f"N:{last};{first};;;",
            f"FN:{first} {last}",
            f"ORG:Firm {n % 900};Sales",
            "TITLE:Planner",
            f"TEL;TYPE=CELL:+1 413 555 {n:04}",
            f"EMAIL:somebody{n}@firm{n % 900}.example",
            "ADR;TYPE=HOME:;;12 Main St;Chicopee;MA;01013;USA",
            f"BDAY:1980-{1 + n % 12:02}-{1 + n % 28:02}",
            "NOTE:Met at the depot\\, likes tea\\nand bread",
            "END:VCARD",
        )
        yield "".join(f"{line}\r\n" for line in lines)
