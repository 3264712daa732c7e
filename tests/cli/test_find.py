"""`netfiles find` with fields: the same shapes as with words, and a mark below what is not understood."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Netfiles = Callable[..., Any]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("company:northlight", "nia"), ["Nia Okafor"]),
        (("company:northlight nia",), ["Nia Okafor"]),
        (("at:corvane", "-company:corvane", "has:phone", "relation:nothing"), []),
        (("-has:email", "name:okafor"), []),
        (("name:okafor", "-is:dormant", "--json"), ["Nia Okafor"]),
    ],
    ids=str,
)
def test_fields_may_be_one_word_or_several(
    netfiles: Netfiles, example_vault: Path, words: tuple[str, ...], names: list[str]
) -> None:
    out, _, code = netfiles("-C", example_vault, "find", *words, *(() if "--json" in words else ("--json",)))
    assert [person["name"] for person in json.loads(out)] == names
    assert code == (0 if names else 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("has:email", "tgt:A"),
            """\
netfiles: The query is not understood: `tgt` is no field.
    has:email tgt:A
              ^
Did you mean target:A? To look for the text itself, put it in quotes: "tgt:A".
""",
        ),
        (
            ("東京 last:60d",),
            """\
netfiles: The query is not understood: `60d` is a length of time, no day.
    東京 last:60d
              ^
Write last<60d for less long ago, last>60d for longer ago.
""",
        ),
    ],
)
def test_what_is_not_understood_is_marked_and_exit_2(
    netfiles: Netfiles, example_vault: Path, words: tuple[str, ...], said: str
) -> None:
    assert netfiles("-C", example_vault, "find", *words) == ("", said, 2)


def test_of_a_long_query_only_the_place_is_shown(netfiles: Netfiles, example_vault: Path) -> None:
    _, err, code = netfiles("-C", example_vault, "find", f"{'x ' * 300}tgt:A {'y ' * 300}")
    assert code == 2
    quote, mark = err.splitlines()[1:3]
    assert len(quote) < 80
    assert quote[mark.index("^") :].startswith("tgt:A")


def test_h_alone_still_explains(netfiles: Netfiles) -> None:
    out, _, code = netfiles("find", "-h")
    assert (code, "Usage: netfiles find" in out) == (0, True)
