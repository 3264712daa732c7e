"""Which fields there are, in which shape; what a name may be; what a stage needs; how privacy fails closed."""

from datetime import date

import pytest

from netfiles.model import KINDS, Private
from netfiles.records.goal_doubts import COUNTING
from netfiles.records.read import known_fields, read_record
from tests.records.reading import PATHS, read, said, values

LISTS = [
    (kind, name) for kind in KINDS for name, is_list in known_fields(kind).items() if is_list and name != "private"
]
SINGLES = [(kind, name) for kind in KINDS for name, is_list in known_fields(kind).items() if not is_list]
FITS = {
    **dict.fromkeys(["emails"], "jane@acme.example"),
    **dict.fromkeys(["phones"], "+1 413 555 0142"),
    **dict.fromkeys(["links", "website", "careers_page"], "https://acme.example"),
    **dict.fromkeys(["interviews", "date"], "2026-11-20"),
    **dict.fromkeys(["got", "gave"], "advice"),
    **dict.fromkeys(["asked"], "advice"),
    **dict.fromkeys(["minutes", "weekly_minutes", "networking_share"], "30"),
    **dict.fromkeys(["motivation", "postings"], "1"),
    **dict.fromkeys(["channel"], "call"),
    **dict.fromkeys(["keep_in_touch"], "3m"),
    "stage": "asked",
    "measure": "leads",
    "per": "week",
    "activity": "search",
    "direction": "in",
    "ask_status": "open",
    "may_use_name": "ask",
    "birthday": "04-12",
}


def fitting(kind: str, name: str) -> str:
    if name == "status":
        return {"profile": "landed"}.get(kind, "active")
    if name == "target":
        return "A" if kind == "company" else "3"
    dated = name.endswith(("_on", "_done")) or name in ("as_of", "snooze_until", "thanked", "start", "due", "until")
    return "2026-11-20" if dated else FITS.get(name, "x")


@pytest.mark.parametrize(("kind", "name"), LISTS)
def test_a_list_may_be_written_as_one_value(kind, name):
    one, many = read(kind, f"{name}: {fitting(kind, name)}"), read(kind, f"{name}:\n  - {fitting(kind, name)}")
    assert one.problems == many.problems == ()
    assert len(getattr(one.record, "with_" if name == "with" else name)) == 1
    assert values(one) == values(many)


@pytest.mark.parametrize(("kind", "name"), [one for one in SINGLES if one[0] != "goal" or one[1] not in COUNTING])
def test_a_single_value_may_be_written_as_a_list_of_one_and_not_of_two(kind, name):
    good = fitting(kind, name)
    one, listed = read(kind, f"{name}: {good}"), read(kind, f"{name}: [{good}]")
    assert one.problems == listed.problems == ()
    assert values(one) == values(listed)
    if (kind, name) == ("lead", "stage"):
        return  # two stages are a warning: the newest date tells
    two = read(kind, f"uid: 7\n{name}:\n  - {good}\n  - {good}" if name != "uid" else f"\n{name}: [{good}, {good}]")
    assert two.record is None
    assert [p.code for p in two.problems] == ["NF301"]


@pytest.mark.parametrize(("kind", "name"), [*LISTS, *SINGLES])
@pytest.mark.parametrize("written", ["{a: b}", "[{a: b}]", "[[a], [b]]", "[a, [b, c]]"])
def test_a_map_or_a_list_in_a_list_is_refused_in_every_field(kind, name, written):
    reading = read(kind, f"\n{name}: {written}")
    assert reading.record is None
    assert ("NF301", 3) in said(reading)


@pytest.mark.parametrize(("kind", "name"), [*LISTS, *SINGLES])
@pytest.mark.parametrize("written", ["", "~", "null", '""', "[]", "[~]", "''"])
def test_an_empty_value_counts_as_absent(kind, name, written):
    reading = read(kind, f"{name}: {written}")
    if name == "name":
        assert said(reading) == [("NF304", 2)]
    else:
        assert reading.problems == ()
        assert values(reading) == values(read(kind, ""))


