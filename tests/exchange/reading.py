"""Reads made-up files the way the readers are called."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

from netfiles.exchange.calendars.calendar_in import read_calendar
from netfiles.exchange.incoming import Incoming, IncomingTalk, Wishes
from netfiles.exchange.mail.mail_in import read_mailbox, read_message

WISHES = Wishes(date(2026, 11, 20), date(2026, 1, 1), date(2026, 11, 20), frozenset({"me@own.example", "Mo Owner"}))


def wishes(**said: Any) -> Wishes:
    return replace(WISHES, **said)


def _bytes(text: str | bytes) -> io.BytesIO:
    return io.BytesIO(text if isinstance(text, bytes) else text.encode())


def calendar(text: str | bytes, **said: Any) -> Incoming:
    return read_calendar(_bytes(text), "work.ics", wishes(**said), lambda *_: None)


def mailbox(text: str | bytes, **said: Any) -> Incoming:
    return read_mailbox(_bytes(text), "all.mbox", wishes(**said), lambda *_: None)


def message(text: str | bytes, **said: Any) -> Incoming:
    return read_message(_bytes(text), "one.eml", wishes(**said), lambda *_: None)


def accounted(incoming: Incoming) -> int:
    """Rows that are talks or are left out."""
    return sum(talk.rows for talk in incoming.talks) + sum(left.rows for left in incoming.left)


def the_talk(incoming: Incoming) -> IncomingTalk:
    (talk,) = incoming.talks
    return talk


def said(incoming: Incoming) -> str:
    """All remarks, a line each."""
    return "\n".join(f"{left.line}: {left.message} {left.advice}".rstrip() for left in incoming.left)
