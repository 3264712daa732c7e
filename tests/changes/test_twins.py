"""Who is on file already: by name, nearly the same name, address or number."""

import pytest

from netfiles.changes.twins import twins
from netfiles.insights.directory import Directory, Listed, listed
from netfiles.model import Kind
from netfiles.records.read import read_record


def names(kind: Kind, *called: str) -> Directory:
    texts = (
        (f"x/{name}.md", f'---\nname: "{name}"\nemails: a@x.example\nphones: "+1 413 555 0142"\n---\n')
        for name in called
    )
    records = [read_record(kind, path, text).record for path, text in texts]
    return Directory({record.path: listed(record) for record in records if record})


ALIKE = [
    ("person", "Nia Okafor", "nia okafor", "the same name"),
    ("person", "Nia Okafor", "Nia Okafr", "a similar name"),
    ("person", "Nia Okafor", "Okafor, Nia", "a similar name"),
    ("person", "Nia Okafor", "N. Okafor", "a similar name"),
    ("person", "Ludmila Horáková", "Ludmila Horakova", "a similar name"),
    ("person", "Ana van der Berg", "Ana Berg", "a similar name"),
    ("person", "Ana Lucía Fernández", "Ana Fernandez", "a similar name"),
    ("person", "Wulandari", "Wulandary", "a similar name"),
    ("company", "Acme Inc.", "The Acme", "a similar name"),
    ("lead", "Data Analyst", "data analyst", "the same name"),
]
UNLIKE = [
    ("person", "Nia Okafor", "Nia Petrakis"),
    ("person", "Gus Papadakis", "Eleni Papadakis"),
    ("person", "John Smith", "Joan Smith"),
    ("person", "Nia Okafor", "Tania Okaforsen"),
    ("company", "Acme Paper", "Acme Steel"),
    ("lead", "Data Analyst", "Data Analysts"),
]


@pytest.mark.parametrize(("kind", "known", "new", "why"), ALIKE)
def test_names_that_may_be_the_same_are_told(kind: Kind, known: str, new: str, why: str):
    assert [twin.why for twin in twins(names(kind, known), kind, new)] == [why]


@pytest.mark.parametrize(("kind", "known", "new"), UNLIKE)
def test_other_names_are_left_alone(kind: Kind, known: str, new: str):
    assert not twins(names(kind, known), kind, new)


@pytest.mark.parametrize(
    ("emails", "phones", "why"),
    [
        (["A@X.example"], [], "the same e-mail address"),
        ([], ["413-555-0142"], "the same phone number"),
        ([], ["0413 555 0142"], "the same phone number"),
        (["Bo <a@x.example>"], ["+1 (413) 555 0142"], "the same e-mail address, the same phone number"),
    ],
)
def test_the_same_address_or_number_is_told(emails: list[str], phones: list[str], why: str):
    assert [twin.why for twin in twins(names("person", "Nia"), "person", "Bo Lee", emails, phones)] == [why]


def test_a_few_digits_are_no_number():
    assert not twins(names("person", "Nia"), "person", "Bo Lee", [], ["0142"])


def test_somebody_who_is_only_named_in_entries_is_no_twin():
    unfiled = Listed("person", "name:bo lee", "Bo Lee", None, plain="bo lee")
    assert not twins(Directory({unfiled.key: unfiled}), "person", "Bo Lee")
