"""Front matter read line by line is what YAML makes of it, and nearly all front matter is read so."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfiles.text import frontmatter
from netfiles.text.document import Field, Scalar
from netfiles.text.plain import plain_fields

REPOSITORY = Path(__file__).resolve().parents[2]


def by_yaml(block: str) -> dict[str, Field]:
    return frontmatter._load(frontmatter._Reading("x.md"), block)


PLAIN = """\
name: Ada Lovelace
title: "Countess: of Lovelace"
company: '[[Acme]]'
as_of: 2026-11-20
met_at: 12:30, at C# Corp (the one) - a&b's
phones:
  - +1 413 555 0142
  - "(0421) 1234"

tags: [close, a b, Zoë]
notes:
knows:
- "[[Bob|B]]"
- Carol 李\x20
empty: ""
null_here: null
url: http://acme.example/?a=b#c
"""


def test_plain_front_matter_is_read_without_yaml():
    fields = plain_fields(PLAIN)
    assert fields == by_yaml(PLAIN)
    assert fields["phones"].items == (Scalar("+1 413 555 0142", 8, 5), Scalar("(0421) 1234", 9, 5))
    assert fields["tags"].items == (Scalar("close", 11, 8), Scalar("a b", 11, 15), Scalar("Zoë", 11, 20))


def test_nearly_all_of_the_example_vault_is_plain():
    texts = [file.read_text(encoding="utf-8") for file in REPOSITORY.glob("c*/**/*.md")]
    blocks = [text[4 : text.index("\n---", 3) + 1] for text in texts]
    plain = [block for block in blocks if plain_fields(block) is not None]
    assert len(blocks) > 50
    assert len(plain) > 0.9 * len(blocks)
    assert all(plain_fields(block) == by_yaml(block) for block in plain)


@pytest.mark.parametrize(
    "block",
    [
        *("a: b: c", "a: b:", "a: b #c", "a: 'b", 'a: "b\\x"', "a: &b c", "a: *b", "a: !b c", "a: |", "a: >-", "a: ?b"),
        *("a: - b", "a: [b", "a: [[b]]", "a: [b: c]", "a: []", "a: {b: c}", "a: @b", "a: `b", "a: %b", "a: b\tc"),
        *("a: b\n  c", "a:\n  b", "a: b\n- c", "- a", "a:\n- b\n - c", "a:\n  -\n", "a:\n  - - b", "a:\n  - b: c"),
        *("a: b\na: c", "true: a", "Null: a", "1: a", "a b: c", "a :b", "a:b", "? a", "<<: a", "# a", "...", "é: a"),
        *("a: b\x07", "a: \u2028b", "a: \xa0b", "a: b\u200d", "%YAML 1.2", "a: 'it''s'", "a: 'b' c", 'a: "b" # c'),
    ],
)
def test_whatever_is_less_than_plain_is_left_to_yaml(block):
    assert plain_fields(block) is None


PIECES = st.sampled_from(
    [
        *(
            "a",
            "null",
            "~",
            "yes",
            "1",
            "12:30",
            "2026-01-02",
            ".5",
            "- ",
            "- a",
            ":",
            ": ",
            '"',
            '"a: b"',
            "'",
            "'it'",
        ),
        *(
            "[",
            "]",
            "[a, b]",
            "[a]",
            "[[a]]",
            ",",
            "{",
            "}",
            " #",
            "#",
            "&",
            "*",
            "!",
            "|",
            ">",
            "%",
            "@",
            "?",
            "<<",
            "...",
        ),
        *(
            " ",
            "  ",
            "é",
            "李",
            "+1",
            "(x)",
            "/y",
            "$",
            "\\",
            "http://a.b",
            "a - b",
            "\t",
            "\xa0",
            "\u2028",
            "😀",
            "٣",
            "²",
        ),
    ]
)
VALUES = st.lists(PIECES, max_size=4).map("".join)
NAMES = st.sampled_from(["a", "b", "k-1", "K_2", "on", "no", "null", "True", "1a", ""])
SCALARS = st.builds("{}:{}{}".format, NAMES, st.sampled_from(["", " ", "  "]), VALUES)
ITEMS = st.builds("{}-{}{}".format, st.sampled_from(["", "  ", "  ", "   "]), st.sampled_from([" ", "  ", ""]), VALUES)
LISTS = st.builds("{}:\n{}".format, NAMES, st.lists(ITEMS, min_size=1, max_size=3).map("\n".join))
BLOCKS = st.lists(SCALARS | LISTS | st.just(""), max_size=5).map("\n".join)


@settings(max_examples=600, deadline=None)
@given(BLOCKS)
def test_what_is_read_line_by_line_is_what_yaml_reads(block):
    fields = plain_fields(block)
    if fields is not None:
        assert list(fields.items()) == list(by_yaml(block.translate(frontmatter._NO_BREAKS)).items())
