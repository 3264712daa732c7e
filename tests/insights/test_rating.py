"""The rating of targets: by letter, motivation, postings, and who is inside; and what is missing."""

import pytest

TODAY = "2026-11-19"
TALK = {"2026-11-10 a": "with: [[Bo]]; channel: call"}


@pytest.mark.parametrize(
    ("files", "names"),
    [
        pytest.param({"X": "target: B", "Y": "target: A"}, ["Y", "X"], id="letter"),
        pytest.param({"X": "target: yes", "Y": "target: B", "Z": "target: A"}, ["Z", "X", "Y"], id="yes after A"),
        pytest.param({"X": "motivation: 3", "Y": "motivation: 4"}, ["Y", "X"], id="motivation"),
        pytest.param({"X": "motivation: 1", "Y": ""}, ["X", "Y"], id="not rated comes last"),
        pytest.param({"X": "motivation: 3; postings: 1", "Y": "motivation: 3; postings: 3"}, ["Y", "X"], id="postings"),
        pytest.param({"X": "postings: 3", "Y": "motivation: 1"}, ["Y", "X"], id="motivation before postings"),
        pytest.param({"X": "", "Y": "", "Bo": "company: Y"}, ["Y", "X"], id="someone inside"),
        pytest.param({"X": "", "Y": "", "Bo": "knows: [[Jane]]", "Jane": "company: Y"}, ["Y", "X"], id="one step"),
        pytest.param(
            {"X": "", "Y": "", "Bo": "company: Y; knows: [[Jane]]", "Jane": "company: X"}, ["Y", "X"], id="inside first"
        ),
        pytest.param({"Y": "", "X": ""}, ["X", "Y"], id="by name"),
    ],
)
def test_targets_stand_in_the_order_of_their_rating(derived, files, names) -> None:
    companies = {
        f"career/companies/{name}.md": text if "target" in text else f"target: A; {text}".removesuffix("; ")
        for name, text in files.items()
        if name in "XYZ"
    }
    people = {name: text for name, text in files.items() if name not in "XYZ"}
    rows = derived({"Bo": "", **companies, **people, **TALK}, TODAY).coverage
    assert [(row.company.name, row.rank) for row in rows] == list(zip(names, range(1, 9), strict=False))


@pytest.mark.parametrize(
    ("company", "people", "words", "missing"),
    [
        pytest.param(
            "motivation: 4; postings: 2", {"Bo": "company: Acme"},
            "motivation 4 of 5, postings 2 of 3, someone inside", (), id="rated",
        ),
        pytest.param(
            "motivation: 4", {"Bo": "knows: [[Jane]]", "Jane": "company: Acme"},
            "motivation 4 of 5, postings not rated, one step to someone inside", ("postings: 1-3",), id="one step",
        ),
        pytest.param(
            "", {"Jane": "company: Acme"},
            "motivation not rated, postings not rated, nobody inside", ("motivation: 1-5", "postings: 1-3"), id="bare",
        ),
        pytest.param(
            "motivation: 4; postings: 2", {"Bo": "company: Acme; status: closed"},
            "motivation 4 of 5, postings 2 of 3, nobody inside", (), id="closed is nobody",
        ),
    ],
)  # fmt: skip
def test_a_rating_in_words_and_what_is_missing(derived, company, people, words, missing) -> None:
    files = {"career/companies/Acme.md": f"target: A; {company}".removesuffix("; "), "Bo": "", **people, **TALK}
    [row] = derived(files, TODAY).coverage
    assert (row.rating.words, row.rating.missing) == (words, missing)
