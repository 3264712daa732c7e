"""Reads mail: a mailbox (mbox) or one message (.eml); every message between the owner and somebody is a talk."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import BinaryIO, NamedTuple

from netfiles.errors import CannotRead
from netfiles.exchange.incoming import Incoming, IncomingTalk, Party, Progress, Wishes
from netfiles.exchange.mail.correspondents import Owner, once_each, party, shown
from netfiles.exchange.mail.mail_headers import Headers, by_machine, day_of_separator, headers_of, thrown_away
from netfiles.exchange.mail.mail_text import text_of
from netfiles.exchange.mail.mbox import OddLines, RawMessage, messages, one_message
from netfiles.exchange.one_line import one_line
from netfiles.exchange.remarks import Remarks

_MOST_PARTIES = 50
_NAME_YOURS = "Write your addresses into career/profile.md (`emails`), and read it again."


def read_mailbox(file: BinaryIO, name: str, wishes: Wishes, progress: Progress) -> Incoming:
    """The messages of an mbox, however large; `rows` counts them. Raises CannotRead."""
    gathered, odd = _Gathered(wishes), OddLines()
    for message in messages(file, name, wishes.bodies, odd, progress):
        gathered.take(message)
    if odd.count:
        told = "1 line begins" if odd.count == 1 else f"{odd.count:,} lines begin"
        advice = "Taken as text. If a message is missing, export the mailbox again."
        gathered.remarks.tell("From", odd.first, f"{told} with `From ` without beginning a message", advice)
    return gathered.incoming()


def read_message(file: BinaryIO, name: str, wishes: Wishes, progress: Progress) -> Incoming:
    """The one message of a file. Raises CannotRead where it has no sender, date and addressee at all."""
    message = one_message(file, wishes.bodies, progress)
    if message.headers.keys().isdisjoint((b"from", b"to", b"date", b"subject")):
        why = "it has no headers From, To, Date or Subject"
        raise CannotRead(name, why, "Name a message in the form .eml, or a mailbox (mbox).")
    gathered = _Gathered(wishes)
    gathered.take(message)
    return gathered.incoming()


class _Message(NamedTuple):
    """A message that counts, as long as it is not known who the owner is."""

    headers: Headers
    sender: tuple[Party, ...]
    to: tuple[Party, ...]
    hidden: tuple[Party, ...]
    body: str


@dataclass(slots=True)
class _Gathered:
    """What was read so far."""

    wishes: Wishes
    remarks: Remarks = field(default_factory=Remarks)
    kept: dict[str, _Message] = field(default_factory=dict)
    occurs: Counter[str] = field(default_factory=Counter)
    rows: int = 0

    def take(self, raw: RawMessage) -> None:
        """A message: left out for what its headers say, or kept."""
        self.rows += 1
        headers = headers_of(raw)
        if raw.cut:
            self.remarks.tell(
                "long headers", raw.line, "headers of a message are too long", "The rest of them is left out."
            )
        if by_machine(raw, headers):
            self.remarks.count(raw.line, "1 message of a list or machine", "{} messages of lists and machines")
        elif thrown_away(raw):
            self.remarks.count(raw.line, "1 message of bin, spam or drafts", "{} messages of bin, spam and drafts")
        elif dated := self.dated(headers, raw.separator):
            self.keep(dated, raw)

    def dated(self, headers: Headers, separator: bytes) -> Headers | None:
        """With a day of those that are asked for, or None: left out."""
        if not headers.at:
            headers = headers._replace(at=day_of_separator(separator))
            said = f"a message without a date that can be read{_about(headers)}"
            if not headers.at:
                self.remarks.tell("messages without a date", headers.line, said, "It is left out.", rows=1)
                return None
            advice = "The day on which the mailbox took it in counts."
            self.remarks.tell("messages without a date, dated by their mailbox", headers.line, said, advice)
        day, since, until = date.fromisoformat(headers.at[:10]), self.wishes.since, self.wishes.until
        if day < since:
            self.remarks.count(headers.line, f"1 message before {since}", f"{{}} messages before {since}")
        elif day > until:
            self.remarks.count(headers.line, f"1 message after {until}", f"{{}} messages after {until}")
        return headers if since <= day <= until else None

    def keep(self, headers: Headers, raw: RawMessage) -> None:
        """Once, though a mailbox may hold it in several folders."""
        uid = headers.uid or _digest(f"{headers.at} {headers.sender} {headers.subject}")
        if uid in self.kept:
            self.remarks.count(headers.line, "1 message that stands twice", "{} messages that stand twice")
            return
        people = (headers.sender, headers.to, headers.hidden)
        sender, to, hidden = (self.parties(each, headers) for each in people)
        self.occurs.update({each.email.casefold() for each in (*sender, *to) if each.email})
        body = text_of(raw) if self.wishes.bodies else ""
        self.kept[uid] = _Message(headers._replace(uid=uid), sender, to, hidden, body)

    def parties(self, people: tuple[tuple[str, str], ...], headers: Headers) -> tuple[Party, ...]:
        """Those with an address that is one."""
        each = [party(name, address) for name, address in people]
        for (_, address), someone in zip(people, each, strict=True):
            if not someone.email:
                message = f"`{shown(address)}` is not an e-mail address"
                self.remarks.tell("addresses that are none", headers.line, message, "It is left out.")
        return tuple(someone for someone in each if someone.email)

    def incoming(self) -> Incoming:
        """All of it, now that it is known who the owner is."""
        owner = self.owner()
        found = [self.talk(message, owner) for message in self.kept.values()]
        talks = tuple(talk for talk in found if talk is not None)
        return Incoming("mail", talks=talks, left=self.remarks.all(), rows=self.rows)

    def owner(self) -> Owner:
        """Whom the wishes name, or whose address is in the most messages, if it is alone in that."""
        owner = Owner.of(self.wishes.me)
        if owner.addresses or not self.occurs:
            return owner
        (address, count), *others = self.occurs.most_common(2)
        if count == 1 or (others and others[0][1] == count):
            self.remarks.tell("owner", 1, "it is not known which of the addresses is yours", _NAME_YOURS)
            return owner
        message = f"{address} is taken to be you, as it is in {count:,} of {len(self.kept):,} messages"
        self.remarks.tell("owner", 1, message, _NAME_YOURS)
        return Owner(frozenset({address}), owner.names)

    def talk(self, message: _Message, owner: Owner) -> IncomingTalk | None:
        headers = message.headers
        out = any(owner.is_(each) for each in message.sender)
        people = (*message.sender, *message.to, *(message.hidden if out else ()))
        others = once_each(each for each in people if not owner.is_(each))
        if not others:
            self.remarks.count(headers.line, "1 message without other people", "{} messages without other people")
            return None
        values = {"channel": ("email",), "direction": ("out" if out else "in",)}
        if headers.subject:
            values["title"] = (headers.subject,)
        kept = [("in-reply-to", headers.reply_to)] if headers.reply_to else []
        if len(others) > _MOST_PARTIES:
            kept.append(("more people", ", ".join(each.email for each in others[_MOST_PARTIES:][:1_000])))
            advice = f"The first {_MOST_PARTIES} count as people."
            self.remarks.tell("messages to many", headers.line, f"a message with {len(others)} people", advice)
        return IncomingTalk(
            headers.at, others[:_MOST_PARTIES], values, message.body, tuple(kept), headers.uid, headers.line
        )


def _about(headers: Headers) -> str:
    return f" (“{one_line(headers.subject, 60)}”)" if headers.subject else ""


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
