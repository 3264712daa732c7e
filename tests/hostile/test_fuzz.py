"""A random player who breaks files: no vault with such a file raises, hangs or shows what it should not.

`NETFILES_SOAK_CASES` is the number of cases of the long version, `NETFILES_SEED` its first seed.
"""

import os
from pathlib import Path
from random import Random
from time import process_time

import pytest

from netfiles.vault.options import read_options
from tests.hostile.outcome import one_file
from tests.soak_report import figure

CASES = 400
SOAK = int(os.environ.get("NETFILES_SOAK_CASES", "20000"))
FIRST = int(os.environ.get("NETFILES_SEED", "1"))
CANARY = "c4n4ry of the notes"
GOOD = {
    "contacts/case.md": """---
name: Zoë Brandstätter
aliases: [Zoe, "Z. B."]
title: Planner
company: "[[Acme]]"
past_companies: ["Globex (2018-2022)", Initech]
emails: zoe@acme.example
phones:
  - +1 413 555 0142
  - 0123 456
birthday: --04-12
tags: [alumni, close]
knows: [[[Ada]], "[[Bob|B]]"]
keep_in_touch: 3m
next_on: 2026-12-04
private: [phones, emails]
own: {nested: [a, {b: c}]}
---
# Zoë

Met at [[Acme]]. - [ ] call 📅 2026-12-04
""",
    "journal/2026-11-20 case.md": """---
date: 2026-11-20 09:30
with: ["[[Zoë Brandstätter]]", "[[Ada]]"]
channel: coffee
minutes: 1h30
asked: advice
got: [introduction, advice]
introduced: "[[Carol]]"
next: send the notes
next_on: 2026-12-04
---
What was said, **in bold** and `in code`.

- [x] thank her
- [ ] send notes 📅 2026-12-04

| a | b |
|---|---|
| [[Ada]] | <b>c</b> |
""",
    "career/companies/case.md": """---
name: Acme
website: https://acme.example
target: A
motivation: 5
postings: 2
phones: "+44 20 7946 0018"
status: watching
---
Why: ![[logo.png|100]] and [a link](https://acme.example "title").[^1]

[^1]: A note.
""",
    "career/leads/case.md": """---
title: Planner
company: "[[Acme]]"
stage: applied
heard_on: 2026-11-01
applied_on: 2026-11-10
interviews: [2026-11-12, 2026-11-15]
heard_from: "[[Zoë Brandstätter]]"
---
<!-- a comment --> %%another%%
""",
}
TOKENS = (
    *(b"---\n", b"---", b"...\n", b"\n", b"\r\n", b"\r", b"\t", b" ", b"  - ", b": ", b":", b"- ", b"? ", b", "),
    *(
        b"[",
        b"]",
        b"[[",
        b"]]",
        b"{",
        b"}",
        b"{{x}}",
        b"<% x %>",
        b"&a ",
        b"*a",
        b"!!str ",
        b"!x ",
        b"<<: ",
        b"%Y ",
        b"|\n",
    ),
    *(b">-\n", b"# ", b'"', b"'", b"\\", b"`", b"@", b"~", b"null", b"NO", b"0123", b"1e5", b"12:30", b"2026-02-30"),
    *(b"private: ", b"Private: yes\n", b"name: ", b"date: ", b"emails: ", b"photo: ../x\n", b"links: javascript:1\n"),
    *(b"\xef\xbb\xbf", b"\xff", b"\xc3", b"\xc0\xaf", b"\xed\xa0\x80", b"\0", b"\x07", b"\x1b[31m", b"\x7f"),
    *("\u2028".encode(), "\x85".encode(), "\u202e".encode(), "👩".encode(), "e\u0301".encode(), b"\\ud800", b"\\e[2J"),
    *(
        b"<<<<<<< a\n",
        b"=======\n",
        b">>>>>>> b\n",
        b"<script>alert(1)</script>",
        b"<img src=x onerror=1>",
        b"<!--",
        b"-->",
    ),
    *(
        b"[x](javascript:1)",
        b"<a href=' data:x'>",
        b"<svg onload=1>",
        b"%%",
        b"```\n",
        b"> " * 30,
        b"[" * 40,
        b"*a **b " * 30,
    ),
)


