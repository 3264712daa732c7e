"""A link finds its record: by stem, then name, then aliases; the first level with a match decides."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netfiles.index.names import all_folded, folded

JANE = {"contacts/Jane Doe.md": "name: Jane Q. Doe; aliases: [Janey, JD]"}


@pytest.mark.parametrize(
    "link",
    [
        "[[Jane Doe]]",
        "[[jane doe]]",
        "[[JANE DOE]]",
        "[[ Jane Doe ]]",
        "[[Jane Doe|Jane]]",
        "[[Jane Doe#Part]]",
        "[[Jane Doe#Part|Jane]]",
        "[[contacts/Jane Doe]]",
        "[[contacts/Jane Doe|Jane]]",
        "[[Contacts/jane doe]]",
        "[[Jane Doe.md]]",
        "[[contacts/Jane Doe.md]]",
        "[[Jane Q. Doe]]",
        "[[jane q. doe]]",
        "[[Janey]]",
        "[[jd]]",
        "Jane Doe",
        "jd",
    ],
)
def test_every_way_of_writing_finds_jane(with_whom, link) -> None:
    assert with_whom(JANE, link) == ["contacts/Jane Doe.md"]


@pytest.mark.parametrize(
    ("files", "link", "expected"),
    [
        pytest.param(
            {"contacts/Ada.md": "", "contacts/x.md": "name: Ada"}, "[[Ada]]", ["contacts/Ada.md"], id="stem before name"
        ),
        pytest.param(
            {"contacts/x.md": "name: Ada", "contacts/y.md": "aliases: Ada"},
            "[[Ada]]",
            ["contacts/x.md"],
            id="name before alias",
        ),
        pytest.param(
            {"contacts/Ada.md": "", "contacts/y.md": "aliases: Ada"},
            "[[ada]]",
            ["contacts/Ada.md"],
            id="stem before alias",
        ),
        pytest.param(
            {"contacts/x.md": "name: Ada", "contacts/y.md": "name: ada"}, "[[Ada]]", [], id="two names: nobody"
        ),
        pytest.param(
            {"contacts/x.md": "aliases: Ada", "contacts/y.md": "aliases: Ada"}, "[[Ada]]", [], id="two aliases"
        ),
        pytest.param({"contacts/a/Ada.md": "", "contacts/b/Ada.md": ""}, "[[Ada]]", [], id="two stems"),
        pytest.param(
            {"contacts/a/Ada.md": "", "contacts/b/Ada.md": ""},
            "[[a/Ada]]",
            ["contacts/a/Ada.md"],
            id="the path decides",
        ),
        pytest.param(
            {"contacts/a/Ada.md": "", "contacts/b/Ada.md": ""},
            "[[contacts/b/Ada|Ada]]",
            ["contacts/b/Ada.md"],
            id="the whole path decides",
        ),
        pytest.param(
            {"contacts/Ada.md": "", "contacts/x.md": "aliases: Ada", "contacts/y.md": "aliases: Ada"},
            "[[Ada]]",
            ["contacts/Ada.md"],
            id="two aliases below a stem do not matter",
        ),
        pytest.param(
            {"contacts/Ada.md": "aliases: [Ada, ADA]; name: Ada"}, "[[Ada]]", ["contacts/Ada.md"], id="thrice the same"
        ),
        pytest.param({"contacts/x.md": "aliases: [Ada, ada]"}, "[[Ada]]", ["contacts/x.md"], id="twice the same alias"),
        pytest.param({}, "[[Ada]]", ["? Ada"], id="not on file"),
        pytest.param({}, "[[Ada|the one from Acme]]", ["? Ada"], id="not on file, with a label"),
        pytest.param({"career/companies/Ada.md": ""}, "[[Ada]]", ["? Ada"], id="a company is no person"),
        pytest.param({"templates/Ada.md": "aliases: Ada"}, "[[Ada]]", ["? Ada"], id="a template is no record"),
        pytest.param({"contacts/.Ada.md": "name: Ada"}, "[[Ada]]", ["? Ada"], id="a dot file is no record"),
    ],
)
def test_the_first_level_with_a_match_decides(with_whom, files, link, expected) -> None:
    assert with_whom(files, link) == expected


@pytest.mark.parametrize("field", ["stem", "name", "alias"])
@pytest.mark.parametrize(("written", "linked"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_unicode_forms_are_one(with_whom, field, written, linked) -> None:
    name, link = (unicodedata.normalize(form, "Zoë Åström") for form in (written, linked))
    files = {
        "stem": {f"contacts/{name}.md": ""},
        "name": {"contacts/x.md": f"name: {name}"},
        "alias": {"contacts/x.md": f"aliases: {name}"},
    }[field]
    assert with_whom(files, f"[[{link}]]") == list(files)


@pytest.mark.parametrize(
    ("one", "other"), [("STRASSE", "Straße"), ("Σίσυφος", "ΣΊΣΥΦΟΣ"), ("Öz", "öZ"), ("İpek", "İPEK")]
)
def test_case_does_not_count_in_any_script(with_whom, one, other) -> None:
    assert with_whom({f"contacts/{one}.md": ""}, f"[[{other}]]") == [f"contacts/{one}.md"]


def test_an_ambiguous_link_is_a_warning_that_names_both(link_problems) -> None:
    files = {"contacts/x.md": "name: Ada", "contacts/y.md": "name: Ada", "journal/2026-11-05 a.md": 'with: "[[Ada]]"'}
    [message] = [message for file, message in link_problems(files) if file.startswith("journal/")]
    assert ("contacts/x" in message, "contacts/y" in message) == (True, True)


def test_a_name_not_on_file_is_no_problem(link_problems) -> None:
    files = {"contacts/Cy.md": "", "journal/2026-11-05 a.md": 'with: "[[Ada]]"; introduced: "[[Bo]]"'}
    assert link_problems(files) == []


@pytest.mark.parametrize("field", ["leads", "thanks_for", "outcome_for"])
def test_a_link_to_nothing_but_a_person_is_a_warning(link_problems, field) -> None:
    files = {"contacts/Ada.md": "", "journal/2026-11-05 a.md": f'with: "[[Ada]]"; {field}: "[[Nowhere]]"'}
    [(file, message)] = link_problems(files)
    assert (file, "Nowhere" in message) == ("journal/2026-11-05 a.md", True)


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("with: [[Ada]]", ["Ada"]),
        ('with: "[[Ada]]"', ["Ada"]),
        ('with: ["[[Ada]]"]', ["Ada"]),
        ("with: [[[Ada]]]", ["Ada"]),
        ("with: [[[Ada]], [[Bo]]]", ["Ada", "Bo"]),
        ('with: ["[[Ada]]", "[[Bo]]"]', ["Ada", "Bo"]),
        ('with: ["[[Bo]]", "[[Ada]]"]', ["Bo", "Ada"]),
        ('with: ["[[Ada]]", "[[ada]]"]', ["Ada"]),
        ("with: [[Ada, Countess]]", ["Ada, Countess"]),
        ("with: [[2026]]", ["2026"]),
        ("with: [[No]]", ["No"]),
        ("with: [[007]]", ["007"]),
        ("with: Ada", ["Ada"]),
        ("with: []", []),
        ("with:", []),
    ],
)
def test_links_are_read_quoted_or_not(network_of, written, people) -> None:
    network = network_of({"journal/2026-11-05 a.md": f"channel: email; {written}"})
    assert [network.people[key].name for key in network.entries[0].people] == people


@pytest.mark.parametrize(
    ("files", "mentioned"),
    [
        pytest.param(
            {"contacts/Ada.md": "", "career/companies/Acme.md": ""}, ["Ada", "Acme"], id="people and companies"
        ),
        pytest.param({"contacts/Ada.md": "", "career/companies/Ada.md": ""}, ["Ada"], id="people first"),
        pytest.param({"career/companies/Ada.md": "", "career/leads/Ada.md": ""}, ["Ada"], id="then companies"),
    ],
)
def test_a_body_mentions_people_then_companies_then_others(network_of, files, mentioned) -> None:
    network = network_of({**files, "journal/2026-11-05 a.md": "activity: study // On [[Ada]] and [[Acme]]."})
    [entry] = network.entries
    assert [path.rsplit("/")[-1].removesuffix(".md") for path in entry.mentioned if path in files] == mentioned
    assert next(path for path in entry.mentioned if path in files) == next(iter(files))


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("[her](Jane%20Doe.md)", True), ("[her](<Jane Doe>)", True), ("[her](../../contacts/Jane%20Doe.md#Part)", True),
        ("[her][1]\n\n[1]: Jane%20Doe.md", True), ("[[../../contacts/Jane Doe]]", True),
        ("`[her](Jane%20Doe.md)`", False), ("[x](https://x.org/Jane%20Doe.md)", False),
        ("[x](../Jane%20Doe.md)", False),
    ],
)  # fmt: skip
def test_a_link_of_markdown_leads_where_a_wikilink_would(network_of, link: str, leads: bool) -> None:
    network = network_of({**JANE, "journal/2026/2026-11-01 Note.md": f"channel: call // {link}"})
    assert bool(network.people["contacts/Jane Doe.md"].mentioned_in) is leads


@pytest.mark.parametrize(
    ("link", "codes"),
    [
        ("[x](Nobody.md)", ["NF401"]),
        ("[x](acme.com/jobs)", []),
        ("[x](notes.pdf)", []),
        ("[x](../../../x.md)", ["NF403"]),
    ],
)
def test_a_link_of_markdown_to_nothing_is_told_where_it_means_a_note(network_of, link: str, codes: list[str]) -> None:
    network = network_of({"contacts/Bo.md": f"status: active // {link}"})
    assert [problem.code for problem in network.all_problems if problem.code.startswith("NF4")] == codes


def test_who_is_only_mentioned_has_no_entry(network_of) -> None:
    network = network_of({"contacts/Ada.md": "", "journal/2026-11-05 a.md": "with: [[Bo]] // On [[Ada]]."})
    assert network.people["contacts/Ada.md"].entries == ()


@pytest.mark.parametrize(
    ("person", "company"),
    [
        ("company: Acme", "Acme"),
        ("company: [[Acme]]", "Acme"),
        ("company: acme", "Acme"),
        ("company: [[career/companies/Acme|the firm]]", "Acme"),
        ("company: ACME Inc", "Acme"),
        ("company: Initech", "Initech"),
    ],
)
def test_a_company_is_found_by_text_or_link_and_needs_no_file(network_of, person, company) -> None:
    network = network_of({"contacts/Ada.md": person, "career/companies/Acme.md": "aliases: Acme Inc"})
    key = network.people["contacts/Ada.md"].company
    assert network.companies[key].name == company
    assert network.companies[key].now == ("contacts/Ada.md",)


def test_names_not_on_file_are_one_person_whatever_their_case(network_of) -> None:
    files = {
        "journal/2026-11-05 a.md": "with: [[Ada]]; introduced: [[Sam Lee]]",
        "journal/2026-11-06 b.md": "with: [[sam lee]]",
    }
    sam = [someone for someone in network_of(files).people.values() if someone.name.lower() == "sam lee"]
    assert [(len(one.given_in), len(one.entries)) for one in sam] == [(1, 1)]


@pytest.mark.parametrize(
    "written", ["[[contacts/Sam Lee]]", "[[Sam Lee.md]]", "[[Sam Lee#CV]]", "[[Sam Lee|Sam]]", "Sam Lee"]
)
def test_a_name_not_on_file_is_one_person_however_it_is_written(network_of, written) -> None:
    """Each of these finds contacts/Sam Lee.md once there is one."""
    files = {
        "journal/2026-11-05 a.md": f'with: "[[Ada]]"; introduced: "{written}"',
        "journal/2026-11-06 b.md": 'with: "[[Sam Lee]]"',
    }
    assert sorted(someone.name for someone in network_of(files).people.values()) == ["Ada", "Sam Lee"]


def test_a_body_names_by_label_in_a_table_and_not_in_code(network_of) -> None:
    body = "| who |\n|---|\n| [[Ada\\|A.]] |\n\n`[[Bo]]`"
    files = {"contacts/Ada.md": "", "contacts/Bo.md": "", "journal/2026-11-05 a.md": f"activity: study // {body}"}
    assert network_of(files).entries[0].mentioned == ("contacts/Ada.md",)


def test_one_bad_file_never_hides_another(network_of) -> None:
    files = {"contacts/Ada.md": "", "contacts/Bad.md": "name: [", "journal/2026-11-05 a.md": "with: [[Ada]]"}
    assert [someone.name for someone in network_of(files).on_file] == ["Ada"]


@given(st.lists(st.text(st.sampled_from(list("aÄß \t\n\u0301İ가ﬃ")), max_size=6), max_size=8))
def test_many_names_are_folded_as_each_is(names: list[str]) -> None:
    assert all_folded(names) == [folded(name) for name in names]
