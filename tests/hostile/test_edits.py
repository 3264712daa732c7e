"""Files of the catalogue of bad input, edited: what is meant changes, every other byte stays."""

import codecs

import pytest

from netfiles.text.edit import Unsafe, edited
from netfiles.text.edits import Add, Append, Remove, Set
from netfiles.text.frontmatter import Refused
from tests.hostile.test_catalogue import CASES, CATALOGUE, INDEX, Case

pytestmark = pytest.mark.skipif(not INDEX.is_file(), reason="the catalogue of bad input is not here: NETFILES_BADINPUT")


def text_of(case: Case) -> str:
    return (CATALOGUE / case.file).read_bytes().removeprefix(codecs.BOM_UTF8).decode()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file)
def test_what_is_set_can_be_taken_back_to_the_last_byte(case: Case) -> None:
    try:
        before = text_of(case)
        after = edited("a.md", before, [Set("snooze_until", "2026-12-07"), Add("zz_added", ("one", "two"))])
    except (Refused, Unsafe, UnicodeDecodeError):
        assert case.group != "edit"
        return
    assert edited("a.md", after, [Remove("snooze_until"), Remove("zz_added")]) == before
    end = next((end for end in ("\r\n", "\n", "\r") if end in before), "\n")
    assert f"snooze_until: 2026-12-07{end}zz_added: [one, two]{end}---" in after


@pytest.mark.parametrize("case", [case for case in CASES if case.group == "edit"], ids=lambda case: case.file)
def test_a_line_is_appended_below_the_real_heading_or_at_the_end(case: Case) -> None:
    before = text_of(case)
    end = "\r\n" if "\r\n" in before else "\n"
    if case.file.endswith("log-two-headings.md"):
        with pytest.raises(Unsafe, match="on lines 4 and 9"):
            edited("a.md", before, [Append("- 2026-01-02 mail", "## Log")])
        return
    after = edited("a.md", before, [Append("- 2026-01-02 mail", "## Log")])
    gap = "" if before.endswith(end) else end
    assert after == f"{before}{gap}- 2026-01-02 mail{end}"