def seeds() -> list[tuple[str, bytes]]:
    """Files to break, each with the place where it belongs."""
    own = sorted(Path(__file__).with_name("files").glob("*.md"))
    return [(path, text.encode()) for path, text in GOOD.items()] * 4 + [
        ("contacts/case.md", f.read_bytes()) for f in own
    ]


SEEDS = seeds()


def broken(random: Random) -> tuple[str, bytes]:
    """A file after one to six changes."""
    path, text = random.choice(SEEDS)
    data = bytearray(text)
    for _ in range(random.randint(1, 6)):
        at = random.randint(0, len(data))
        to = min(len(data), at + random.choice((1, 1, 2, 5, 20, 200)))
        match random.randint(0, 7):
            case 0:
                data[at:at] = random.choice(TOKENS)
            case 1:
                data[at:to] = random.choice(TOKENS)
            case 2:
                del data[at:to]
            case 3:
                data[at:at] = data[at:to] * random.choice((1, 2, 50))
            case 4:
                data[at:to] = random.randbytes(min(3, to - at))
            case 5:
                other = random.choice(SEEDS)[1]
                cut = random.randint(0, len(other))
                data[at:] = other[cut:]
            case 6:
                lines = data.split(b"\n")
                random.shuffle(lines)
                data = bytearray(b"\n".join(lines))
            case 7:
                del data[at:]
    return path, bytes(data) + b"\n" + CANARY.encode() + b"\n"


def play(root: Path, seed: int) -> int:
    """One case; 1 where the file is still a record."""
    path, content = broken(Random(seed))
    collection = one_file(root, path, content)
    said = " ".join(f"{p.message} {p.advice}" for p in collection.problems)
    (root / path).unlink()
    assert CANARY not in said
    if not collection.records():
        assert collection.problems
        assert CANARY not in repr(collection)
    return len(collection.records())


def test_no_broken_file_raises_hangs_or_shows_what_it_should_not(tmp_path):
    read = sum(play(tmp_path, seed) for seed in range(CASES))
    assert 0.05 * CASES < read < 0.95 * CASES


@pytest.mark.soak
def test_no_broken_file_of_a_long_night_raises_hangs_or_shows_what_it_should_not(tmp_path):
    for seed in range(FIRST, FIRST + SOAK):
        try:
            play(tmp_path, seed)
        except Exception as error:
            error.add_note(f"NETFILES_SEED={seed}: {broken(Random(seed))!r}")
            raise
    figure("No file gives a traceback or a hang", f"{SOAK:,} files broken at random were read and shown")


MKDOCS = b"""site_name: My network
docs_dir: .netfiles/tree
theme:
  name: material
plugins:
  - search
  - netfiles:
      today: 2026-11-19
      editor: obsidian
      keep_in_touch: {close: 4w, alumni: 3m}
      folders: {contacts: people, docs: pages}
      people_a_day: 3
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
extra: {key: !ENV [HOME, x]}
"""


@pytest.mark.parametrize("seed", range(8))
def test_no_broken_mkdocs_yml_raises_or_hangs(tmp_path, seed):
    random = Random(seed)
    for _ in range(50):
        data = bytearray(MKDOCS)
        for _ in range(random.randint(1, 5)):
            at = random.randint(0, len(data))
            data[at : at + random.choice((0, 0, 1, 3, 30))] = random.choice(TOKENS)
        (tmp_path / "mkdocs.yml").write_bytes(data)
        begin = process_time()
        options, problems = read_options(tmp_path)
        assert process_time() - begin < 10
        assert options.folders.contacts
        assert all(
            p.message.isprintable() and 1 <= p.place.line <= data.count(b"\n") + data.count(b"\r") + 1 for p in problems
        )
