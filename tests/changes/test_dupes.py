"""Pairs that may be one: what speaks for it, what against, and what the owner said."""

from pathlib import Path

import pytest

from netfiles.changes.apart import kept_apart, moved, pairs
from netfiles.changes.dupes import dupes, profile
from netfiles.changes.name_forms import keys, likeness, one_apart
from netfiles.records.plan import Created, Edited
from netfiles.text.edits import Append, Wrap
from tests.changes.made import Files, network, vault


def found(root: Path, files: Files) -> list[tuple[str, str, str, list[str]]]:
    """Names, how likely, and the reasons of each pair."""
    return [
        (p.first.name, p.second.name, p.word, [r.text for r in p.reasons]) for p in dupes(network(vault(root, files)))
    ]


@pytest.mark.parametrize(
    ("one", "two", "points"),
    [
        ("José Álvarez", "Jose Alvarez", 40), ("Jan van der Berg", "Jan Berg", 40), ("Dr. Ann Poe", "Ann Poe", 40),
        ("Doe, Jane", "Jane Doe", 35), ("Jane Doe", "Jane Q. Doe", 30), ("Bob Miller", "Robert Miller", 25),
        ("Gus Papadakis", "Konstantinos Papadakis", 25), ("J. Doe", "Jane Doe", 20),
        ("Sorenson, Walt", "Walt Sorensen", None),
        ("Walt Sorenson", "Walt Sorensen", 25), ("Li", "Li", 20), ("Jane A. Doe", "Jane B. Doe", None),
        ("Ann Poe", "Anne Poe", None), ("Patrick O'Shea", "Patrick OShea", 40), ("Jane Doe", "John Doe", None),
        ("Nia Okafor", "Nia Petrakis", None), ("王小明", "王小明", 20), ("…", "…", None),
        ("Mary Ann Poe", "Mary Poe", 30),
    ],
)  # fmt: skip
def test_names_are_alike(one: str, two: str, points: int | None) -> None:
    like = likeness(one, two)
    assert (like and like.points) == points
    if like:
        short = {key.replace(" ", " ").replace("short", "long") for name in (one, two) for key in keys(name)}
        assert {k.replace("short", "long") for k in keys(one)} & {k.replace("short", "long") for k in keys(two)} & short


def test_one_letter_apart() -> None:
    assert all(one_apart("sorenson", other) for other in ("sorensen", "sorensn", "sorensonn", "sorneson", "zorenson"))
    assert not any(one_apart("sorenson", other) for other in ("sorenson", "sorensenn", "sorens", "nosneros"))


def test_each_sign_is_evidence_and_what_contradicts_it_too(tmp_path: Path) -> None:
    files = {
        "contacts/Bob Miller.md": "emails: bob@x.example; company: Acme; location: Lyon, France",
        "contacts/Robert Miller.md": "emails: Bob <Bob@x.example>; company: Acme; location: Lyon",
        "contacts/Ann Poe.md": "phones: +1 413 555 0142; company: Acme; location: Lyon",
        "contacts/Annie P.md": "phones: +1 (413) 555-0142; company: Globex; location: Paris",
        "contacts/Cy Ek.md": "links: https://www.linkedin.example/in/cy-ek/",
        "contacts/C. Ekström.md": "links: fr.linkedin.example/in/Cy-Ek?x=1",
    }
    assert found(tmp_path, files) == [
        ("Bob Miller", "Robert Miller", "almost certain",
         ["the same address: bob@x.example", "Bob is short for Robert, or the other way round", "both at Acme",
          "the same place"]),
        ("C. Ekström", "Cy Ek", "likely", ["the same profile: fr.linkedin.example/in/Cy-Ek?x=1"]),
    ]  # fmt: skip


def test_what_many_share_is_no_sign(tmp_path: Path) -> None:
    files = {
        f"contacts/{name}.md": "phones: +1 413 555 0100; emails: info@x.example" for name in ("Al", "Bo", "Cy", "Di")
    }
    assert found(tmp_path, files) == []


def test_two_who_were_met_together_are_two(tmp_path: Path) -> None:
    files = {
        "contacts/Jane Doe.md": "x: 1",
        "contacts/J. Doe.md": "x: 1",
        "journal/2026-11-01 a.md": 'with: [Jane Doe, "[[J. Doe]]"]; channel: call',
    }
    assert found(tmp_path, files) == []
    (tmp_path / "journal/2026-11-01 a.md").unlink()
    assert [pair[2] for pair in found(tmp_path, {})] == ["possible"]


def test_a_name_without_a_file_may_be_one_that_has_one(tmp_path: Path) -> None:
    files = {"contacts/Walt Sorensen.md": "knows: [Walt Sorenson, Sam Ames, Sam Ames]"}
    assert [pair[:2] for pair in found(tmp_path, files)] == [("Walt Sorensen", "Walt Sorenson")]


def test_companies_are_compared_without_their_legal_form(tmp_path: Path) -> None:
    files = {
        "career/companies/Acme Inc.md": "website: https://acme.example/jobs",
        "career/companies/ACME.md": "website: www.acme.example",
        "contacts/Bo.md": "company: Acme GmbH",
    }
    assert [pair[:3] for pair in found(tmp_path, files)][:1] == [("ACME", "Acme Inc", "almost certain")]


def test_pairs_that_are_not_the_same_are_left_out(tmp_path: Path) -> None:
    files = {"contacts/Jane Doe.md": "x: 1", "contacts/Jane Q Doe.md": "x: 1"}
    of = network(vault(tmp_path, files))
    plan = kept_apart(None, "", ("contacts/Jane Q Doe.md", "Jane Q Doe"), ("contacts/Jane Doe.md", "Jane Doe"))
    (step,) = plan.steps
    assert isinstance(step, Created)
    assert dupes(of)
    assert not dupes(of, pairs(step.text))
    assert kept_apart(step.text, "", ("contacts/Jane Doe.md", "J"), ("contacts/Jane Q Doe.md", "K")).steps == ()
    more = kept_apart(step.text, "c", ("a", "A"), ("b", "B"))
    assert more.steps == (Edited("not-the-same.txt", "c", (Append("a | b\n"),)),)


def test_the_list_follows_a_file() -> None:
    text = "# a | b\ncontacts/A.md | contacts/B.md\n\ncontacts/A.md | contacts/A.md\n"
    (step,) = moved(text, "c", "contacts/A.md", "contacts/Z.md")
    assert step == Edited(
        "not-the-same.txt",
        "c",
        (
            Wrap(2, 0, "contacts/A.md", "contacts/Z.md"),
            Wrap(4, 16, "contacts/A.md", "contacts/Z.md"),
            Wrap(4, 0, "contacts/A.md", "contacts/Z.md"),
        ),
    )
    assert moved(text, "c", "contacts/C.md", "contacts/Z.md") == ()


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("https://www.linkedin.com/in/ada-poe/", "linkedin.com/in/ada-poe"),
        ("de.linkedin.com/in/Ada-Poe", "linkedin.com/in/ada-poe"),
        ("https://acme.example", ""), ("https://acme.example/", ""), ("not one", ""), ("x.ai/ada", "x.ai/ada"),
    ],
)  # fmt: skip
def test_a_profile_is_compared_without_what_differs_by_habit(text: str, same: str) -> None:
    assert profile(text) == same
