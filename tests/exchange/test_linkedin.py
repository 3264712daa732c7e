"""LinkedIn's messages and invitations as talks."""

from datetime import date

import pytest

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import Incoming, IncomingTalk, Party
from tests.exchange.tables import read, said

HEAD = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,"
    "ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n"
)
ME, ADA, BO = (f"https://www.linkedin.com/in/{name}" for name in ("me", "ada", "bo"))
UTC = (1, "the times of the messages are UTC, and so are the days: one near midnight may be of the day beside")
TOLD = frozenset(["https://linkedin.com/in/Me/"])


def messages(*rows: str, me: frozenset[str] = TOLD, **given: object) -> Incoming:
    """Messages as `conversation | from | to | date | content | other=…`, people by their short names."""
    return read(HEAD + "".join(map(row, rows)), "messages.csv", me=me, **given)


NAMES = {"me": ("Me Myself", ME), "ada": ("Ada Byron", ADA), "bo": ("Bo Lee, PhD", BO), "gone": ("LinkedIn Member", "")}


def row(text: str) -> str:
    conversation, sender, to, at, content, *more = map(str.strip, text.split("|"))
    others = [NAMES[one] for one in to.split()]
    rest = {"title": "", "subject": "", "folder": "INBOX", "attachments": "", "draft": "No"}
    rest |= dict(part.split("=", 1) for part in more)
    cells = (
        conversation, rest["title"], *NAMES[sender], ",".join(name for name, _ in others),
        ",".join(url for _, url in others),
        at, rest["subject"], content, rest["folder"], rest["attachments"], rest["draft"], "",
    )  # fmt: skip
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"


def short(talk: IncomingTalk) -> tuple[str, str, str, int]:
    return talk.at, talk.values["direction"][0], " ".join(party.name for party in talk.with_), talk.rows


def test_the_messages_of_a_conversation_on_a_day_are_one_talk() -> None:
    incoming = messages(
        "c1 | ada | me | 2026-02-15 09:30:05 UTC | Sure, on Monday. | subject=Coffee?",
        "c1 | me | ada | 2026-02-15 08:00:00 UTC | Coffee?\nOr tea? | attachments=https://x.example/1",
        "c1 | me | ada | 2026-02-16 00:04:28 UTC | See you",
        "c2 | bo | me | 2026-02-15 10:00:00 UTC | An offer",
        bodies=True,
    )
    first, *others = incoming.talks
    assert first == IncomingTalk(
        at="2026-02-15",
        with_=(Party("Ada Byron", "", ADA),),
        values={"channel": ("social",), "direction": ("both",), "title": ("Coffee?",)},
        body="08:00 Me Myself: Coffee?\nOr tea?\n\n09:30 Ada Byron: Sure, on Monday.",
        kept=(("Attachment", "https://x.example/1"),),
        uid="c1 2026-02-15",
        line=2,
        rows=2,
        may_change=True,
    )
    assert [short(talk) for talk in others] == [
        ("2026-02-16", "out", "Ada Byron", 1), ("2026-02-15", "in", "Bo Lee, PhD", 1),
    ]  # fmt: skip
    assert (incoming.source, incoming.people, said(incoming)) == ("linkedin", (), [UTC])


def test_a_subject_too_long_for_a_title_is_kept_whole() -> None:
    subject, conversation = "Coffee " * 100, "c" * 500
    [talk] = messages(f"{conversation} | ada | me | 2026-02-15 09:30:05 UTC | x | subject={subject}").talks
    assert talk.values["title"] == (subject[:200],)
    assert talk.kept == (("Subject", subject.strip()),)
    assert len(talk.uid) < 100


def test_without_the_wish_no_text_of_a_message_is_kept() -> None:
    [talk] = messages("c1 | ada | me | 2026-02-15 09:30:05 UTC | Secret").talks
    assert "Secret" not in repr(talk)


def test_drafts_and_what_is_of_other_days_are_left_out_and_counted() -> None:
    incoming = messages(
        "c1 | me | ada | 2026-02-15 09:30:05 UTC | x | draft=Yes",
        "c1 | me | ada | 2026-02-14 09:30:05 UTC | x",
        "c1 | me | ada | 2026-02-30 09:30:05 UTC | x",
        "c1 | me | ada | soon | x",
        "c2 | gone | me | 2026-02-15 09:30:05 UTC | x",
        "c1 | me | ada | 2026-02-15 11:30 | x",
        since=date(2026, 2, 15),
    )
    assert [short(talk) for talk in incoming.talks] == [("2026-02-15", "out", "Ada Byron", 1)]
    assert said(incoming) == [
        (2, "1 message left out: drafts, never sent"),
        (3, "1 message left out: not of 2026-02-15 to 2026-11-30"),
        (4, "2 messages left out: their date is none"),
        (6, "1 message left out: with nobody whom they name"),
        UTC,
    ]


