"""People in the notes of others: each key in the words of many comes to its field, and nothing is lost."""

import pytest

from netfiles.records.fits import fits
from netfiles.records.validate import list_fields
from tests.exchange.notes import read

# what a note says | the field | its values
SAID = (
    ("org: Acme", "company", ("Acme",)),
    ("organisation: '[[crm/Acme Ltd|Acme]]'", "company", ("Acme",)),
    ("employer: [[Acme]]", "company", ("Acme",)),
    ("Company: [Acme, Initech]", "company", ("Acme",)),
    ("role: Engineer", "title", ("Engineer",)),
    ("job_title: Engineer", "title", ("Engineer",)),
    ("Position: Engineer", "title", ("Engineer",)),
    ("e-mail: jane@x.example", "emails", ("jane@x.example",)),
    ("emails: [jane@x.example, j@y.example]", "emails", ("jane@x.example", "j@y.example")),
    ("work email: jane@x.example, j@y.example", "emails", ("jane@x.example", "j@y.example")),
    ("email: '[mail](mailto:jane@x.example)'", "emails", ("jane@x.example",)),
    ("mobile: +1 413 555 0142", "phones", ("+1 413 555 0142",)),
    ("tel: '413 555 0142, 413 555 0143'", "phones", ("413 555 0142", "413 555 0143")),
    ("website: jane.example", "links", ("jane.example",)),
    ("linkedin: jane-doe", "links", ("https://www.linkedin.com/in/jane-doe",)),
    ("linkedin: https://www.linkedin.com/in/jane-doe/", "links", ("https://www.linkedin.com/in/jane-doe/",)),
    ("twitter: '@jane'", "links", ("https://x.com/jane",)),
    ("github: jane", "links", ("https://github.com/jane",)),
    ("mastodon: '@jane@social.example'", "links", ("https://social.example/@jane",)),
    ("bday: 1985-04-12", "birthday", ("1985-04-12",)),
    ("dob: April 12, 1985", "birthday", ("1985-04-12",)),
    ("birthday: 04-12", "birthday", ("04-12",)),
    ("birthday: 12 April", "birthday", ("04-12",)),
    ("birthday: 1604-04-12", "birthday", ("04-12",)),
    ("tags: 'climbing, #old friends'", "tags", ("climbing", "old-friends")),
    ("nickname: JD, Janie", "aliases", ("JD", "Janie")),
    ("relationship: colleague", "relation", ("colleague",)),
    ("contact_interval_days: 90", "keep_in_touch", ("90d",)),
    ("frequency: every 3 months", "keep_in_touch", ("3m",)),
    ("cadence: Quarterly", "keep_in_touch", ("quarterly",)),
    ("custom_frequency_days: '30'", "keep_in_touch", ("30d",)),
    ("next_follow_up: 2026-12-01", "next_on", ("2026-12-01",)),
    ("next-follow-up: 2026-12-01", "next", ("follow up",)),
    ("nextFollowUp: call about the job", "next", ("call about the job",)),
    ("first_met: 2019-05-02", "met_on", ("2019-05-02",)),
    ("met: at a fair", "met_at", ("at a fair",)),
    ("how we met: at a fair", "met_at", ("at a fair",)),
    ("introduced_by: '[[Bo Lee]]'", "introduced_by", ("[[Bo Lee]]",)),
    ("city: Berlin", "location", ("Berlin",)),
    ("city: Amherst; state: MA", "location", ("Amherst, MA",)),
    ("address: 12 Mill Street", "addresses", ("12 Mill Street",)),
    ("address:;   street: 12 Mill Street;   city: Amherst", "addresses", ("12 Mill Street, Amherst",)),
    ("phone:;   mobile: 413 555 0142;   work: 413 555 0143", "phones", ("413 555 0142", "413 555 0143")),
    ("emails:;   - label: work;     address: jane@x.example", "emails", ("jane@x.example",)),
    ("social:;   github: jane;   linkedin: jane-doe", "links", (
        "https://github.com/jane", "https://www.linkedin.com/in/jane-doe")),
    ("contact:;   email: jane@x.example", "emails", ("jane@x.example",)),
    ("former_orgs: ['[[Initech]]']", "past_companies", ("Initech",)),
    ("status: archived", "status", ("dormant",)),
    ("private: true", "private", ("yes",)),
    ("can_help: knows everybody at Acme", "can_help", ("knows everybody at Acme",)),
)  # fmt: skip


@pytest.mark.parametrize(("says", "field", "values"), SAID, ids=[says for says, _, _ in SAID])
def test_a_key_in_other_words_comes_to_its_field(says: str, field: str, values: tuple[str, ...]) -> None:
    (person,) = read({"People/Jane Doe.md": f"{says} // "}).people
    assert person.values[field] == values
    assert all(fits("person", name, value) for name, some in person.values.items() for value in some if name in LISTS)


LISTS = list_fields("person")

# what a note says | what is kept beside the fields | what is said of it
KEPT = (
    ("favorite_color: blue", ("favorite_color", "blue"), ""),
    ("kids:;   - name: Zoë;     age: 4", ("kids name", "Zoë"), ""),
    ("company: [Acme, Initech]", ("company", "Initech"), ""),
    ("birthday: in spring", ("birthday", "in spring"), "`birthday` says “in spring”, which is no day"),
    ("met_on: 03/04/2019", ("met_on", "03/04/2019"), "`met_on` says “03/04/2019”, which is no day"),
    ("cadence: often", ("cadence", "often"), "`cadence` says “often”, which is no duration"),
    ("email: jane at x", ("email", "jane at x"), "`email` says “jane at x”, which is no e-mail address"),
    ("status: hot lead", ("status", "hot lead"), ""),
    ("emails:;   - label: work;     address: jane@x.example", ("emails label", "work"), ""),
    ("type: '[[Authors]]'", ("type", "Authors"), ""),
    ("avatar: me.png", ("avatar", "me.png"), ""),
    ("last_contacted: a while ago", ("last_contacted", "a while ago"), "“a while ago”, which is no day"),
)


