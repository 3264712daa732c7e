"""The page of the query language is true: every word of it works, and none is missing."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from netfiles.query.fields import FIELDS, HAD, MORE
from netfiles.query.language import Query, parse
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs" / "queries.md").read_text("utf-8")
SESSIONS = re.findall(r"^\$ netfiles (.*)\n((?:(?!\$ |```).*\n)*)", PAGE, re.MULTILINE)
CODES = dict.fromkeys(re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", PAGE, flags=re.MULTILINE | re.DOTALL)))
QUERIES = [c for c in CODES if re.match(r'-?(?:[a-z_]+(?:[<>]=?|:)(?![\s]|$)|")', c) and not c.endswith(":")]


@pytest.mark.parametrize(("command", "expected"), SESSIONS, ids=[command for command, _ in SESSIONS])
def test_a_transcript_is_what_the_command_prints(
    netfiles: Callable[..., Any], example_vault: Path, command: str, expected: str
) -> None:
    out, err, _ = netfiles("-C", example_vault, *command.split())
    assert out + err == expected


@pytest.mark.parametrize("text", QUERIES)
def test_every_query_in_the_guide_is_understood(text: str) -> None:
    assert isinstance(parse(text), Query)


def test_there_are_many_queries_in_the_guide() -> None:
    assert len(QUERIES) > 30
    assert len(SESSIONS) > 2


def test_no_field_no_name_and_no_word_is_missing() -> None:
    known = {name for field in FIELDS for name in (field.name, *field.others)}
    words = {word for field in FIELDS if field.takes == "words" for word in field.words}
    assert not (known | words | MORE.keys()) - CODES.keys()
    rows = dict(re.findall(r"^\| `(\w+)` \| ((?:`\w+`(?:, )?)*) ?\| ", PAGE, re.MULTILINE))
    others = {field.name: field.others for field in FIELDS if field.takes not in ("words", "has")}
    assert {name: tuple(re.findall(r"`(\w+)`", rows.get(name, "?"))) for name in others} == others


def test_what_has_takes_is_told() -> None:
    assert {name for name in HAD.values() if name not in CODES} == set()
