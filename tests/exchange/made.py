"""A small vault with something of everything, as files."""

from netfiles.insights.derive import Insights, derive
from tests.insights.random_vaults import TODAY, Files, network_of

FILES: Files = {
    "contacts/Ada Paz.md": """---
aliases: [Adi, "=cmd()"]
title: "Head; of \\"things\\", mostly"
company: "[[Acme]]"
past_companies: ["Globex (2018-2022)", "[[Foo (2010)]]"]
emails: [ada@acme.example, "Ada <ada.paz@home.example>"]
phones: +43 1 234567
addresses: 1 Long Road, Graz, AB 8010
birthday: 02-29
tags: [close, alumni]
knows: ["[[Bo]]", "[[Ghost]]", "[[Bo|Bobby]]"]
keep_in_touch: 1m
next: "send the <b>sheet</b>, soon"
next_on: 2026-12-20
told_before: "[[Laid off]]"
shoe_size: 38
likes: [tea, cake]
house: {floor: 3, door: green}
---
Her notes on [[Bo]].

- [ ] write to her 📅 2026-12-30
""",
    "contacts/Bo.md": "---\nname: Bo Lee\nbirthday: 1985\nstatus: closed\nemails: bo@globex.example\n---\n",
    "contacts/Cy.md": (
        "---\nprivate: yes\nbirthday: 1990-12-01\nemails: cy@secret.example\naddresses: 9 Hidden Way\n---\n"
        "Secret notes.\n"
    ),
    "contacts/Dee.md": "---\nprivate: [phones, company]\nphones: '555 0199'\ncompany: Umbrella\n---\n",
    "journal/2026-11-10 Coffee.md": (
        '---\nwith: ["[[Ada Paz]]", "[[New Name]]"]\nchannel: coffee\nminutes: 45\n'
        'told: ["[[Laid off]]", saved a million]\nintroduced: "[[Omar]]"\nleads: "[[Planner]]"\n---\nShe said "yes".\n'
    ),
    "journal/2026-11-12 Secret.md": '---\nwith: "[[Cy]]"\nchannel: call\n---\nSecret talk.\n',
    "journal/2026-11-13 Both.md": '---\nwith: ["[[Cy]]", "[[Ada Paz]]"]\nchannel: email\n---\n',
    "journal/2026-11-30 Call.md": '---\ndate: 2026-11-30T09:30\nwith: "[[Ada Paz]]"\nchannel: call\nminutes: 20\n---\n',
    "career/companies/Acme.md": "---\ntarget: A\nmotivation: 4\ntags: near\nemails: jobs@acme.example\n---\n",
    "career/leads/Planner.md": (
        '---\ntitle: Planner\ncompany: "[[Acme]]"\nstage: applied\napplied_on: 2026-11-20\n'
        'heard_from: "[[Ada Paz]]"\ninterviews: [2026-11-27, 2026-11-01]\nnext: ring\nnext_on: 2027-01-05\n---\n'
    ),
    "career/goals/Talk.md": "---\nmeasure: interactions\ntarget: 3\nper: week\n---\n",
    "career/goals/Be kind.md": "---\nstatus: done\n---\n",
    "career/news/Laid off.md": "---\ndate: 2026-10-01\n---\nI was laid off.\n",
    "career/profile.md": "---\nstrengths: [maps, tables]\nnetworking_share: 40\n---\n",
}


def insights_of(files: Files = FILES) -> Insights:
    """What follows from files on the day of these tests."""
    return derive(network_of(files), TODAY)
