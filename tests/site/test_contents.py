"""Which file of the vault is taken for the one that was printed."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netfiles.site.contents import contents
from netfiles.site.memory import Memory
from netfiles.vault.cache import Cache
from netfiles.vault.look import Look
from tests.vault.made import vault

PICTURE = "attachments/a.png"


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(
        vault(tmp_path / "vault", {PICTURE: b"\x89PNG\r\n\x1a\n", "mkdocs.yml": "plugins: [netfiles]\n"}), Cache(None)
    )


def mark(memory: Memory, seen: Look) -> str | None:
    printer: Any = None  # nothing is printed
    return contents(memory.state(seen, date(2026, 11, 19)), seen, lambda _: printer).data[PICTURE].mark


def test_a_picture_that_stands_as_before_is_the_same(memory: Memory):
    seen = replace(memory.look(), young=frozenset())
    assert mark(memory, seen) == mark(memory, replace(seen, moment=seen.moment + 1))


def test_one_that_may_have_changed_under_its_stamp_is_another_at_each_look(memory: Memory):
    seen = replace(memory.look(), young=frozenset({PICTURE}))
    assert mark(memory, seen) != mark(memory, replace(seen, moment=seen.moment + 1))
