"""Addresses of every type by a table: mail, phone, web, pictures, tags; what is no address is refused or doubted."""

import pytest

from netfiles.records.plausible import dialled_phone, shown_phone
from tests.records.reading import read, refusal, said, value


@pytest.mark.parametrize("kind", ["person", "company", "profile"])
@pytest.mark.parametrize(
    "written",
    [
        "jane@acme.example",
        "o'hara+net@sub.acme.example",
        '"Jane Doe <jane@acme.example>"',
        "mailto:jane@acme.example",
        "zoë@acme.example",
        "a@b",
        "1@2.example",
    ],
)
def test_an_address_for_mail_is_kept_as_written(kind, written):
    assert value(kind, "emails", written) == (written.strip('"'),)


@pytest.mark.parametrize("kind", ["person", "company", "profile"])
@pytest.mark.parametrize(
    "written",
    [
        "jane",
        "jane@",
        '"@acme.example"',
        "jane@acme@acme.example",
        "jane doe@acme.example",
        "jane@acme..example",
        "5",
        '"jane@acme.example\\r\\nBcc: x@attacker.invalid"',
        '"jane@acme.example, bob@acme.example"',
        "a@-b.example",
        '"javascript:alert(1)"',
        '"<script>@x.example"',
        '"jane@acme.example?bcc=x"',
        "jane@acme.example/x",
        "a@b.c-",
    ],
)
def test_what_is_no_address_for_mail_is_refused(kind, written):
    assert refusal(kind, "emails", written) == ("NF302", 3)


@pytest.mark.parametrize(
    ("written", "shown", "dialled"),
    [
        ("+14135550142", "+1 413-555-0142", "+14135550142"),
        ("+44 20 7946 0018", "+44 20 7946 0018", "+442079460018"),
        ("0123 456", "0123 456", "0123456"),
        ("(413) 555-0142 ext. 7", "(413) 555-0142 ext. 7", "4135550142"),
        ("12:30:45 111", "12:30:45 111", "123045111"),
        ("020_7946_0018", "020_7946_0018", "02079460018"),
        ("+1", "+1", "+1"),
        ("+999999999999999999999999", "+999999999999999999999999", "+999999999999999999999999"),
        ("+" * 300, "+" * 300, "+"),
    ],
)
def test_a_phone_number_is_kept_as_written_and_shown_as_people_read_it(written, shown, dialled):
    assert (shown_phone(written), dialled_phone(written)) == (shown, dialled)
    assert read("person", f"phones: '{written}'").record.phones == (written,)


@pytest.mark.parametrize("written", ["x", "call me", "12", '"<script>"', '"javascript:alert(1)"'])
def test_what_is_no_phone_number_is_doubted_and_kept(written):
    reading = read("person", f"uid: 7\nphones: [+14135550142, {written}]")
    assert said(reading) == [("NF309", 3)]
    assert reading.record.phones[1] == written.strip('"')


@pytest.mark.parametrize(("kind", "name"), [("person", "links"), ("profile", "links"), ("company", "website")])
@pytest.mark.parametrize(
    ("written", "linked"),
    [
        ("https://acme.example/?a=b#c", True),
        ("http://acme.example:8080", True),
        ("acme.example/jobs", True),
        ("HTTPS://ACME.EXAMPLE", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ('"data:text/html,<script>1</script>"', False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        ("ftp://acme.example", False),
        ("//attacker.invalid", False),
        ("localhost", False),
        ('"https://acme.example/ x"', False),
        ('"https://acme.example/\\u202e"', False),
        ("'https://acme.example/\"onclick=1'", False),
        ("https://[::1", False),
        ("'@ada'", False),
        ("mailto:jane@acme.example", False),
    ],
)
def test_only_web_addresses_are_linked_and_all_others_doubted(kind, name, written, linked):
    reading = read(kind, f"{name}: {written}")
    assert said(reading) == ([] if linked else [("NF315", 2)])
    assert reading.record is not None


@pytest.mark.parametrize(
    ("written", "file"),
    [
        ("jane.jpg", "jane.jpg"),
        ("attachments/jane.jpg", "jane.jpg"),
        ("./attachments/jane.jpg", "jane.jpg"),
        ("2026/jane.jpg", "2026/jane.jpg"),
        ('"[[jane.jpg]]"', "jane.jpg"),
        ('"![[jane.jpg|100]]"', "jane.jpg"),
        ("jane..jpg", "jane..jpg"),
        ("Zoë 👩.png", "Zoë 👩.png"),
    ],
)
def test_a_picture_is_a_file_of_attachments(written, file):
    assert value("person", "photo", written) == file
    assert value("person", "cards", written) == (file,)


@pytest.mark.parametrize(
    "written",
    [
        "../../../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "~/x.jpg",
        "a/../../x.jpg",
        "..",
        "C:/x.jpg",
        "'\\\\host\\x.jpg'",
        "'..\\x.jpg'",
        "data:image/png,x",
        "javascript:x",
        '"[[../x.jpg]]"',
        '"![[/etc/passwd]]"',
    ],
)
def test_a_picture_out_of_the_vault_is_refused(written):
    assert refusal("person", "photo", written) == ("NF311", 3)
    assert refusal("person", "cards", written) == ("NF311", 3)


@pytest.mark.parametrize("written", ["https://attacker.invalid/track.gif", "HTTP://attacker.invalid/x"])
def test_a_picture_from_the_network_is_never_fetched_and_a_warning(written):
    for name in ("photo", "cards"):
        reading = read("person", f"{name}: {written}")
        assert said(reading) == [("NF312", 2)]
        assert reading.record is not None


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("alumni", ("alumni",)),
        ('"#alumni"', ("alumni",)),
        ("[alumni, close]", ("alumni", "close")),
        ('["../../evil", "a/b", "", "#x", "C:\\\\con"]', ("../../evil", "a/b", "x", "C:\\con")),
        ("[yes, off, 0123, 12:30]", ("yes", "off", "0123", "12:30")),
        ("[]", ()),
        ("", ()),
        ("~", ()),
    ],
)
def test_tags(written, tags):
    assert value("person", "tags", written) == tags
