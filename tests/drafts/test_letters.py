"""The letters that come with netfiles: whole sentences to everybody, and nothing said that may not be."""

import re
from collections.abc import Callable

import pytest

from netfiles.drafts.draft import Draft, draft, letters
from netfiles.drafts.occasion import SORTS, Sort, Wish, occasion
from netfiles.drafts.values import WORDS, for_them
from netfiles.errors import BadLetter, NothingToSay
from netfiles.index.build import build_network
from netfiles.insights.derive import Insights, derive
from netfiles.vault.load import load
from netfiles.vault.templates import our_letters
from tests.conftest import TODAY

FAULTS = re.compile(r"None|  |\(\)|\[\]|“”|\n\n\n|!|\{|\}|\[\[|\]\]| [.,:;?]|\.\.|,,|Undefined| \n|: \.|as a? at ")


def all_letters(insights: Insights, sort: Sort) -> list[Draft]:
    templates = letters({}, our_letters())
    found = []
    for someone in insights.network.people.values():
        try:
            found.append(draft(insights, templates, occasion(insights, sort, someone)))
        except NothingToSay:
            continue
    return found


@pytest.mark.parametrize("sort", SORTS)
def test_every_letter_of_the_example_is_whole(example: Insights, sort: Sort):
    found = all_letters(example, sort)
    assert len(found) > 2
    for one in found:
        assert not FAULTS.search(one.letter.text), one.letter.text
        assert one.letter.text.startswith("Subject: ")
        assert f"Hello {one.name.split()[0]}," in one.letter.body
        assert "Marta Wieczorek" in one.letter.body
        assert len(one.letter.body.split()) < 200


@pytest.mark.parametrize("sort", SORTS)
def test_every_letter_of_a_made_up_vault_is_whole(made_up_vault: Callable[..., object], sort: Sort):
    insights = derive(build_network(load(made_up_vault(60, 400, 3))), TODAY)  # type: ignore[arg-type]
    for one in all_letters(insights, sort):
        assert not FAULTS.search(one.letter.text), one.letter.text


def test_a_vault_without_a_profile_still_has_letters(tmp_path, insights_of: Callable[..., Insights]):
    (tmp_path / "contacts").mkdir()
    (tmp_path / "journal").mkdir()
    (tmp_path / "contacts" / "Bo Lee.md").write_text("---\ntitle: Planner\n---\n")
    insights = insights_of(tmp_path)
    (one,) = all_letters(insights, "information")
    assert not FAULTS.search(one.letter.text)
    assert "about your work as Planner?" in one.letter.body
    assert "The letter is not signed: career/profile.md holds no `name`." in one.said


def test_thanks_name_what_was_given_and_what_came_of_it(drafted: Callable[..., Draft]):
    letter = drafted("thanks", "Patrick O'Shaughnessy").letter
    assert letter.subject == "Thank you for what you told me"
    assert "Thank you for what you told me on 12 November." in letter.body


def test_an_update_tells_the_news_that_they_have_not_heard(drafted: Callable[..., Draft]):
    letter = drafted("update", "Wolfgang Prell").letter
    assert letter.subject == "Contract done, looking again"
    assert (
        "18,000 item records are clean, and the mill can count what it owns. I am looking for something" in letter.body
    )


def test_an_update_tells_what_came_of_an_introduction_in_words_for_them(drafted: Callable[..., Draft]):
    assert "what came of your help: I met Luis Ortega-Bright." in drafted("update", "Marisol Vega Santana").letter.body


def test_a_nudge_repeats_the_ask(drafted: Callable[..., Draft]):
    letter = drafted("nudge", "Hiroshi Tanabe").letter
    assert letter.subject == "About my email on 6 November"
    assert "I had asked: “You know the water boards" in letter.body


REFUSED: list[tuple[Sort, str, str]] = [
    ("thanks", "Nia Petrakis", "Nothing is open that you have to thank Nia Petrakis for."),
    ("nudge", "Chantal Beauchemin", "You nudged Chantal Beauchemin on 2026-10-05 already."),
    ("nudge", "Gus Papadakis", "Gus Papadakis owes you no answer"),
    ("referral", "Aaliyah Freeman", "There is nothing to ask Aaliyah Freeman for: no open lead"),
    ("update", "Grace Achieng", "There is no news that Grace Achieng has not heard"),
]


@pytest.mark.parametrize(("sort", "name", "said"), REFUSED)
def test_no_letter_is_made_without_an_occasion(drafted: Callable[..., Draft], sort: Sort, name: str, said: str):
    with pytest.raises(NothingToSay, match=re.escape(said)):
        drafted(sort, name)


