"""What an import does: to people field by field, to the journal, and when the same or a later file comes again."""

from pathlib import Path

import pytest

from netfiles.errors import CannotRead
from netfiles.exchange.importing.ledger import Said, label_of, parsed, written
from netfiles.exchange.incoming import IncomingPerson, Party, Picture
from netfiles.vault.load import load
from tests.changes.made import vault
from tests.exchange.importing import imported, planned, somebody, talk, text

NIA = "contacts/Nia Okafor.md"
PROOF = {"emails": "nia@x.example"}


@pytest.mark.parametrize(
    ("mine", "theirs", "line"),
    [
        ("emails: nia@x.example", {"title": "Planner"}, "title: Planner"),
        ("emails: nia@x.example", {"emails": ("NIA@x.example", "n@y.example")}, "emails: [nia@x.example, n@y.example]"),
        ("emails: nia@x.example\nphones: 413 555 0142", {"phones": "413-555-0142"}, "phones: 413 555 0142\n---"),
        (
            "emails: nia@x.example\nlinks:\n  - li.example/in/nia",
            {"links": "https://www.li.example/in/Nia/"},
            "- li.example/in/nia\n---",
        ),
        ("emails: nia@x.example\ntitle: Boss", {"title": "Planner"}, "title: Boss\n---"),
        ("emails: nia@x.example\ncompany: Acme", {"title": "Planner", "company": "Globex"}, "company: Acme\n---"),
        (
            "emails: nia@x.example\ncompany: Acme",
            {"title": "Planner", "company": "ACME, Inc."},
            "company: Acme\ntitle: Planner",
        ),
        ("emails: nia@x.example", {"birthday": "04-12"}, "birthday: 04-12"),
        ("emails: nia@x.example", {"location": "Lyon: old town"}, 'location: "Lyon: old town"'),
    ],
)
def test_fields_are_filled_and_added_to_and_never_overwritten(
    tmp_path: Path, mine: str, theirs: dict[str, str | tuple[str, ...]], line: str
) -> None:
    before = f"---\n{mine}\n---\nMy notes\n"
    vault(tmp_path, {NIA: before})
    imported(tmp_path, somebody("Nia Okafor", **({"emails": "nia@x.example"} | theirs)))
    after = text(tmp_path, NIA)
    assert line in after
    assert after.endswith("---\nMy notes\n")
    assert all(old in after for old in mine.split("\n") if not old.startswith("emails"))


def test_what_differs_is_told_and_taken_only_on_word(tmp_path: Path) -> None:
    vault(tmp_path, {NIA: "---\nemails: nia@x.example\ntitle: Boss\n---\n"})
    (told,) = planned(tmp_path, somebody("Nia", title="Planner", **PROOF)).people
    assert [(f.field, f.what, f.old, f.new) for f in told.fields] == [("title", "differs", ("Boss",), ("Planner",))]
    imported(tmp_path, somebody("Nia", title="Planner", **PROOF), theirs=("title",))
    assert text(tmp_path, NIA) == "---\nemails: nia@x.example\ntitle: Planner\n---\n"


