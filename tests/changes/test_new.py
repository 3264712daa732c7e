"""New files from templates: whatever the name, the file says just that name, or is not made."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netfiles.changes.new import SORTS
from netfiles.errors import CannotMake
from netfiles.insights.directory import Directory, listed
from netfiles.model import Interaction
from netfiles.records.read import read_record
from tests.changes.making import made, own_template, plan_of

HOSTILE = [
    "Ada: Countess",
    'The "Duke"',
    "O'Brien",
    "yes",
    "null",
    "~",
    "2026-11-20",
    "12:30",
    "0123",
    "- dash",
    "# hash",
    "a #b",
    "[list]",
    "{map}",
    "&anchor",
    "*alias",
    "!tag",
    "%percent",
    "@at",
    "`tick`",
    "|pipe",
    ">fold",
    "a: b: c",
    "back\\slash",
    "\\n",
    "' \" ' \"",
    "a, b",
    "[[Jane]]",
    "---",
    "...",
    "=",
    "?",
    "? key",
    "emoji 🙂",
    "李小龙",
    "x\u2028y",
    "nbsp\u00a0x",
    "\ufeffbom",
    "fillin0z",
    "true",
    "1_000",
    "1e5",
    "0x1F",
    "trailing:",
    ": leading",
    '"quoted"',
    "it's",
    "{{date",
    "}}",
]
WHERE = [
    'name: "{{title}}"',
    "name: '{{title}}'",
    "name: {{title}}",
    "name: {{ title }}   # for {{title}}",
    "name: >-\n  {{title}}",
    '{ name: {{title}}, x: [{{title}}, "{{title}}"] }',
    "name:\nx:\n  - {{title}}\n  - k: '{{title}}'",
    "# {{title}}\nx: {{date}}",
    'name: "{{TITLE}}"\ny: "see {{title}} on {{date:D MMM YYYY}}"',
]


def refuses(name: str) -> bool:
    """Names that cannot be: nothing of them could name a file, or they look like a template."""
    return bool(re.fullmatch(r"[\W_]*", name)) or "{{" in name or "<%" in name


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_read_as_it_was_typed(name: str, where: str):
    template = f"---\n{where}\n---\n# Notes on {{{{title}}}}\n"
    try:
        step = made("person", name, template)
    except CannotMake:
        assert refuses(name)
        return
    reading = read_record("person", step.path, step.text)
    assert reading.record
    assert reading.record.called == name.strip()


@given(st.text(max_size=60), st.sampled_from(WHERE))
@example("\ufffe", WHERE[0])
@example("{{title}}", WHERE[0])
@example("a\x85b", WHERE[2])
def test_any_name_is_read_as_it_was_typed_or_refused(name: str, where: str):
    try:
        step = made("person", name, f"---\n{where}\n---\n")
    except CannotMake:
        return
    record = read_record("person", step.path, step.text).record
    assert record
    assert record.called == name.strip()
    assert len(step.path.rsplit("/", 1)[-1].encode()) <= 255


@pytest.mark.parametrize("word", SORTS)
def test_each_kind_has_a_template_that_needs_no_more_than_a_name(word: str):
    step = made(word, 'Bo: the "Lee"')
    reading = read_record(SORTS[word].kind, step.path, step.text)
    assert reading.record
    assert not reading.problems
    assert isinstance(reading.record, Interaction) or reading.record.called == 'Bo: the "Lee"'


WRONG = {
    "---\nname: {{title}}\nwhen: {{date:Z}}\n---\n": "templates/x.md:3: `Z` in `{{date:Z}}` is no format",
    "---\nname: {{title}}\nx: <% tp.file.title %>\n---\n": "templates/x.md:3: `<% tp.file.title %>` is not understood",
    "---\nname: {{title}}\nx: {{time2}}\n---\n": "templates/x.md:3: `{{time2}}` is not understood",
    "---\nname: {{title}} (new)\n---\n": "templates/x.md:2: `name` would not be the name",
    "---\nname: {{title}}\nbirthday: soon\n---\n": "templates/x.md:3: `birthday`: `soon` is not a date",
    "---\n{{title}}: x\n---\n": "templates/x.md:2: The name of a field cannot be filled in",
    "# {{title}}\n": "templates/x.md:1: The file has no front matter",
    "---\nname: {{title}}\n": "templates/x.md:1: The front matter is not closed",
    "---\nname: [{{title}}\n---\n": "templates/x.md:3: The front matter is not YAML",
}


@pytest.mark.parametrize(("template", "said"), WRONG.items())
def test_a_fault_of_the_template_is_told_with_its_line(template: str, said: str):
    with pytest.raises(CannotMake, match=re.escape(said)):
        made("person", "Bo Lee", template)


def test_dates_and_times_stand_as_the_fields_take_them():
    text = made("entry", "Bo Lee", "---\ndate: {{date}}T{{time}}\nwith:\n---\n{{date:dddd}}, {{time}}\n").text
    assert text == '---\ndate: 2026-11-20T09:30\nwith: "[[Bo Lee]]"\n---\nFriday, 09:30\n'


def test_the_body_of_a_template_keeps_what_it_does_not_mean():
    assert made("person", "Bo Lee", "---\nname: {{title}}\n---\n{{ other }} <% x %>\n").text.endswith(
        "{{ other }} <% x %>\n"
    )


def test_fields_are_set_where_the_template_has_them_and_others_added():
    text = made(
        "person", "Bo Lee", fields={"emails": ("bo@x.example",), "tags": ("a", "b"), "relation": ("family",)}
    ).text
    assert "emails: bo@x.example\n" in text
    assert "tags: [a, b]\n" in text
    assert text.endswith("relation: family\n---\n\n")


def test_a_field_without_a_value_is_left_out():
    assert "met_on" not in made("person", "Bo Lee", fields={"met_on": ()}).text


FIELDS = {
    "compnay": "`compnay` is not a field here. Did you mean `company`?",
    "privat": "Did you mean `private`?",
    "birthday": "`birthday`: `x` is not a date",
    "keep_in_touch": "`keep_in_touch`: `x` is not a duration",
}


@pytest.mark.parametrize(("field", "said"), FIELDS.items())
def test_a_field_that_cannot_be_is_refused(field: str, said: str):
    with pytest.raises(CannotMake, match=re.escape(said)):
        made("person", "Bo Lee", fields={field: ("x",)})


def test_one_value_is_not_two():
    with pytest.raises(CannotMake, match="takes one value"):
        made("person", "Bo Lee", fields={"location": ("a", "b")})


def test_a_field_of_ones_own_is_kept_and_said():
    plan = plan_of("person", "Bo Lee", fields={"shoe_size": ("44",)})
    assert plan.said == ("`shoe_size` is no field of person files: it is yours, kept and not read.",)


def on_file(*files: tuple[str, str, str]) -> Directory:
    """A directory of files: kind, path, text."""
    records = [read_record(kind, path, text).record for kind, path, text in files]  # type: ignore[arg-type]
    return Directory({record.path: listed(record) for record in records if record})


def test_links_are_written_as_links_to_the_file_that_is_meant():
    names = on_file(("company", "career/companies/Acme.md", "---\nname: Acme Inc\n---\n"))
    fields = {"company": ("acme inc",), "introduced_by": ("Nia Okafor",)}
    text = made("person", "Bo Lee", fields=fields, names=names).text
    assert 'company: "[[Acme]]"\n' in text
    assert 'introduced_by: "[[Nia Okafor]]"\n' in text
    assert "company: Globex\n" in made("person", "Bo Lee", fields={"company": ("Globex",)}).text


def test_a_second_file_of_a_name_is_told_apart_by_the_company():
    plan = plan_of("person", "Jane Doe", fields={"company": ("Acme / Co",)}, taken=("jane doe",))
    assert plan.steps[0].path == "contacts/Jane Doe (Acme - Co).md"
    assert plan.said == ("Jane Doe.md is there already; this file is called Jane Doe (Acme - Co).md.",)


def test_a_lead_is_called_by_its_role_and_company():
    step = made("lead", "Data Analyst", fields={"company": ("Acme",)})
    assert step.path == "career/leads/Data Analyst at Acme.md"
    assert 'title: "Data Analyst"' in step.text


def test_an_entry_is_called_by_its_day_its_channel_and_whom_it_was_with():
    fields = {"date": ("2026-11-12",), "channel": ("email",), "direction": ("in",)}
    assert made("entry", "Bo: Lee", fields=fields).path == "journal/2026/2026-11-12 Email from Bo - Lee.md"
    assert own_template("entry").count("channel: coffee") == 1
    assert made("entry", "Bo Lee").path == "journal/2026/2026-11-20 Coffee with Bo Lee.md"


def test_the_plan_reads_well_in_a_log():
    assert [plan_of(word, "Bo Lee").title for word in SORTS] == [
        "Add the person Bo Lee",
        "Add the company Bo Lee",
        "Add the lead Bo Lee",
        "Add the goal Bo Lee",
        "Add news Bo Lee",
        "Add the entry Coffee with Bo Lee",
        "Add the query Bo Lee",
    ]