@pytest.mark.parametrize(("says", "kept", "told"), KEPT, ids=[says for says, _, _ in KEPT])
def test_what_has_no_field_is_kept(says: str, kept: tuple[str, str], told: str) -> None:
    found = read({"People/Jane Doe.md": f"{says} // "})
    assert kept in found.people[0].kept
    assert [told in left.message for left in found.left] == ([True] if told else [])
    assert all(left.line == 2 and left.rows == 0 for left in found.left)


# the file | what it says | the name
NAMES = (
    ("People/Jane Doe.md", "role: Engineer // # Clippings", "Jane Doe"),
    ("People/@Jane Doe.md", "role: Engineer // ", "Jane Doe"),
    ("People/jane-doe.md", "role: Engineer // \n# Jane Q. Doe\n", "Jane Q. Doe"),
    ("People/jane_doe.md", "role: Engineer // ", "Jane Doe"),
    ("People/x1.md", "first_name: Jane; last_name: Doe // ", "Jane Doe"),
    ("People/x1.md", "Full Name: Jane Doe // ", "Jane Doe"),
    ("People/jane-doe.md", "title: Jane Doe; role: Engineer // ", "Jane Doe"),
    ("People/….md", "role: Engineer // ", "Unnamed"),
)


@pytest.mark.parametrize(("path", "says", "name"), NAMES)
def test_a_person_is_called_as_the_note_says(path: str, says: str, name: str) -> None:
    (person,) = read({path: says}).people
    assert person.name == name
    assert person.values.get("title", ("Engineer",)) == ("Engineer",)


# the file | what it says | whether it is on a person
SORTS = (
    ("a.md", "type: person // ", True),
    ("a.md", "type: crm-contact // ", True),
    ("a.md", "categories: ['[[People]]'] // ", True),
    ("a.md", "tags: [climbing, people/friend] // ", True),
    ("a.md", "tags: '#contact' // ", True),
    ("Contacts/a.md", "no front matter at all", True),
    ("02 👥 People/a.md", "no front matter at all", True),
    ("crm/people/work/a.md", "x: 1 // ", True),
    ("a.md", "email: jane@x.example // ", True),
    ("a.md", "last_contacted: 2026-01-05 // ", True),
    ("a.md", "type: company; email: info@x.example // ", False),
    ("People/README.md", "About this folder", False),
    ("People/People.md", "type: moc // ", False),
    ("People/2026-03-04 A day.md", "no front matter", False),
    ("Templates/Person.md", "type: person // ", False),
    ("People/a.md", "birthday: {{date}} // ", False),
    ("Books/a.md", "author: Jane // ", False),
    ("a.txt", "email: jane@x.example", False),
)


@pytest.mark.parametrize(("path", "says", "is_person"), SORTS)
def test_which_notes_are_on_people(path: str, says: str, is_person: bool) -> None:
    found = read({path: says})
    assert len(found.people) == is_person
    assert sum(left.rows for left in found.left) == (not is_person)
    assert found.rows == 1


def test_the_body_stays_as_it_is_and_texts_of_keys_stand_before_it() -> None:
    body = "# Jane\n\nSee [[Acme]] and **this**.\n- [ ] call 📅 2026-12-04"
    (person,) = read({"People/Jane.md": f"type: person; notes: likes tea // \n{body}\n"}).people
    assert person.notes == f"likes tea\n\n{body}"


def test_what_the_source_calls_somebody_is_kept_as_that() -> None:
    assert read({"a.md": "type: person; id: per_01M8 // "}).people[0].uid == "per_01M8"
    assert read({"a.md": "type: person // "}).people[0].uid == ""


def test_front_matter_that_cannot_be_read_is_told_with_its_line_and_kept_as_notes() -> None:
    text = "---\nname: Jane\nemail: [jane@x.example\n---\nHello"
    found = read({"People/Jane.md": text, "Other/Bo.md": text})
    assert [(p.name, p.notes, p.values) for p in found.people] == [("Jane", text, {})]
    assert [(left.line, left.rows) for left in found.left] == [(4, 0), (4, 1)]
    assert found.left[0].message.startswith("People/Jane.md: The front matter is not YAML")


def test_control_characters_do_not_come_into_fields() -> None:
    (person,) = read({"People/a.md": 'name: "Jane\\x07 Doe\\nBo"; role: "a\\x1b[31mb" // '}).people
    assert (person.name, person.values["title"]) == ("Jane Doe Bo", ("a [31mb",))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_however_letters_are_written_they_are_read(encoding: str) -> None:
    text = "---\r\nname: Zoë Müller\r\ntype: person\r\n---\r\nGrüße\r\n"
    found = read({"a.md": text.encode(encoding)})
    assert [(p.name, p.notes) for p in found.people] == [("Zoë Müller", "Grüße")]
    assert len(found.left) == (encoding == "cp1252")


def test_a_note_that_is_too_long_is_left_and_the_others_are_read() -> None:
    found = read({"People/a.md": b"x" * (5 * 1024 * 1024 + 1), "People/b.md": "Hello"})
    assert [person.name for person in found.people] == ["b"]
    assert [(left.message, left.rows) for left in found.left] == [("People/a.md: longer than 5 MiB", 1)]
