"""The page Templates is true: its words exist, its examples are what letters are filled with, its names are files."""

import re

import pytest

from netfiles.changes.new import SORTS as NEW
from netfiles.drafts.draft import draft, letters
from netfiles.drafts.occasion import SORTS, occasion
from netfiles.drafts.sandbox import SAFE_FILTERS
from netfiles.drafts.values import WORDS, values
from netfiles.index.build import build_network
from netfiles.insights.derive import Insights, derive
from netfiles.text.stems import stem_of
from netfiles.vault.load import load
from netfiles.vault.templates import our_letters, template
from tests.conftest import REPOSITORY, TODAY
from tests.test_docs import blocks, page, rows, section

TEXT = page("templates.md")
SHOWN = (
    ("thanks", "Beatriz Nogueira"),
    ("thanks", "Patrick O'Shaughnessy"),
    ("nudge", "Hiroshi Tanabe"),
    ("referral", "Femi Adewale"),
    ("update", "Wolfgang Prell"),
    ("update", "Marisol Vega Santana"),
    ("introduction", "Nia Okafor"),
    ("information", "Aaliyah Freeman"),
)


@pytest.fixture(scope="module")
def example() -> Insights:
    return derive(build_network(load(REPOSITORY)), TODAY)


def occasions(insights: Insights):
    for sort, name in SHOWN:
        someone = next(one for one in insights.network.people.values() if one.name == name)
        yield occasion(insights, sort, someone)


def test_every_word_of_letters_is_in_the_guide_with_a_true_example(example: Insights):
    told = rows(section(TEXT, "### The words that letters know"))
    assert list(told) == list(WORDS)
    filled = [values(example, of) for of in occasions(example)]
    for word, cells in told.items():
        example_value = cells[2] if len(cells) > 2 else ""
        pattern = re.escape(example_value.strip()).replace("…", ".*")
        assert any(re.fullmatch(pattern, one[word]) for one in filled), (word, example_value)


def test_the_letter_in_the_guide_can_be_filled_in(example: Insights):
    own = {block.path: block.text for block in blocks(TEXT) if block.language == "jinja"}
    assert set(own) == {"templates/letters/nudge.md"}
    templates = letters({**own, "templates/letters/signature.md": "{{ me }}\n"}, our_letters())
    of = next(one for one in occasions(example) if one.sort == "nudge")
    assert "Would you tell me what you think?\n\nMarta Wieczorek" in draft(example, templates, of).letter.body


def test_every_letter_and_every_template_is_in_the_guide():
    assert [name.removesuffix(".md") for name in rows(section(TEXT, "## Letters").split("### ")[0])] == list(SORTS)
    assert sorted(our_letters()) == sorted(f"{sort}.md" for sort in SORTS)
    told = rows(section(TEXT, "## New files").split("They are Obsidian's")[0])
    assert [name.removesuffix(".md") for name in told] == [sort.template for sort in NEW.values()]
    assert {cells[1] for cells in told.values()} == {f"`netfiles new {word}`" for word in NEW}
    assert all(template(REPOSITORY, sort.template) for sort in NEW.values())


def test_every_filter_is_in_the_guide():
    told = re.findall(r"`(\w+)`", section(TEXT, "### What a template can do").split("these filters:")[1].split("\n")[0])
    assert {*told, "d"} == {*SAFE_FILTERS, "join", "replace"}


def test_the_names_of_files_in_the_guide_are_true():
    for name, cells in rows(section(TEXT, "### What the file is called")).items():
        assert cells[1] == f"`{stem_of(name)}.md`"
