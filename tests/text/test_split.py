"""Where the front matter begins and ends, by a table; what is no front matter, and the advice then."""

import pytest

from netfiles.text.frontmatter import Document, Refused, split


def refused(text: str, kind: str = "person") -> tuple[str, int, int]:
    with pytest.raises(Refused) as caught:
        split("contacts/Ada.md", text, kind)
    problem = caught.value.problem
    assert problem.place.file == "contacts/Ada.md"
    return problem.code, problem.place.line, problem.place.column


def whole(document: Document) -> tuple[dict[str, str], str, int]:
    fields = {
        key: ", ".join(getattr(item, "text", "(nested)") for item in f.items) for key, f in document.fields.items()
    }
    return fields, document.body, document.body_line


@pytest.mark.parametrize(
    ("text", "fields", "body", "body_line"),
    [
        ("---\nname: Ada\n---\nBody\n", {"name": "Ada"}, "Body\n", 4),
        ("---\nname: Ada\n---", {"name": "Ada"}, "", 4),
        ("---\nname: Ada\n---\n", {"name": "Ada"}, "", 4),
        ("---\nname: Ada\n---\n\n\n  Body  \n\n", {"name": "Ada"}, "\n\n  Body  \n\n", 4),
        ("--- \nname: Ada\n---\t \nBody", {"name": "Ada"}, "Body", 4),
        ("---\n---\nBody", {}, "Body", 3),
        ("---\n\n---\nBody", {}, "Body", 4),
        ("---\n# only a comment\n---\nBody", {}, "Body", 4),
        ("---\nname: Ada  # the countess\n# born: 1815\n---\n", {"name": "Ada"}, "", 5),
        ("---\nname: Ada\n---\n---\n", {"name": "Ada"}, "---\n", 4),
        ("---\nname: |\n  ---\n---\n", {"name": "---"}, "", 5),
        ("---\nname: Ada\n...\n---\nBody", {"name": "Ada"}, "Body", 5),
        ("---\n{name: Ada, tags: [a, b]}\n---\n", {"name": "Ada", "tags": "a, b"}, "", 4),
        ("---\n? name\n: Ada\n---\n", {"name": "Ada"}, "", 5),
        ("---\nname:\tAda\n---\n", {"name": "Ada"}, "", 4),
        ("---\n  name: Ada\n  title: x\n---\n", {"name": "Ada", "title": "x"}, "", 5),
        ("---\nname: Ada\n---\n```\n---\nname: Bob\n---\n```", {"name": "Ada"}, "```\n---\nname: Bob\n---\n```", 4),
        ("---\nname: Ada\u2028title Dr\n---\n", {"name": "Ada title Dr"}, "", 4),
    ],
)
def test_a_block_is_what_stands_between_two_lines_of_three_dashes(text, fields, body, body_line):
    assert whole(split("contacts/Ada.md", text)) == (fields, body, body_line)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "NF201", 1),
        ("\n", "NF201", 1),
        ("Just a note.", "NF201", 1),
        ("name: Ada\nprivate: true\n\nBody", "NF201", 1),
        ("+++\nname = 'Ada'\n+++\n", "NF201", 1),
        ("----\nname: Ada\n----\n", "NF201", 1),
        ("\n---\nname: Ada\n---\n", "NF201", 1),
        (" ---\nname: Ada\n---\n", "NF201", 1),
        ("\ufeff---\nname: Ada\n---\n", "NF201", 1),
        ("--- # here\nname: Ada\n---\n", "NF201", 1),
        ("---\r\nname: Ada\r\n---\r\n", "NF201", 1),
        ("---", "NF202", 1),
        ("---\n", "NF202", 1),
        ("---\nname: Ada\n", "NF202", 1),
        ("---\nname: Ada\n ---\nBody\n", "NF202", 1),
        ("---\nname: Ada\n...\nBody\n", "NF202", 1),
        ("---\nname: Ada\n--- x\nBody\n", "NF202", 1),
        ("---\nname: Ada\n...\ntitle: x\n---\n", "NF206", 4),
        ("---\nname: Ada\n--- x\n---\n", "NF206", 3),
        ("---\nname: Ada\n----\n---\n", "NF206", 4),
        ("---\n- Ada\n- Bob\n---\n", "NF207", 2),
        ("---\nAda\n---\n", "NF207", 2),
    ],
    ids=repr,
)
def test_what_is_no_block_is_refused_at_its_line(text, code, line):
    assert refused(text)[:2] == (code, line)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Just a note.", "person", "`name: Jane Doe`"),
        ("Just a note.", "interaction", "`date: 2026-11-20`"),
        ("Just a note.", "lead", "`title: …`"),
        ("+++\n", "person", "`---`"),
        ("-----\n", "person", "exactly `---`"),
        ("\n---\n", "person", "before the first `---`"),
        ("---\n", "person", "only `---`"),
    ],
)
def test_the_advice_gives_the_lines_to_write(text, kind, words):
    with pytest.raises(Refused) as caught:
        split("contacts/Ada.md", text, kind)
    assert words in caught.value.problem.advice


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("---\nname: Bob\n---\n", 4),
        ("Body.\n---\nname: Bob\nemails: x\n---\nBody.", 5),
        ("\n\n---  \nname: Bob\n---", 6),
    ],
)
def test_a_second_block_is_a_warning_at_its_line_and_stays_text(body, line):
    document = split("contacts/Ada.md", f"---\nname: Ada\n---\n{body}")
    assert [(p.code, p.severity, p.place.line) for p in document.problems] == [("NF211", "warning", line)]
    assert document.body == body