@pytest.mark.parametrize(
    ("edit", "later", "expected"),
    [
        (("", ""), {"title": "Chief"}, "title: Chief"),  # only the source changed
        (("title: Planner", "title: My word"), {"title": "Planner"}, "title: My word"),  # only the owner
        (("title: Planner", "title: My word"), {"title": "Chief"}, "title: My word"),  # both: told
        (
            ("title: Planner\n", ""),
            {"title": "Planner"},
            "---\ncompany: Acme\nemails",
        ),  # emptied by the owner: stays so
        (("company: Acme", "company: Acme"), {"company": "Globex"}, "made-up, 2026-11-30\npast_companies: Acme"),
        (
            ("  - old@x.example\n", ""),
            {"emails": ("nia@x.example", "old@x.example")},
            "emails:\n  - nia@x.example\nsource",
        ),
    ],
)
def test_a_later_file_changes_only_what_its_source_changed(
    tmp_path: Path, edit: tuple[str, str], later: dict[str, str | tuple[str, ...]], expected: str
) -> None:
    first: dict[str, str | tuple[str, ...]] = {
        "emails": ("nia@x.example", "old@x.example"), "title": "Planner", "company": "Acme",
    }  # fmt: skip
    vault(tmp_path, {})
    imported(tmp_path, somebody("Nia Okafor", **first))
    file = tmp_path / NIA
    file.write_text(file.read_text().replace(*edit))
    imported(tmp_path, somebody("Nia Okafor", **(first | later)))
    assert expected in text(tmp_path, NIA)


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    vault(tmp_path, {NIA: "---\nemails: nia@x.example\n---\n"})
    found = [
        somebody("Nia Okafor", title="Planner", notes="Likes tea", **PROOF),
        somebody("Bo Lee", uid="9", tags=("a", "b")),
        talk(
            "2026-03-01T09:30", Party("Nia", "nia@x.example"), uid="t1", channel="email", direction="in", title="Hello"
        ),
        talk("2026-03-02", Party("Bo Lee"), uid="t2", channel="meeting", may_change=True),
    ]
    imported(tmp_path, *found, settle=lambda *_: "new")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    again = planned(tmp_path, *found)
    assert again.plan.steps == ()
    assert again.people_by() == {"same": 2}
    assert again.talks_by() == {"same": 2}
    imported(tmp_path, *found)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_whom_the_owner_removed_does_not_come_back(tmp_path: Path) -> None:
    vault(tmp_path, {})
    imported(tmp_path, somebody("Nia Okafor", **PROOF))
    (tmp_path / NIA).unlink()
    assert planned(tmp_path, somebody("Nia Okafor", **PROOF)).people_by() == {"removed": 1}


def test_a_renamed_file_is_found_by_what_it_says(tmp_path: Path) -> None:
    vault(tmp_path, {})
    imported(tmp_path, somebody("Nia Okafor", uid="7"))
    (tmp_path / NIA).rename(tmp_path / "contacts/N. O..md")
    (told,) = planned(tmp_path, somebody("Nia Okafor", uid="7", title="Planner")).people
    assert (told.outcome, told.path) == ("changed", "contacts/N. O..md")


def test_who_stands_twice_in_a_file_is_one(tmp_path: Path) -> None:
    vault(tmp_path, {})
    plan = imported(
        tmp_path,
        somebody("Nia Okafor", emails="a@x.example", title="Planner"),
        somebody("Nia Okafor", emails=("b@x.example", "A@x.example"), title="Chief"),
        somebody("Nia Okafor", phones="+1 413 555 0142", emails="b@x.example"),
        somebody("Max Muster", emails="a@x.example"),
    )
    assert (plan.joined, plan.people_by()) == (2, {"new": 2})
    assert "title: Planner" in text(tmp_path, NIA)
    assert all(word in text(tmp_path, NIA) for word in ("a@x.example", "b@x.example", "+1 413 555 0142"))
    assert '"kept": [["title", "Chief"]]' in text(tmp_path, "imports/made-up.jsonl")


@pytest.mark.parametrize(
    ("answer", "outcome"), [("skip", "unsure"), ("new", "new"), (NIA, "changed")]
)  # fmt: skip
def test_of_whom_it_is_not_sure_the_owner_decides(tmp_path: Path, answer: str, outcome: str) -> None:
    vault(tmp_path, {NIA: "---\ncompany: Acme\n---\n"})
    plan = imported(tmp_path, somebody("Nia Okafor", emails="n@x.example"), settle=lambda *_: answer)
    assert [one.outcome for one in plan.people] == [outcome]
    again = planned(tmp_path, somebody("Nia Okafor", emails="n@x.example"))
    assert [one.outcome for one in again.people] == ["unsure" if answer == "skip" else "same"]


def test_new_files_have_names_of_their_own(tmp_path: Path) -> None:
    vault(tmp_path, {"contacts/Bo Lee.md": "company: Acme"})
    names = ["../../etc/passwd", "CON", "a" * 300, "Zoë", "ZOE\u0308", "  ", "…", "Bo Lee", "[[x]]"]
    plan = imported(
        tmp_path,
        *(somebody(name, company="Globex", uid=str(n)) for n, name in enumerate(names)),
        settle=lambda *_: "new",
    )
    made = {one.path for one in plan.people}
    assert len(made) == len(names)
    assert all((tmp_path / path).parent == tmp_path / "contacts" for path in made)
    found = {person.origin.path: person.called for person in load(tmp_path).people}
    assert all(found[one.path] == one.person.name for one in plan.people if one.person.name.strip())


