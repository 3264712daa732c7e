"""Jonas's winter of a leap year: the vault grows, is edited, and three mornings show what is due.

Each stage is the vault of that morning: what was there before, with the changes since.
"""

import pytest

from .conftest import reasons, tiers

UNTIL_14_FEBRUARY = {
    "Ada Bell": "company: Northwind; keep_in_touch: monthly; birthday: 1988-02-29",
    "Bo Chen": "met_on: 2028-02-05",
    "Cleo Diaz": "tags: [alumni, close]",
    "Dag Eng": "keep_in_touch: 2w; snooze_until: 2028-02-29",
    "Eve Fox": "source: vcard; birthday: 03-05",
    "Finn Gray": "",
    "Gia Holt": "",
    "Hal Ito": "tags: close; keep_in_touch: never",
    "mkdocs.yml": "site_name: Jonas\nplugins:\n  - netfiles:\n      keep_in_touch: {close: 4w, alumni: 3m}\n",
    "career/companies/Northwind.md": "target: B",
    "2028-01-10 Call with Ada": "with: [[Ada Bell]]; channel: call",
    "2028-01-14 Coffee": 'with: ["[[Cleo Diaz]]", "[[Finn Gray]]"]; channel: coffee; got: lead',
    "2028-01-17 Thanks to Cleo": "with: [[Cleo Diaz]]; channel: email; purpose: thanks",
    "2028-01-20 To Finn": "with: [[Finn Gray]]; channel: email; asked: referral; ask: Would you name me to Ola?",
    "2028-01-28 Call with Dag": "with: [[Dag Eng]]; channel: call; they_owe: A name; they_owe_on: 2028-02-11",
    "2028-02-02 From Gia": "with: [[Gia Holt]]; channel: message; direction: in",
    "2028-02-03 Voice mail for Gia": "with: [[Gia Holt]]; channel: call; direction: out",
    "2028-02-05 Fair": "with: [[Bo Chen]]; channel: event; introduced: [[Ira Jung]]",
    "2028-02-09 Applications": "activity: applications; minutes: 90",
    "2028-02-11 From Cleo": "with: [[Cleo Diaz]]; channel: email; direction: in",
    "2028-02-16 Lunch with Ada": "with: [[Ada Bell]]; channel: coffee",
}
UNTIL_29_FEBRUARY = UNTIL_14_FEBRUARY | {
    "2028-02-16 Lunch with Ada": (
        "with: [[Ada Bell]]; channel: coffee; got: advice; thanked: 2028-02-17; introduced: [[Kai Lund]]"
    ),
    "2028-02-16 To Cleo": "with: [[Cleo Diaz]]; channel: email",
    "2028-02-18 Nudge to Finn": "with: [[Finn Gray]]; channel: email; purpose: follow-up",
    "2028-02-21 To Kai and Ada": 'with: ["[[Kai Lund]]", "[[Ada Bell]]"]; channel: email',
    "2028-02-22 Call with Gia": "with: [[Gia Holt]]; channel: call; purpose: catch-up; asked: contacts",
    "2028-02-24 To Bo": "with: [[Bo Chen]]; channel: social",
    "2028-02-25 Study": "activity: study; minutes: 60",
    "2028-02-25 From Cleo": "with: [[Cleo Diaz]]; channel: message; direction: in",
}
UNTIL_13_MARCH = UNTIL_29_FEBRUARY | {
    "Ada Bell": "company: Northwind; keep_in_touch: monthly; birthday: 1988-02-29; next: Send it; next_on: 2028-03-12",
    "Gia Holt": "status: closed",
    "2028-01-28 Call with Dag": (
        "with: [[Dag Eng]]; channel: call; they_owe: A name; they_owe_on: 2028-02-11; they_owe_done: 2028-03-08"
    ),
    "2028-03-01 From Kai": "with: [[Kai Lund]]; channel: email; direction: in",
    "2028-03-02 Call with Kai": (
        "with: [[Kai Lund]]; channel: call; got: [introduction, advice]; introduced: [[Lou Mann]]"
    ),
    "2028-03-03 Letter to Finn": (
        "with: [[Finn Gray]]; channel: letter; purpose: thanks; thanks_for: [[2028-01-14 Coffee]]"
    ),
    "2028-03-04 Call with Eve": "with: [[Eve Fox]]; channel: call",
    "2028-03-06 To Ira": "with: [[Ira Jung]]; channel: email",
    "2028-03-08 Coffee with Dag": "with: [[Dag Eng]]; channel: coffee",
    "2028-03-20 Meeting with Cleo": "with: [[Cleo Diaz]]; channel: meeting",
}

MORNINGS = {
    "2028-02-14": (
        UNTIL_14_FEBRUARY,
        {
            "Finn Gray": [("reply", "2028-01-31", 14), ("thank", "2028-01-15", 30)],  # Cleo was thanked, Finn was not
            "Bo Chen": [("hello", "2028-02-07", 7)],
            "Ira Jung": [("introduction", "2028-02-09", 5)],  # Saturday the 5th + 3 business days
            # Ada: a month since 10 January, but lunch is planned. Cleo: her mail of Friday waits until Tuesday.
            # Dag: snoozed. Gia: the voice mail was an entry out, so her message has had something from me.
        },
        [{"Finn Gray"}, {"Bo Chen"}, {"Ira Jung"}],
    ),
    "2028-02-29": (
        UNTIL_29_FEBRUARY,
        {
            "Cleo Diaz": [("answer", "2028-02-29", 0)],  # she wrote on Friday, the very day her answer was due
            "Finn Gray": [
                ("thank", "2028-01-15", 45)
            ],  # nudged on the 18th, silent for 7 business days: no reply, no ask
            "Ada Bell": [("date", "2028-02-22", 7)],
            "Dag Eng": [("keep-in-touch", "2028-02-11", 18), ("owed-to-me", "2028-02-12", 17)],  # back today
            "Ira Jung": [("introduction", "2028-02-09", 20)],
            # Kai: contact on the day after it fell due. Bo: written to. Gia: the ask from 2 March. Eve: never an entry.
        },
        [{"Cleo Diaz"}, {"Finn Gray"}, {"Ada Bell", "Dag Eng"}, {"Ira Jung"}],  # Ira has no tie at all
    ),
    "2028-03-13": (
        UNTIL_13_MARCH,
        {
            # Kai's answer ended the wait for her, too. She gave his name, and the call was on 2 March.
            "Ada Bell": [("outcome", "2028-03-05", 8), ("promise", "2028-03-12", 1)],
            "Kai Lund": [("thank", "2028-03-03", 10)],
            "Eve Fox": [("hello", "2028-03-06", 7)],  # the birthday has passed
            "Lou Mann": [("introduction", "2028-03-07", 6)],
            "Bo Chen": [("reply", "2028-03-06", 7)],
            # Cleo: her message is older than 14 days. Gia: closed. Finn: thanked by letter. Ira: written to a week ago.
        },
        [{"Ada Bell"}, {"Kai Lund"}, {"Eve Fox"}, {"Lou Mann"}, {"Bo Chen"}],
    ),
}


@pytest.mark.parametrize("today", MORNINGS)
def test_jonas_queue(queue_json, today) -> None:
    story, expected, order = MORNINGS[today]
    queue = queue_json(story, today)
    assert reasons(queue) == expected
    assert tiers(queue, order) == order