@pytest.mark.parametrize(
    "body", ["---\n", "a\n---\nb\n---\n", "---\n\nname: Bob\n\n---\n", "| a |\n|---|\n", "a: b\n---\n"]
)
def test_rules_and_tables_of_a_body_are_no_second_block(body):
    assert split("contacts/Ada.md", f"---\nname: Ada\n---\n{body}").problems == ()


CONFLICT = "<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> theirs\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\nname: Ada\n---\na\n" + CONFLICT.format(ours="b\n", theirs="c\n"), 5),
        ("---\nname: Ada\n" + CONFLICT.format(ours="a: 1\n", theirs="a: 2\n") + "---\n", 3),
        ("---\nname: Ada\n<<<<<<< ours\na: 1\n||||||| base\na: 0\n=======\na: 2\n>>>>>>> theirs\n---\n", 3),
        (CONFLICT.format(ours="---\nname: Ada\n---\n", theirs="---\nname: Bob\n---\n"), 1),
        ("---\nname: Ada\n---\n" + CONFLICT.format(ours="", theirs=""), 4),
        ("---\nname: Ada\n" + CONFLICT.format(ours="---\nx\n", theirs="---\ny\n"), 3),
        ("---\nname: Ada\n---\nHeading\n=======\n" + CONFLICT.format(ours="a\n", theirs="b\n"), 6),
    ],
)
def test_conflict_markers_of_git_are_refused_where_they_begin(text, line):
    assert refused(text) == ("NF108", line, 1)


@pytest.mark.parametrize(
    "body",
    [
        "Heading\n=======\n\ntext\n",
        "<<<<<<< see\n",
        "a\n<<<<<<< HEAD\nb\n",
        ">>>>>>> quoted seven times\n=======\n<<<<<<< HEAD\n",
        "<<<<<<<\n=======\n>>>>>>>\n",
        "<<<<<<< HEAD\n======\n>>>>>>> x\n",
        "    <<<<<<< HEAD\n    =======\n    >>>>>>> x\n",
    ],
)
def test_what_only_resembles_conflict_markers_is_no_conflict(body):
    assert split("contacts/Ada.md", f"---\nname: Ada\n---\n{body}").body == body


@pytest.mark.parametrize(
    ("field", "column"),
    [
        ("name: {{title}}", 7),
        ('name: "{{ title }}"', 8),
        ("created: <% tp.date.now() %>", 10),
        ("a: <% b <% c %>", 9),
        ("name: Ada {{", None),
        ("name: '<% 50 off'", None),
        ("x: {a: {b: c}}", None),
        ("x: '{{a{b}}'", None),
    ],
)
def test_a_template_that_was_not_filled_in_is_refused_in_the_block(field, column):
    text = f"---\nuid: 7\n{field}\n---\n{{{{title}}}} <% body %>\n"
    if column is None:
        assert split("contacts/Ada.md", text).body.startswith("{{title}}")
    else:
        assert refused(text) == ("NF210", 3, column)
