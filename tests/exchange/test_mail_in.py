"""Mail: which messages become talks, between whom and when they were, and what is left out."""

import pytest

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import Party
from tests.exchange.reading import accounted, mailbox, message, said, the_talk

NIA, ME = "Nia Okafor <nia@acme.example>", "Mo Owner <me@own.example>"


def mail(
    *lines: str, sender: str = NIA, to: str = ME, when: str = "Fri, 20 Nov 2026 09:30:00 +0900", uid: str = "1@x"
) -> str:
    headers = (f"From: {sender}", f"To: {to}", f"Date: {when}", f"Message-ID: <{uid}>", *lines)
    return "\n".join(header for header in headers if not header.endswith((": ", "<>"))) + "\n\nHello\n"


def mbox(*mails: str) -> str:
    return "".join(f"From x Fri Nov 20 00:30:00 2026\n{each}\n" for each in mails)


def test_a_message_is_a_talk_with_all_that_there_is_a_field_for():
    talk = the_talk(mailbox(mbox(mail("Subject: Data role", "In-Reply-To: <0@own.example>"))))
    assert talk.at == "2026-11-20T09:30"
    assert talk.with_ == (Party("Nia Okafor", "nia@acme.example"),)
    assert talk.values == {"channel": ("email",), "direction": ("in",), "title": ("Data role",)}
    assert (talk.kept, talk.uid, talk.line, talk.body) == ((("in-reply-to", "0@own.example"),), "1@x", 1, "")


def test_a_message_of_ones_own_goes_out_to_all_it_names():
    talk = the_talk(message(mail("Cc: Bo Lee <bo@lee.example>", "Bcc: cy@x.example", sender=ME, to=NIA)))
    assert talk.values["direction"] == ("out",)
    assert [each.email for each in talk.with_] == ["nia@acme.example", "bo@lee.example", "cy@x.example"]


SUBJECTS = {
    "=?utf-8?q?Caf=C3=A9?= at =?iso-8859-1?b?6Q==?=": "Café at é",
    "=?utf-8?B?////?=": "\ufffd\ufffd\ufffd",
    "=?klingon?Q?=FF?=": "ÿ",
    "=?utf-8?b?!?=": "=?utf-8?b?!?=",
    "Café": "Café",
    "one\n two\n\tthree": "one two three",
    "a\x00b\x1bc": "abc",
    "=?utf-8?q?a=0Ab?=": "a b",
    "x" * 1000: "x" * 299 + "…",
}


@pytest.mark.parametrize("subject", SUBJECTS, ids=range(len(SUBJECTS)))
def test_a_subject_is_read_as_far_as_it_can_be(subject: str):
    assert the_talk(message(mail(f"Subject: {subject}"))).values["title"] == (SUBJECTS[subject],)


DATES = {
    "Fri, 20 Nov 2026 09:30:00 +0900": "2026-11-20T09:30",
    "20 Nov 2026 09:30 PST (Pacific)": "2026-11-20T09:30",
    "Fri, 20 Nov 26 23:59:59 -1200": "2026-11-20T23:59",
    "Thu, 32 Foo 2026 99:99:99 +9999": "2026-11-20",
    "": "2026-11-20",
    "30 Feb 2026 10:00:00 +0000": "2026-11-20",
    "1" * 5000: "2026-11-20",
}


@pytest.mark.parametrize("when", DATES, ids=range(len(DATES)))
def test_a_date_is_the_senders_own_or_else_the_day_of_the_mailbox(when: str):
    read = mailbox(mbox(mail(when=when)))
    assert the_talk(read).at == DATES[when]
    assert ("without a date" in said(read)) == (len(DATES[when]) == 10)