def test_the_owners_own_words_come_first(drafted: Callable[..., Draft]):
    one = drafted("referral", "Aaliyah Freeman", Wish("Who runs\n the desk at Larkmeadow?"))
    assert "\n\nWho runs the desk at Larkmeadow?\n\n" in one.letter.body


def test_stock_words_are_told_with_advice(drafted: Callable[..., Draft]):
    said = drafted("introduction", "Nia Okafor", Wish("Any openings at your place?")).said
    assert said[-1] == "“any openings” says little. Name one role at one company, or the person you want to meet."


NEW = {
    "sender": "---\nname: Ann Sender\n{}---\n",
    "bo": "---\nname: Bo Lee\nintroduced_by: '[[Ann Sender]]'\ntitle: Planner\n---\n",
}
MAY = {
    "may_use_name: yes\n": (True, ""),
    "may_use_name: ask\n": (False, "Ask Ann Sender before you use the name. The letter leaves the name out."),
    "may_use_name: no\n": (False, "Do not use the name of Ann Sender. The letter leaves the name out."),
    "": (False, "Whether you may say so is not written: ask Ann Sender. The letter leaves the name out."),
    "may_use_name: yes\nprivate: yes\n": (
        False,
        "You may say that Ann Sender sent you. The letter leaves the name out.",
    ),
}


@pytest.mark.parametrize(("field", "expected"), MAY.items())
def test_who_sent_me_is_named_only_where_that_is_allowed(
    tmp_path, insights_of: Callable[..., Insights], field: str, expected: tuple[bool, str]
):
    for folder in ("contacts", "journal"):
        (tmp_path / folder).mkdir()
    (tmp_path / "contacts" / "Ann Sender.md").write_text(NEW["sender"].format(field))
    (tmp_path / "contacts" / "Bo Lee.md").write_text(NEW["bo"])
    one = next(one for one in all_letters(insights_of(tmp_path), "information") if one.name == "Bo Lee")
    named, said = expected
    assert ("Ann Sender gave me your name." in one.letter.body) is named
    assert "Ann" in one.letter.body or not named
    assert (said in one.said) is bool(said)


def test_somebody_who_is_closed_gets_no_letter(tmp_path, insights_of: Callable[..., Insights]):
    for folder in ("contacts", "journal"):
        (tmp_path / folder).mkdir()
    (tmp_path / "contacts" / "Bo Lee.md").write_text("---\ntitle: Planner\nstatus: closed\n---\n")
    assert not all_letters(insights_of(tmp_path), "information")


FOR_THEM = {
    "job club at the library, row three": "job club at the library, row three",
    "her first day at Corvane, the desk across from mine": "",
    "Corvane, my first month-end": "",
    "the slow-mover list.": "the slow-mover list",
    "": "",
}


@pytest.mark.parametrize(("note", "said"), FOR_THEM.items())
def test_a_note_about_somebody_is_not_said_to_them(note: str, said: str):
    assert for_them(note) == said


def test_the_vaults_own_letter_comes_before_ours_and_can_include_its_neighbours(drafted: Callable[..., Draft]):
    own = "Subject: Hi {{ first_name }}\n\n{% include 'signature.md' %}\n"
    letter = drafted("thanks", "Patrick O'Shaughnessy", thanks=own, signature="Yours, {{ me }}").letter
    assert letter.text == "Subject: Hi Patrick\n\nYours, Marta Wieczorek\n"


@pytest.mark.parametrize("own", ["Hello", "Subject:\n\nHello", "", "\n\n", "Subject: {{ empty | default('') }}\n"])
def test_a_letter_without_a_subject_is_refused(drafted: Callable[..., Draft], own: str):
    with pytest.raises(
        BadLetter, match=r"templates/letters/thanks\.md, line 1: a letter begins with the line `Subject: "
    ):
        drafted("thanks", "Patrick O'Shaughnessy", thanks=own)


def test_every_word_is_a_text(example: Insights, drafted: Callable[..., Draft]):
    listing = "Subject: x\n\n" + "\n".join(f"{word}={{{{ {word} }}}}" for word in WORDS)
    for sort, name in (("thanks", "Beatriz Nogueira"), ("nudge", "Hiroshi Tanabe"), ("information", "Walt Sorensen")):
        body = drafted(sort, name, **{sort: listing}).letter.body
        assert [line.partition("=")[0] for line in body.split("\n") if "=" in line] == list(WORDS)