def test_the_line_of_a_bad_item_is_its_own_whatever_empty_items_stand_before():
    fields = "emails:\n  - jane@acme.example\n  -\n  - ''\n  - ~\n\n  - bad\n  - worse"
    assert said(read("person", fields)) == [("NF302", 8), ("NF302", 9)]
    assert said(read("person", "phones: [~]\ncards:\n  - ~\n  - /x")) == [("NF311", 5)]


def test_every_fault_of_a_file_is_told_at_once():
    fields = "birthday: x\nemails: [a, b@c.example, d]\nstatus: gone\nknows: '[[]]'\nphoto: /x\ncompnay: y\nname: ''"
    assert sorted(said(read("person", fields)), key=lambda told: told[1]) == [
        ("NF302", 2),
        ("NF302", 3),
        ("NF302", 3),
        ("NF302", 4),
        ("NF302", 5),
        ("NF311", 6),
        ("NF305", 7),
        ("NF304", 8),
    ]


@pytest.mark.parametrize(
    ("kind", "key", "meant"),
    [
        ("person", "compnay", "company"),
        ("person", "Company", "company"),
        ("person", "Name", "name"),
        ("person", "brithday", "birthday"),
        ("person", "email", "emails"),
        ("person", "phone", "phones"),
        ("person", "keep-in-touch", "keep_in_touch"),
        ("person", '"keep in touch"', "keep_in_touch"),
        ("interaction", "whith", "with"),
        ("interaction", "chanel", "channel"),
        ("lead", "applied-on", "applied_on"),
        ("company", "websit", "website"),
        ("goal", "mesure", "measure"),
    ],
)
def test_a_misspelt_field_is_told_what_it_was_meant_to_be(kind, key, meant):
    reading = read(kind, f"\n{key}: x")
    assert said(reading) == [("NF305", 3)]
    assert f"did you mean `{meant}`?" in reading.problems[0].message
    assert reading.record is not None


@pytest.mark.parametrize(
    "field",
    """country: NO|postcode: 1e5|nickname: Ada|icon: star|hide: yes|template: ../../etc/passwd|score: .inf|order: 007
    x: {a: [b, {c: d}]}|log: [2026-01-01, 2026-01-01 10:00]|__proto__: {polluted: true}|constructor: x|"1990": met
    cssclasses: wide|李: x|👩: x""".replace("\n", "|").split("|"),
)
def test_the_owners_own_fields_are_not_read_and_nothing_is_said(field):
    reading = read("person", field.strip())
    assert reading.problems == ()
    assert values(reading) == values(read("person", ""))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("written", "private", "codes"),
    [
        ("", Private(), []),
        ("private: no", Private(), []),
        ("private: false", Private(), []),
        ('private: "No"', Private(), []),
        ("private: yes", Private(whole=True), []),
        ("private: TRUE", Private(whole=True), []),
        ("private: [yes]", Private(whole=True), []),
        ("private:", Private(whole=True), ["NF306"]),
        ("private: ~", Private(whole=True), ["NF306"]),
        ("private: []", Private(whole=True), ["NF306"]),
        ("private: maybe", Private(whole=True), ["NF306"]),
        ("private: on", Private(whole=True), ["NF306"]),
        ("private: off", Private(whole=True), ["NF306"]),
        ("private: 0", Private(whole=True), ["NF306"]),
        ("private: nein", Private(whole=True), ["NF306"]),
        ("private: [no, no]", Private(whole=True), ["NF306"]),
        ("private: [no, yes]", Private(whole=True), ["NF306"]),
        ("private: private", Private(whole=True), ["NF306"]),
        ("private: origin", Private(whole=True), ["NF306"]),
        ("private: with_", Private(whole=True), ["NF306"]),
        ("Private: no", Private(whole=True), ["NF316"]),
        ("PRIVATE: no", Private(whole=True), ["NF316"]),
        ("privat: no", Private(whole=True), ["NF316"]),
        ("pirvate: no", Private(whole=True), ["NF316"]),
        ("privte: no", Private(whole=True), ["NF316"]),
        ("priv: no", Private(whole=True), ["NF316"]),
        ("privacy: low", Private(whole=True), ["NF316"]),
        ("Privado: no", Private(whole=True), ["NF316"]),
        ("is_private: no", Private(whole=True), ["NF316"]),
        ("keep-private: no", Private(whole=True), ["NF316"]),
        ("' private': no", Private(whole=True), ["NF316"]),
        ("'private ': no", Private(whole=True), ["NF316"]),
        ("private\u200b: no", Private(whole=True), ["NF316"]),
        ("ｐｒｉｖａｔｅ: no", Private(whole=True), ["NF316"]),
        ("private: no\nPrivate: no", Private(whole=True), ["NF316"]),
        ("privat: {a: b}", Private(whole=True), ["NF316"]),
        ("privilege: no", Private(), []),
    ],
    ids=repr,
)
def test_privacy_fails_closed(kind, written, private, codes):
    reading = read(kind, f"\n{written}")
    assert [p.code for p in reading.problems] == codes
    assert reading.record is not None
    assert reading.record.private == private
    assert all(p.place.line in (3, 4) for p in reading.problems)


