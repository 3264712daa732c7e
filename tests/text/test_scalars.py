"""Scalars mean what they look like; links without quotes are links; nested values are kept and not read."""

import pytest

from netfiles.text.frontmatter import Field, Nested, Scalar, split


def field(written: str) -> Field:
    """The one field of `x:` and what follows."""
    return split("contacts/Ada.md", f"---\nuid: 1\nx:{written}\n---\n").fields["x"]


@pytest.mark.parametrize(
    "text",
    [
        *"NO no Yes on off true False y n Null NULL None nan .inf -.inf .NaN".split(),
        *"0123 0o17 0x1F 0b101 12:30 12:30:45 1_000 +441632960001 441632960001 007 -1 +1 1990-".split(),
        *"2026-02-30 2026-11-20 2026-11-20T09:30:00Z 1e5 12e03 1.10 .5 999999999999999999999 =".split(),
        *"AT&T C# it's a*b x!y 50% Zoë 李 👩 a:b http://acme.example/?a=b&c=d jane@acme.example -x ?x :x".split(),
    ],
)
def test_a_scalar_stays_the_text_that_was_written(text):
    assert field(f" {text}").items == (Scalar(text, 3, 4),)


@pytest.mark.parametrize("written", ["", " ", " ~", " null", "   # a comment"])
def test_nothing_tilde_and_null_are_empty(written):
    (item,) = field(written).items
    assert isinstance(item, Scalar)
    assert item.empty


@pytest.mark.parametrize(
    ("written", "text", "empty"),
    [
        (' ""', "", False),
        (" ''", "", False),
        (' "~"', "~", False),
        (' "null"', "null", False),
        (" 'NO'", "NO", False),
        (' "  Ada  "', "Ada", False),
        (' "Ad\\u0061"', "Ada", False),
        (" 'it''s'", "it's", False),
        (' "a: b"', "a: b", False),
        (" C# Corp #1", "C# Corp", False),
        (" it's", "it's", False),
        (" a\n  b", "a b", False),
        (" >-\n  a\n  b", "a b", False),
        (" |\n  a\n  b", "a\nb", False),
        (' "a\\nb"', "a\nb", False),
        (' "a\\0b"', "a\0b", False),
        (" a\u2028b", "a b", False),
        (" a\x85b", "a b", False),
        (' "a\u2029b"', "a b", False),
    ],
    ids=repr,
)
def test_quotes_folds_and_blocks_are_read_as_yaml_means_them(written, text, empty):
    assert field(written).items == (Scalar(text, 3, 4, empty),)


@pytest.mark.parametrize(
    ("written", "texts", "lines"),
    [
        (" [a, b,  c]", ["a", "b", "c"], [3, 3, 3]),
        (" [a]", ["a"], [3]),
        (" []", [], []),
        ("\n  - a\n  - b", ["a", "b"], [4, 5]),
        ("\n- a\n\n- b", ["a", "b"], [4, 6]),
        (' [~, a, "", null]', ["~", "a", "", "null"], [3, 3, 3, 3]),
        ("\n  - NO\n  - 0123\n  - 12:30", ["NO", "0123", "12:30"], [4, 5, 6]),
        ("\n  - |\n    a\n  - b", ["a", "b"], [4, 6]),
    ],
    ids=repr,
)
def test_every_item_of_a_list_knows_its_line(written, texts, lines):
    found = field(written)
    assert found.is_list
    assert [item.text for item in found.items if isinstance(item, Scalar)] == texts
    assert [item.line for item in found.items] == lines


LINK = "[[Jane Doe]]"


@pytest.mark.parametrize(
    ("written", "texts", "is_list"),
    [
        (f" {LINK}", [LINK], False),
        (f" {LINK} # colleague", [LINK], False),
        (" [[Jane Doe|Jane]]", ["[[Jane Doe|Jane]]"], False),
        (" [[people/Jane Doe#Part|J]]", ["[[people/Jane Doe#Part|J]]"], False),
        (" [[Doe, Jane]]", ["[[Doe, Jane]]"], False),
        (" [[Jane: a life]]", ["[[Jane: a life]]"], False),
        (" [[李 👩 Zoë]]", ["[[李 👩 Zoë]]"], False),
        (" [[]]", ["[[]]"], False),
        (f" [{LINK}]", [LINK], True),
        (f" [{LINK}, [[Bob]]]", [LINK, "[[Bob]]"], True),
        (f' [{LINK}, "[[Bob]]", Carol]', [LINK, "[[Bob]]", "Carol"], True),
        (f"\n  - {LINK}\n  - [[Bob]]", [LINK, "[[Bob]]"], True),
        (f'\n  - {LINK}\n  - "[[Bob]]"\n  - Carol', [LINK, "[[Bob]]", "Carol"], True),
        (f"\n- {LINK}", [LINK], True),
        (f"\n  {LINK}", [LINK], False),
    ],
    ids=repr,
)
def test_a_link_without_quotes_is_that_link_wherever_it_stands(written, texts, is_list):
    found = field(written)
    assert [getattr(item, "text", None) for item in found.items] == texts
    assert (found.bare_link, found.is_list) == (True, is_list)


@pytest.mark.parametrize(
    ("written", "texts"),
    [(' "[[Jane Doe]]"', [LINK]), (" '[[Jane Doe]]'", [LINK]), (' ["[[Jane Doe]]", "[[Bob]]"]', [LINK, "[[Bob]]"])],
)
def test_a_link_in_quotes_is_the_canonical_form(written, texts):
    found = field(written)
    assert [getattr(item, "text", None) for item in found.items] == texts
    assert not found.bare_link


@pytest.mark.parametrize(
    ("written", "nested"),
    [
        (" {a: b}", [True]),
        ("\n  a: b\n  c: d", [True]),
        (" [a, {b: c}, [d]]", [False, True, True]),
        (" [[a], [b]]", [True, True]),
        (" [ [a] ]", [True]),
        (" [[a,\n   b]]", [True]),
        (" [[a [b] c]]", None),
        (" {}", [True]),
        ("\n  - a: b\n    c: d", [True]),
    ],
    ids=repr,
)
def test_maps_and_lists_in_lists_are_kept_as_nested_and_not_read(written, nested):
    if nested is None:
        with pytest.raises(Exception, match="YAML"):
            field(written)
    else:
        assert [isinstance(item, Nested) for item in field(written).items] == nested