def test_a_picture_becomes_an_attachment(tmp_path: Path) -> None:
    vault(tmp_path, {})
    (tmp_path / "attachments").mkdir()
    (tmp_path / "attachments/nia okafor.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    photo = Picture(b"\x89PNG\r\n\x1a\nnew", ".png")
    imported(tmp_path, IncomingPerson("Nia Okafor", photo=photo))
    assert "photo: Nia Okafor, 2.png" in text(tmp_path, NIA)
    assert (tmp_path / "attachments/Nia Okafor, 2.png").read_bytes() == photo.content


def test_talks_become_entries_with_those_who_are_on_file(tmp_path: Path) -> None:
    vault(tmp_path, {NIA: "---\nemails: nia@x.example\n---\n", "contacts/Bo Lee.md": "company: Acme"})
    plan = imported(
        tmp_path,
        talk("2026-03-01T09:30", Party("", "nia@x.example"), Party("Max Muster"), uid="1",
             channel="video", minutes="40", title="Plans: next"),
        talk("2026-03-02", Party("Stranger"), channel="email", uid="2"),
        talk("2026-03-03", Party("BO LEE"), channel="email", direction="in", uid="3",
             body="- [ ] pay 📅 2026-12-01\n[[Nia Okafor]] <b>"),
    )  # fmt: skip
    assert plan.talks_by() == {"new": 2, "nobody": 1}
    assert text(tmp_path, "journal/2026/2026-03-01 Plans - next.md") == (
        '---\ndate: 2026-03-01T09:30\nwith:\n  - "[[Nia Okafor]]"\n  - "[[Max Muster]]"\nchannel: video\nminutes: 40\n'
        'title: "Plans: next"\nuid: "1"\nsource: made-up, 2026-11-30\n---\n'
    )
    (entry,) = [one for one in load(tmp_path).interactions if one.uid == "3"]
    assert (entry.origin.tasks, entry.origin.links) == ((), ())
    assert entry.with_[0].target == "Bo Lee"


def test_everyone_counts_on_word(tmp_path: Path) -> None:
    vault(tmp_path, {})
    plan = planned(tmp_path, talk("2026-03-02", Party("Stranger"), uid="2"), everyone=True)
    assert [(one.outcome, one.people) for one in plan.talks] == [("new", ("Stranger",))]


def test_what_the_owner_logged_is_not_logged_twice(tmp_path: Path) -> None:
    mine = '---\ndate: 2026-03-01\nwith: "[[Nia Okafor]]"\nchannel: email\n---\n'
    vault(tmp_path, {NIA: "---\nemails: nia@x.example\n---\n", "journal/2026/Mine.md": mine})
    nia = Party("", "nia@x.example")
    plan = planned(tmp_path, talk("2026-03-01", nia, channel="email"), talk("2026-03-01", nia, channel="call"))
    assert [(one.outcome, one.path) for one in plan.talks] == [("logged", "journal/2026/Mine.md"), ("new", "")]


def test_an_event_that_moved_moves_its_entry_unless_the_owner_did(tmp_path: Path) -> None:
    vault(tmp_path, {NIA: "---\nemails: nia@x.example\n---\n"})
    nia = Party("", "nia@x.example")
    first = talk("2026-03-01T09:30", nia, channel="meeting", uid="e", body="One", may_change=True)
    (made,) = imported(tmp_path, first).talks
    imported(tmp_path, talk("2026-03-02T10:00", nia, channel="meeting", uid="e", body="One\nTwo", may_change=True))
    (entry,) = load(tmp_path).interactions
    assert (str(entry.day), entry.origin.body.split()) == ("2026-03-02", ["One", "Two"])
    file = tmp_path / entry.path
    file.write_text(file.read_text().replace("channel: meeting", "channel: coffee"))
    plan = imported(tmp_path, talk("2026-03-02T10:00", nia, channel="video", uid="e", body="One\nTwo", may_change=True))
    assert [f.what for f in plan.talks[0].fields] == ["differs"]
    assert load(tmp_path).interactions[0].channel == "coffee"
    assert made.outcome == "new"


def test_a_ledger_reads_back() -> None:
    said = [Said("b", "contacts/B.md", {"title": ("x\ny",)}), Said("a", "contacts/Ä.md", {}, (("X-Y", '"'),))]
    assert list(parsed(written(said).encode(), "x").values()) == [said[1], said[0]]


@pytest.mark.parametrize("line", [b"<<<<<<< HEAD", b"[]", b'{"key": 1}', b'{"key": "a", "file": "b", "values', b"\xff"])
def test_a_line_of_a_ledger_that_is_none_is_said_and_nothing_of_it_lost(line: bytes) -> None:
    good = written([Said("a", "contacts/A.md", {})]).encode()
    with pytest.raises(CannotRead, match=r"imports/vcard\.jsonl, line 2"):
        parsed(good + line + b"\n", "imports/vcard.jsonl")


def test_nothing_that_comes_in_makes_a_file_unreadable(tmp_path: Path) -> None:
    vault(tmp_path, {NIA: "---\nemails: nia@x.example\n---\n"})
    imported(
        tmp_path,
        somebody("{{title}}", title="<% x %>", location="a\nb: c\n---\n", notes="<<<<<<< HEAD\n=======\n>>>>>>> x"),
        somebody("Nia", title="{{x}}", location="Ly\x00on", company="# no", notes="---\nname: Evil\n---", **PROOF),
        talk("2026-03-01", Party("Nia", "nia@x.example"), uid="{{u}}", title="{{x}}", channel="email"),
        everyone=True,
    )
    found = load(tmp_path)
    assert found.problems == ()
    assert [person.called for person in found.people] == ["Nia Okafor", "{title}}"]
    assert (found.people[0].location, found.people[0].title, str(found.people[0].company)) == ("Ly on", None, "# no")
    assert found.people[1].location == "a b: c ---"
    assert [entry.day.isoformat() for entry in found.interactions] == ["2026-03-01"]


def test_two_people_of_one_name_stay_two(tmp_path: Path) -> None:
    vault(tmp_path, {})
    plan = imported(
        tmp_path,
        somebody("John Smith", uid="1", emails="a@x.example"),
        somebody("John Smith", uid="2", emails="b@x.example"),
        somebody("Wei Wang", company="Acme", links="linkedin.com/in/wei1"),
        somebody("Wei Wang", company="Acme", links="linkedin.com/in/wei2"),
        somebody("Ana Prieto", uid="3"),
        somebody("Bo Lee", uid="3"),
    )
    assert (plan.joined, plan.people_by()) == (0, {"new": 6})
    assert "uid" not in text(tmp_path, "contacts/Bo Lee.md")
    again = planned(tmp_path, *(one.person for one in plan.people))
    assert (again.people_by(), again.plan.steps) == ({"same": 6}, ())


def test_a_family_keeps_its_files_in_whatever_order_it_comes(tmp_path: Path) -> None:
    vault(tmp_path, {})
    john = somebody("John Doe", emails="doe@x.example", title="Baker")
    jane = somebody("Jane Doe", emails="doe@x.example", title="Surgeon")
    imported(tmp_path, john, jane)
    again = planned(tmp_path, jane, john)
    assert [(one.person.name, one.path, one.outcome) for one in again.people] == [
        ("Jane Doe", "contacts/Jane Doe.md", "same"),
        ("John Doe", "contacts/John Doe.md", "same"),
    ]


def test_two_cards_of_one_person_on_file_are_both_taken(tmp_path: Path) -> None:
    vault(tmp_path, {"contacts/Jane Doe.md": "---\nemails: [a@x.example, b@x.example]\n---\n"})
    cards = (
        somebody("Jane Doe", emails="a@x.example", title="Surgeon"),
        somebody("Jane D. Doe", emails="b@x.example", phones="+1 413 555 0142", birthday="04-12", notes="Tea"),
    )
    imported(tmp_path, *cards)
    after = text(tmp_path, "contacts/Jane Doe.md")
    assert all(word in after for word in ("title: Surgeon", "+1 413 555 0142", "birthday: 04-12", "Jane D. Doe", "Tea"))
    assert planned(tmp_path, *cards).plan.steps == ()


def test_a_file_that_cannot_be_read_gets_no_twin(tmp_path: Path) -> None:
    vault(tmp_path, {NIA: "---\nbirthday: 2026-02-30\n---\n"})
    (told,) = planned(tmp_path, somebody("Nia Okafor", emails="n@x.example"), settle=lambda *_: "new").people
    assert (told.outcome, "cannot be read" in told.why) == ("unsure", True)


def test_a_file_that_cannot_be_changed_is_left_and_the_rest_comes_in(tmp_path: Path) -> None:
    vault(tmp_path, {NIA: "---\n{emails: nia@x.example}\n---\n"})
    plan = imported(tmp_path, somebody("Nia", title="Planner", **PROOF), somebody("Bo Lee"))
    assert [(one.outcome, one.path) for one in plan.people] == [("locked", NIA), ("new", "contacts/Bo Lee.md")]
    assert text(tmp_path, NIA) == "---\n{emails: nia@x.example}\n---\n"


def test_an_entry_that_was_removed_comes_back_only_on_word(tmp_path: Path) -> None:
    vault(tmp_path, {NIA: "---\nemails: nia@x.example\n---\n"})
    coffee = talk("2026-03-01", Party("", "nia@x.example"), uid="t", channel="coffee")
    imported(tmp_path, coffee)
    next((tmp_path / "journal").rglob("*.md")).unlink()
    assert planned(tmp_path, coffee).talks_by() == {"removed": 1}
    assert planned(tmp_path, coffee, again=True).talks_by() == {"new": 1}


def test_a_conversation_grows_by_what_is_new_alone(tmp_path: Path) -> None:
    vault(tmp_path, {NIA: "---\nemails: nia@x.example\n---\n"})
    nia = Party("", "nia@x.example")
    imported(tmp_path, talk("2026-03-01", nia, uid="c", channel="social", body="one\ntwo\n\nthree", may_change=True))
    (file,) = (tmp_path / "journal").rglob("*.md")
    file.write_text("\n".join(line.rstrip() for line in file.read_text().split("\n")))
    more = talk("2026-03-01", nia, uid="c", channel="social", body="one\ntwo\n\nthree\n\nfour", may_change=True)
    imported(tmp_path, more)
    assert file.read_text().endswith("---\n\none\ntwo\n\nthree\n\nfour\n")
    assert planned(tmp_path, more).plan.steps == ()


def test_one_logged_coffee_stands_for_one_meeting(tmp_path: Path) -> None:
    mine = '---\ndate: 2026-03-01\nwith: "[[Nia Okafor]]"\nchannel: coffee\n---\n'
    vault(tmp_path, {NIA: "---\nemails: nia@x.example\n---\n", "journal/2026/Mine.md": mine})
    nia = Party("", "nia@x.example")
    meetings = [talk(f"2026-03-01T1{hour}:00", nia, uid=str(hour), channel="meeting") for hour in range(3)]
    assert planned(tmp_path, *meetings).talks_by() == {"logged": 1, "new": 2}


def test_a_name_in_a_folder_below_is_taken_as_well(tmp_path: Path) -> None:
    vault(tmp_path, {"contacts/work/Nia Okafor.md": "---\ncompany: Acme\n---\n"})
    (told,) = planned(tmp_path, somebody("Nia Okafor"), settle=lambda *_: "new").people
    assert told.path == "contacts/Nia Okafor, 2.md"


@pytest.mark.parametrize(
    ("source", "name", "label"),
    [
        ("linkedin", "Complete_LinkedInDataExport_11-30-2026.zip", "linkedin"),
        ("vcard", "Phone 2026-11-30 (1).vcf", "vcard-phone"),
        ("vcard", "f1.vcf", "vcard-f1"),
        ("ics", "../evil/..", "ics-evil"),
        ("mail", "2026-11-30.mbox", "mail"),
        ("notes", "notes", "notes"),
    ],
)
def test_a_source_is_told_from_others_of_its_kind(source: str, name: str, label: str) -> None:
    assert label_of(source, name) == label