@pytest.mark.parametrize("name", ["emails", "EMAILS", "name"])
def test_named_fields_are_private_and_others_not(name):
    assert read("person", f"private: {name}").record.private == Private(fields=(name.lower(),))
    assert read("person", f"private: [{name}, phones]").record.private == Private(fields=(name.lower(), "phones"))
    assert read("person", f"private: [{name}, fones]").record.private == Private(whole=True)


@pytest.mark.parametrize("written", ["private: {whole: yes}", "private: [[yes]]\nx: [", "private: yes\nprivate: no"])
def test_privacy_that_cannot_be_read_leaves_no_record(written):
    reading = read("person", written)
    assert reading.record is None
    assert reading.private


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("---\nname: 'Ada\nprivate: yes\n---\n", True),
        ("---\nname: 'Ada\n'private': yes\n---\n", True),
        ("---\n{name: Ada, private: yes\n---\n", True),
        ("---\nname: 'Ada\n  Privat: yes\n---\n", True),
        ("---\nname: 'Ada\npriv: yes\n---\n", True),
        ("name: Ada\nprivate: true\n", True),
        ("---\nname: 'Ada\n---\nA private dinner.\n", True),
        ("---\nname: Ada\nprivate:yes\n---\n", True),
        ("---\nname: 'Ada\n---\nNothing of the kind.\n", False),
        ("", False),
    ],
)
def test_a_broken_text_that_holds_the_word_speaks_of_privacy(text, private):
    reading = read_record("person", PATHS["person"], text)
    assert reading.record is None
    assert reading.private is private


@pytest.mark.parametrize("kind", ["person", "company", "profile"])
@pytest.mark.parametrize(
    "name", ["No", "Null", "007", "12:30", "2026-02-30", "x" * 500, "李", "<b>Ada</b>", "a/b", "  Ada  "]
)
def test_a_name_is_what_it_looks_like(kind, name):
    assert read(kind, f"name: {name}").record.called == name.strip()


@pytest.mark.parametrize("kind", ["person", "company", "profile"])
@pytest.mark.parametrize(
    "written",
    [
        "",
        "~",
        "null",
        '""',
        "'   '",
        "[]",
        '"a\\nb"',
        '"a\\tb"',
        '"\\e[31mred"',
        '"a\\0b"',
        '"a\\x7f"',
        '"a\\x9bb"',
        "x" * 501,
        "|\n  a\n  b",
    ],
    ids=lambda value: value[:12],
)
def test_a_name_that_cannot_be_one_is_refused(kind, written):
    reading = read(kind, f"\nname: {written}")
    assert said(reading) == [("NF304", 3)]
    assert reading.record is None
    assert len(reading.problems[0].message) < 80


@pytest.mark.parametrize(
    ("fields", "body", "called"),
    [
        ("", "", "Ada Lovelace"),
        ("", "text\n# The Countess\n", "The Countess"),
        ("name: Ada", "# The Countess", "Ada"),
        ("title: Dr", "", "Ada Lovelace"),
    ],
)
def test_without_a_name_the_heading_and_then_the_file_name_it(fields, body, called):
    assert read("person", fields, body).record.called == called