PEOPLE = {
    '"Okafor, Nia" <nia@acme.example>': ["Okafor, Nia <nia@acme.example>"],
    "'Nia' <nia@acme.example>, bo@lee.example (Bo)": ["Nia <nia@acme.example>", "Bo <bo@lee.example>"],
    "=?utf-8?q?Zo=C3=AB=2C_M=2E?= <zoe@x.example>": ["Zoë, M. <zoe@x.example>"],
    "nia@acme.example <nia@acme.example>": [" <nia@acme.example>"],
    "bo@bank.example <nia@acme.example>": ["bo@bank.example <nia@acme.example>"],
    "Okafor, Nia <nia@acme.example>, bo@lee.example": ["Okafor, Nia <nia@acme.example>", " <bo@lee.example>"],
    'Nia "N" Okafor [Acme] <nia@acme.example>; bo@lee.example': [
        'Nia "N" Okafor [Acme] <nia@acme.example>',
        " <bo@lee.example>",
    ],
    'Team: Nia <nia@acme.example>, "Bo \\"B\\" Lee" <bo@lee.example>;': [
        "Nia <nia@acme.example>",
        'Bo "B" Lee <bo@lee.example>',
    ],
    "Nia <nia(home)@acme.example>": ["Nia (home) <nia@acme.example>"],
    "=?utf-8?B?////?= <nia@acme.example>": [" <nia@acme.example>"],
    "nia@acme.example (Nia, of Acme)": ["Nia, of Acme <nia@acme.example>"],
    "Team: nia@acme.example, bo@lee.example;": [" <nia@acme.example>", " <bo@lee.example>"],
    "Nia <nia@acme.example>, NIA@acme.example": ["Nia <nia@acme.example>"],
    '"a,b" <b@x.example>, <>, @': ["a,b <b@x.example>"],
    '"<script>1</script>" <a@x.example>': ["<script>1</script> <a@x.example>"],
    "undisclosed-recipients:;": [],
    "a\x00@x.example": [],
    "x" * 70_000: [],
    "(" * 5_000: [],
    "<" * 5_000: [],
    '"' * 5_001: [],
    '"\\' * 30_000: [],
    " " * 60_000: [],
}


@pytest.mark.parametrize("to", PEOPLE, ids=range(len(PEOPLE)))
def test_people_are_those_with_an_address_that_is_one(to: str):
    read = message(mail(sender=ME, to=to))
    assert [f"{each.name} <{each.email}>" for talk in read.talks for each in talk.with_] == PEOPLE[to]
    assert accounted(read) == 1


LEFT = {
    "a list": (mail("List-Id: <x.example>"), "1 message of a list or machine"),
    "a newsletter": (mail("List-Unsubscribe: <mailto:x@x.example>"), "1 message of a list or machine"),
    "bulk": (mail("Precedence: Bulk"), "1 message of a list or machine"),
    "automatic": (mail("Auto-Submitted: auto-replied (vacation)"), "1 message of a list or machine"),
    "no reply": (mail(sender="Acme <no-reply@acme.example>"), "1 message of a list or machine"),
    "a bounce": (mail(sender="MAILER-DAEMON@acme.example"), "1 message of a list or machine"),
    "spam": (mail("X-Gmail-Labels: Spam,Unread"), "1 message of bin, spam or drafts"),
    "deleted": (mail("X-Mozilla-Status: 0009"), "1 message of bin, spam or drafts"),
    "before": (mail(when="31 Dec 2025 23:59:00 +0000"), "1 message before 2026-01-01"),
    "after": (mail(when="21 Nov 2026 00:00:00 +0000"), "1 message after 2026-11-20"),
    "twice": (mail(uid="good"), "1 message that stands twice"),
    "nobody": (mail(sender=ME, to=ME), "1 message without other people"),
    "nothing": ("X: y\n\n", "1 message without other people"),
    "a NUL": ("From: a\0@example.org\n\n\0\n", "1 message without other people"),
}


@pytest.mark.parametrize("what", LEFT)
def test_what_is_left_out_says_why_and_takes_nothing_else_with_it(what: str):
    text, why = LEFT[what]
    read = mailbox(mbox(mail(uid="good"), text, mail(uid="last")))
    assert why in said(read)
    assert [talk.uid for talk in read.talks] == ["good", "last"]
    assert accounted(read) == read.rows == 3


ORDINARY = {"Auto-Submitted: no", "Precedence: first-class", "X-Mozilla-Status: 0001", "X-Gmail-Labels: Inbox,Spamalot"}


@pytest.mark.parametrize("header", sorted(ORDINARY))
def test_what_people_write_is_not_taken_for_a_machine(header: str):
    assert the_talk(message(mail(header, sender="Noreen <noreen.replyson@acme.example>"))).values["direction"] == (
        "in",
    )


SEPARATORS = [
    "From nia@acme.example Fri Nov 20 09:30:00 2026",
    "From - Fri Nov 20 09:30:00 2026",
    "From 17300@xxx Fri Nov 20 09:30:00 +0000 2026",
    "From nia@acme.example Fri, 20 Nov 2026 09:30:00 +0000",
    "From nia at acme.example  Fri Nov 20 09:30:00 2026",
    "From MAILER-DAEMON Fri Nov 20 09:30 CET 2026",
]


