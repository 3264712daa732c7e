"""Maya's November: an answer forgotten, a nudge, an introduction that becomes a talk. One vault, three days.

The vault holds the whole month, so that on an early day the later entries are plans.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import reasons, tiers, write_story

STORY = {
    "Ana Torres": "company: Globex; keep_in_touch: 4w; birthday: 11-20",
    "Ben Okafor": "relation: recruiter",
    "Carla Nunes": "company: Initech",
    "Dev Patel": "tags: close; met_on: 2019-05-01",
    "Erik Lund": "source: linkedin; birthday: 1980-12-03",
    "Fay Wong": "met_on: 2026-11-06",
    "Gus Meyer": "status: dormant; keep_in_touch: 1w; birthday: 11-12",
    "Hana Sato": "status: closed",
    "Iris Blum": "keep_in_touch: 3m",
    "mkdocs.yml": "site_name: Maya\nplugins:\n  - netfiles:\n      keep_in_touch: {close: 4w}\n",
    "career/companies/Initech.md": "target: A",
    "2026-08-25 Call with Iris": "with: [[Iris Blum]]; channel: call; minutes: 20",
    "2026-10-05 Coffee with Ana": "with: [[Ana Torres]]; channel: coffee; got: advice; introduced: [[Ivo Klein]]",
    "2026-10-07 Thanks to Ana": "with: [[Ana Torres]]; channel: email; purpose: thanks",
    "2026-10-14 To Ivo": "with: [[Ivo Klein]]; channel: email; purpose: introduction",
    "2026-10-20 Coffee with Dev": "with: [[Dev Patel]]; channel: coffee; next: Send the article; next_on: 2026-11-10",
    "2026-10-22 To Carla": "with: [[Carla Nunes]]; channel: email; asked: information; ask: How do you hire testers?",
    "2026-10-26 Nudge to Ivo": "with: [[Ivo Klein]]; channel: email",
    "2026-10-29 Again to Carla": "with: [[Carla Nunes]]; channel: email",
    "2026-10-30 To Gus": "with: [[Gus Meyer]]; channel: email; purpose: follow-up",
    "2026-11-02 Ben calls": (
        "with: [[Ben Okafor]]; channel: call; direction: in; they_owe: The job spec; they_owe_on: 2026-11-13"
    ),
    "2026-11-03 From Ben": "with: [[Ben Okafor]]; channel: email; direction: in",
    "2026-11-04 Applications": "activity: applications; minutes: 120",
    "2026-11-05 From Erik": "with: [[Erik Lund]]; channel: social; direction: in; source: linkedin",
    "2026-11-06 Meetup": 'with: ["[[Fay Wong]]", "[[Hana Sato]]"]; channel: event // [[Ana Torres]] was there.',
    "2026-11-10 Video with Carla": (
        "with: [[Carla Nunes]]; channel: video; asked: contacts; got: [information, introduction]; "
        "introduced: [[Lena Roth]]"
    ),
    "2026-11-10 To Ben": "with: [[Ben Okafor]]; channel: email",
    "2026-11-11 Thanks to Carla": (
        "with: [[Carla Nunes]]; channel: email; purpose: thanks; thanks_for: [[2026-11-10 Video with Carla]]"
    ),
    "2026-11-12 Research": "activity: research; minutes: 60",
    "2026-11-12 To Lena": "with: [[Lena Roth]]; channel: email; purpose: introduction",
    "2026-11-13 From Lena": "with: [[Lena Roth]]; channel: email; direction: in",
    "2026-11-16 To Lena": "with: [[Lena Roth]]; channel: email",
    "2026-11-17 To Dev and Ana": 'with: ["[[Dev Patel]]", "[[Ana Torres]]"]; channel: message; purpose: follow-up',
    "2026-11-20 Talk with Lena": (
        "with: [[Lena Roth]]; channel: call; purpose: information-interview; got: advice // "
        "Knows the field.\n\n- [x] Read her paper 📅 2026-11-22\n- [ ] Send her the report 📅 2026-11-27"
    ),
    "2026-11-24 From Dev": "with: [[Dev Patel]]; channel: message; direction: in",
    "2026-11-25 Study": "activity: study; minutes: 90",
    "2026-12-02 Coffee with Dev": "with: [[Dev Patel]]; channel: coffee",
}

ON_9_NOVEMBER = {
    "Ben Okafor": [("answer", "2026-11-05", 4)],  # wrote on Tuesday the 3rd
    "Fay Wong": [("hello", "2026-11-08", 1)],
    "Carla Nunes": [("reply", "2026-11-02", 7)],  # Thursday 22 October + 7 business days; the 29th is the same attempt
    # Ana: thanked on 7 October; four weeks are over, but the 17th is planned. Ivo: nudged on 26 October, silent since.
    # Gus: from the 10th. Hana: closed. Erik: imported message. Dev: the promise from the 10th.
}
ON_18_NOVEMBER = {
    "Dev Patel": [("promise", "2026-11-10", 8)],
    "Ana Torres": [("date", "2026-11-13", 5)],  # birthday on the 20th
    "Ben Okafor": [("owed-to-me", "2026-11-14", 4)],  # answered on the 10th, that mail waits until the 19th
    "Fay Wong": [("hello", "2026-11-08", 10)],
    "Gus Meyer": [("reply", "2026-11-10", 8)],  # dormant mutes cadence and birthday, not this
    # Carla: thanked; the new ask from the 19th. Lena: contact on the 12th, two days after the introduction.
}
ON_30_NOVEMBER = {
    "Dev Patel": [("answer", "2026-11-26", 4), ("promise", "2026-11-10", 20)],
    "Lena Roth": [("promise", "2026-11-27", 3), ("thank", "2026-11-21", 9)],
    "Ben Okafor": [("owed-to-me", "2026-11-14", 16), ("reply", "2026-11-19", 11)],
    "Erik Lund": [("date", "2026-11-26", 4)],  # imported, with an entry since the 5th
    "Fay Wong": [("hello", "2026-11-08", 22)],
    "Gus Meyer": [("reply", "2026-11-10", 20)],
    # The ask of October was met on the 10th, the new one was not; she gave the name of Lena, who was met on the 20th.
    "Carla Nunes": [("ask", "2026-11-19", 11), ("outcome", "2026-11-23", 7)],
    "Iris Blum": [("keep-in-touch", "2026-11-25", 5)],
    # Ana: Dev's answer ended the wait for both.
}

# In this order. Within a group all are equally late: the tie decides, for which the text has no number.
DAYS = [
    ("2026-11-09", ON_9_NOVEMBER, [{"Ben Okafor"}, {"Fay Wong"}, {"Carla Nunes"}]),
    ("2026-11-18", ON_18_NOVEMBER, [{"Dev Patel"}, {"Ana Torres", "Ben Okafor", "Fay Wong"}, {"Gus Meyer"}]),
    (
        "2026-11-30",
        ON_30_NOVEMBER,
        [
            {"Dev Patel", "Lena Roth"},
            {"Ben Okafor", "Carla Nunes", "Erik Lund", "Fay Wong"},
            {"Gus Meyer"},  # 14 of 7 business days
            {"Iris Blum"},  # 5 days of three months
        ],
    ),
]


@pytest.mark.parametrize(("today", "expected", "order"), DAYS, ids=[day for day, *_ in DAYS])
def test_mayas_queue(queue_json, today, expected, order) -> None:
    queue = queue_json(STORY, today)
    assert reasons(queue) == expected
    assert tiers(queue, order) == order


def test_people_of_the_story_have_their_files_and_names_only_given_have_none(queue_json) -> None:
    files = {item["person"]: item["file"] for item in queue_json(STORY, "2026-11-30")}
    assert (files["Ben Okafor"], files["Lena Roth"]) == ("contacts/Ben Okafor.md", None)


def test_the_command_tells_the_same_as_a_process_of_its_own(folder: Path) -> None:
    today, expected, _ = DAYS[-1]
    command = [sys.executable, "-m", "netfiles", "-C", str(write_story(folder, STORY)), "--today", today]
    done = subprocess.run([*command, "queue", "--json"], capture_output=True, text=True, timeout=60, check=True)
    assert reasons(json.loads(done.stdout)["items"]) == expected