@pytest.mark.parametrize(
    ("file", "fields", "day"),
    [
        ("2026-11-20 Coffee", "", date(2026, 11, 20)),
        ("2026-11-20", "", date(2026, 11, 20)),
        ("2026-11-20Coffee", "", date(2026, 11, 20)),
        ("2026-11-20 Coffee", "date: 2026-11-21", date(2026, 11, 21)),
        ("Coffee", "date: 2026-11-21", date(2026, 11, 21)),
    ],
)
def test_the_date_of_an_entry_is_its_field_or_else_that_of_its_file(file, fields, day):
    reading = read("interaction", fields, path=f"journal/2026/{file}.md")
    assert reading.problems == ()
    assert reading.record.day == day


@pytest.mark.parametrize(
    ("file", "fields", "code", "line"),
    [
        ("Coffee", "", "NF303", 1),
        ("Coffee", "\ndate:", "NF303", 3),
        ("Coffee 2026-11-20", "", "NF303", 1),
        ("26-11-20 Coffee", "", "NF303", 1),
        ("2026-02-30 Coffee", "", "NF302", 1),
        ("2026-11-20 Coffee", "\ndate: soon", "NF302", 3),
    ],
)
def test_an_entry_without_a_day_that_exists_is_refused(file, fields, code, line):
    reading = read("interaction", fields, path=f"journal/{file}.md")
    assert reading.record is None
    assert [p.code for p in reading.problems] == [code]
    assert reading.problems[0].place.line in (1, line)


@pytest.mark.parametrize(
    ("stage", "dated_by"),
    [
        ("heard", "heard_on"),
        ("applied", "applied_on"),
        ("interviewing", "interviews"),
        ("offer", "offer_on"),
        ("accepted", "closed_on"),
        ("rejected", "closed_on"),
        ("withdrawn", "closed_on"),
    ],
)
def test_a_stage_without_its_date_is_a_warning_at_the_stage(stage, dated_by):
    reading = read("lead", f"title: x\nstage: {stage}")
    assert said(reading) == [("NF314", 3)]
    assert reading.record is not None
    assert f"`{dated_by}`" in reading.problems[0].message
    assert read("lead", f"stage: {stage}\n{dated_by}: 2026-11-20").problems == ()


def test_a_list_of_more_than_5000_values_is_refused():
    assert read("person", f"tags: [{'a,' * 5_000}]").problems == ()
    reading = read("person", f"tags: [{'a,' * 5_001}]")
    assert (reading.record, said(reading)) == (None, [("NF301", 2)])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("body", ["[" * 5_000, "x\n" * 300_000, "<b>" * 2_000])
def test_a_body_too_long_to_format_is_a_warning_where_it_begins(kind, body):
    reading = read(kind, "\n", body)
    assert said(reading) == [("NF212", 5)]
    assert reading.record is not None


@pytest.mark.parametrize(
    "fields",
    [
        'status: "{long}"',
        'emails: "{long}"',
        'keep_in_touch: "{long}"',
        'photo: "/{long}"',
        "x: !{long} y",
        '"{long}": {{a: b}}',
        'phones: "{long}"',
        'links: "javascript:{long}"',
        "knows: [[{long}]]",
        'private: "{long}"',
        "{long}: &a x",
        "x: {{{{{long}}}}}",
    ],
)
def test_no_problem_shows_a_long_value_at_length(fields):
    reading = read("person", fields.format(long="z" * 900))
    assert all(len(p.message) <= 400 and len(p.advice) <= 400 for p in reading.problems)


@pytest.mark.parametrize("written", ['"\\e[31mred"', '"a\\nb"', '"\\u202egpj"', '"\\x9b"', '"\\r"', '"a\\0b"'])
@pytest.mark.parametrize("name", ["status", "emails", "phones", "links", "private", "birthday"])
def test_what_is_said_is_one_line_without_control_signs(name, written):
    for problem in read("person", f"{name}: {written}").problems:
        assert problem.message.isprintable()
        assert "\u202e" not in problem.message + problem.advice


@pytest.mark.parametrize("text", ["", " ", "\n", "\n \t\n", "\ufeff"[:0]])
def test_an_empty_file_is_an_error_of_its_own(text):
    reading = read_record("person", PATHS["person"], text)
    assert (reading.record, said(reading)) == (None, [("NF104", 1)])