@pytest.mark.parametrize("line", SEPARATORS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_separator_is_a_line_with_a_date_that_a_header_follows(line: str, end: str):
    text = "".join(f"{line}\n{mail(uid=uid)}\n" for uid in ("1", "2")).replace("\n", end)
    assert [talk.uid for talk in mailbox(text).talks] == ["1", "2"]


ODD = [
    "From here on it is not a new message\nFrom: evil@x.example",
    "From nia Fri Nov 20 09:30:00 2026\nis what the log says",
    "From evil@x.example\nFrom: evil@x.example",
]


@pytest.mark.parametrize("text", ODD)
def test_other_lines_that_begin_with_from_are_text_and_make_nobody(text: str):
    read = mailbox(mbox(f"{mail(uid='1')}\n{text}\n", mail(uid="2")), bodies=True)
    assert [(talk.uid, [each.email for each in talk.with_]) for talk in read.talks] == [
        ("1", ["nia@acme.example"]),
        ("2", ["nia@acme.example"]),
    ]
    assert "9: 1 line begins with `From ` without beginning a message" in said(read)
    assert text in read.talks[0].body


def test_the_owner_is_whose_address_is_in_the_most_messages():
    read = mailbox(
        mbox(mail(uid="1"), mail(uid="2", sender=ME, to=NIA), mail(uid="3", sender="bo@lee.example")), me=frozenset()
    )
    assert [talk.values["direction"] for talk in read.talks] == [("in",), ("out",), ("in",)]
    assert "me@own.example is taken to be you, as it is in 3 of 3 messages" in said(read)


def test_where_two_addresses_are_in_all_messages_nobody_is_taken_for_the_owner():
    read = mailbox(mbox(mail(uid="1"), mail(uid="2")), me=frozenset())
    assert {len(talk.with_) for talk in read.talks} == {2}
    assert "not known which of the addresses is yours" in said(read)


def test_a_message_to_very_many_names_fifty_and_keeps_the_others():
    talk = the_talk(message(mail(sender=ME, to=", ".join(f"p{n}@x.example" for n in range(60)))))
    assert len(talk.with_) == 50
    assert dict(talk.kept)["more people"].startswith("p50@x.example, p51@")


def test_a_message_without_identity_has_the_same_one_each_time():
    assert the_talk(message(mail(uid=""))).uid == the_talk(message(mail(uid=""))).uid != ""


MIME = """Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Caf=E9
> quoted
--b
Content-Type: text/html

<p>not this</p>
--b--
"""
HTML = "Content-Type: text/html\n\n<style>p{}</style><p>One<br>two &amp; three</p><script>x()</script><p>four</p>"
BODIES = {
    MIME: "Café\n> quoted",
    HTML: "One\ntwo & three\n\nfour",
    "Content-Type: text/plain; charset=klingon\n\nCafé": "Café",
    "Content-Type: text/plain\n\na\0b\x1bc": "abc",
    "Content-Type: text/plain\n\n>From here": "From here",
    "Content-Type: application/pdf\n\nJVBERi0=": "",
    "Content-Type: text/plain\nContent-Disposition: x\n\nHi": "Hi",
    "Content-Transfer-Encoding: base64\n\n!!!!": "",
    "\nHello": "Hello",
}


@pytest.mark.parametrize("text", BODIES, ids=range(len(BODIES)))
def test_the_text_is_the_plain_one_or_the_words_of_the_page(text: str):
    whole = f"From: {NIA}\nTo: {ME}\nDate: 20 Nov 2026 09:30:00 +0000\n{text}"
    assert the_talk(message(whole, bodies=True)).body == BODIES[text]
    assert the_talk(message(whole)).body == ""


def test_a_long_text_is_cut_with_a_word_about_it():
    body = the_talk(message(mail() + "word " * 50_000, bodies=True)).body
    assert len(body) < 100_100
    assert body.endswith("[Cut here: the rest is longer than 100,000 characters.]")


def test_a_message_nested_five_hundred_deep_is_read_without_its_text():
    deep = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(500))
    talk = the_talk(message(f"From: {NIA}\nDate: 20 Nov 2026 09:30:00 +0000\n{deep}", bodies=True))
    assert talk.body == ""


def test_a_very_long_header_is_bounded():
    long = ", ".join(f"p{n}@x.example" for n in range(30_000))
    read = message(mail(f"X: {'y' * 300_000}", f"Cc: {long}"))
    assert len(the_talk(read).with_) == 50
    assert dict(the_talk(read).kept)["more people"].endswith("@x.example")
    assert "headers of a message are too long" in said(read)


@pytest.mark.parametrize("text", ["hello", "", "\n\n", "hello\nFrom x Fri Nov 20 00:30:00 2026\nFrom: a@x.example\n"])
def test_what_is_no_mailbox_is_refused(text: str):
    with pytest.raises(CannotRead, match="mailbox"):
        mailbox(text)


@pytest.mark.parametrize("text", ["hello", "", "\n\nFrom: a@x.example\n", "PK\x03\x04" * 100])
def test_what_is_no_message_is_refused(text: str):
    with pytest.raises(CannotRead, match="no headers"):
        message(text)