def test_in_a_talk_of_many_all_but_the_owner_take_part() -> None:
    [talk] = messages("c1 | ada | me bo | 2026-02-15 09:30:05 UTC | x").talks
    assert talk.with_ == (Party("Ada Byron", "", ADA), Party("", "", BO))
    known = messages(
        "c1 | ada | me bo | 2026-02-15 09:30:05 UTC | x", "c2 | bo | me | 2026-02-14 09:30:05 UTC | x", bodies=True
    )
    assert [short(talk)[2] for talk in known.talks] == ["Ada Byron Bo Lee, PhD", "Bo Lee, PhD"]


def test_who_is_not_told_is_who_takes_part_in_the_most_conversations() -> None:
    rows = [f"c1 | ada | me | 2026-02-15 09:30:0{n} UTC | x" for n in range(9)]
    incoming = messages(*rows, "c2 | bo | me | 2026-02-15 10:00:00 UTC | x", me=frozenset())
    assert [short(talk)[1:3] for talk in incoming.talks] == [("in", "Ada Byron"), ("in", "Bo Lee, PhD")]
    assert said(incoming) == [(1, "taken to be you, who are in the most conversations: `Me Myself`"), UTC]


def test_who_sent_what_lies_in_the_folder_of_sent_ones_is_the_owner() -> None:
    incoming = messages("c1 | me | ada | 2026-02-15 09:30:05 UTC | x | folder=SENT", me=frozenset())
    assert [short(talk)[1:3] for talk in incoming.talks] == [("out", "Ada Byron")]


def test_messages_of_other_days_show_who_the_owner_is() -> None:
    rows = "c1 | me | ada | 2026-02-15 09:30:05 UTC | x", "c2 | bo | me | 2019-02-15 09:30:05 UTC | x"
    incoming = messages(*rows, me=frozenset(), since=date(2026, 1, 1))
    assert [short(talk)[1:3] for talk in incoming.talks] == [("out", "Ada Byron")]


def test_where_two_may_be_the_owner_nobody_is_guessed() -> None:
    with pytest.raises(CannotRead, match=r"it does not say who you are: `.*` or `.*`"):
        messages("c1 | me | ada | 2026-02-15 09:30:05 UTC | x", me=frozenset())


def test_the_owner_is_told_by_name_as_well() -> None:
    rows = "c1 | ada | me | 2026-02-15 09:30:05 UTC | x", "c2 | ada | bo | 2026-02-15 09:30:05 UTC | x"
    assert [short(talk)[1:3] for talk in messages(*rows, me=frozenset(["me myself"])).talks] == [
        ("in", "Ada Byron"), ("in", "Ada Byron Bo Lee, PhD"),
    ]  # fmt: skip


def test_older_files_name_recipients_without_their_profiles() -> None:
    incoming = read(
        "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,DATE,CONTENT\n"
        f"c1,Ada Byron,{ADA},Me Myself,2020-01-01 10:00:00 UTC,x\n"
        f"c1,Me Myself,{ME},Ada Byron,2020-01-01 11:00:00 UTC,x\n"
        f'c2,Me Myself,{ME},"Bo Lee, Cy Ek",2020-01-02 11:00:00 UTC,x\n',
        me=TOLD,
    )
    assert [short(talk) for talk in incoming.talks] == [
        ("2020-01-01", "both", "Ada Byron", 2), ("2020-01-02", "out", "Bo Lee Cy Ek", 1),
    ]  # fmt: skip
    assert incoming.talks[0].with_ == (Party("Ada Byron", "", ADA),)


INVITATIONS = f"""From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
Me,Ada Byron,"7/8/26, 3:43 PM","Hi Ada,
let us talk",OUTGOING,{ME},{ADA}
Bo Lee,Me,"7/9/26, 3:43 AM",,INCOMING,{BO},{ME}
Bo Lee,Me,"7/10/26, 3:43 AM",A role for you,INCOMING,{BO},{ME}
Me,Ada Byron,sometime,Hello,OUTGOING,{ME},{ADA}
Me,Ada Byron,"7/8/26, 3:43 PM",Hello,SIDEWAYS,{ME},{ADA}
"""


def test_invitations_with_a_message_are_talks() -> None:
    incoming = read(INVITATIONS, bodies=True)
    first, second = incoming.talks
    assert first == IncomingTalk(
        at="2026-07-08",
        with_=(Party("Ada Byron", "", ADA),),
        values={"channel": ("social",), "direction": ("out",), "title": ("Invitation",)},
        body="Hi Ada,\nlet us talk",
        uid="invitation out linkedin.com/in/ada 2026-07-08",
        line=2,
    )
    assert short(second) == ("2026-07-10", "in", "Bo Lee", 1)
    assert said(incoming) == [
        (1, "1 invitation left out: without a message"),
        (1, "1 invitation left out: their date is none"),
        (1, "1 invitation left out: whether they came or went is not said"),
    ]
    assert [talk.body for talk in read(INVITATIONS).talks] == ["", ""]
