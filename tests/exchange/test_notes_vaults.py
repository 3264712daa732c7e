"""Whole vaults of others, as their programs lay them out: made up here, and a real one where it is beside."""

import os
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netfiles.exchange.incoming import Incoming, Party
from netfiles.exchange.notes.note_words import PERSON
from netfiles.records.fits import fits
from tests.exchange.notes import WISHES, read
from tests.sampling import in_soak

BY_COMPANY = {
    "companies/tern-foods/company.md": "name: Tern Foods Ltd; slug: tern-foods; stage: offer // ",
    "companies/tern-foods/contacts/lena-vogt.md": (
        "first_name: Lena; last_name: Vogt; slug: lena-vogt; title: COO; role: decision-maker;"
        " email: lena@tern.example; phone:; tasks:;   - {text: Send it, due: 2026-12-05} // "
    ),
    "companies/tern-foods/interactions/2026-10-26T1000-linkedin-out-lena-vogt.md": (
        "date: 2026-10-26T10:00; channel: linkedin; direction: out; contact: lena-vogt; subject:; outcome: // Hi Lena,"
    ),
    "companies/tern-foods/interactions/2026-10-19T0900-note-company.md": (
        "date: 2026-10-19T09:00; channel: note; direction:; contact: // A note."
    ),
    "routines.toml": "",
}
"""A folder for each company, as Hermit CRM has them."""

BY_TYPE = {
    "01_People/Me.md": "type: person; id: per_1; name: Me; me: true; emails: [nia@home.example] // ## Notes",
    "01_People/Lena Vogt.md": (
        "type: person; id: per_2; name: Lena Vogt; emails: [lena@tern.example]; org: '[[Tern Foods]]'; job_title: COO;"
        " former_orgs: ['[[Heron AG]]']; introduced_by: '[[Bo Lee]]'; context: professional; salutation: du;"
        " last_contact: 2026-10-26; next_followup: 2026-12-01; review_status: confirmed // "
        "## Notes\n\n## History\n- 2026-10-14 · emails: lena@tern.example · [[2026-10-14 Email – Hello]]"
    ),
    "02_Organizations/Tern Foods.md": "type: organization; id: org_1; name: Tern Foods; relationship: client // ",
    "03_Interactions/2026-10-26 Call – Budget.md": (
        "type: interaction; id: int_1; kind: call; date: 2026-10-26T10:00; direction: outbound; subject: Budget;"
        " from: '[[Me]]'; to: ['[[Lena Vogt]]'] // She decides."
    ),
    "99_System/AGENTS.md": "For agents",
}
"""A folder for each type of note, as orbit has them."""

PLAIN = {
    "Areas/People/Lena Vogt.md": "## Meetings\n- [[2026-10-26]]: lunch\n- 2026-11-02 – she called",
    "Daily/2026-10-26.md": "Lunch with [[Lena Vogt]]",
    "Areas/Books/Dune.md": "type: book; author: F. H. // ",
}
"""Notes with hardly a key."""


def counted(found: Incoming) -> int:
    """The rows that are accounted for."""
    return len(found.people) + sum(talk.rows for talk in found.talks) + sum(left.rows for left in found.left)


def test_a_vault_with_a_folder_for_each_company() -> None:
    found = read(BY_COMPANY)
    (lena,) = found.people
    assert (lena.name, lena.values) == (
        "Lena Vogt",
        {"title": ("COO",), "emails": ("lena@tern.example",), "company": ("Tern Foods Ltd",)},
    )
    assert {("role", "decision-maker"), ("tasks text", "Send it"), ("tasks due", "2026-12-05")} <= set(lena.kept)
    (talk,) = found.talks
    assert (talk.at, talk.with_, talk.body) == ("2026-10-26T10:00", (Party("Lena Vogt"),), "Hi Lena,")
    assert talk.values == {"channel": ("social",), "direction": ("out",)}
    assert counted(found) == found.rows == 5


def test_a_vault_with_a_folder_for_each_type_of_note() -> None:
    found = read(BY_TYPE)
    (lena,) = found.people
    assert (lena.uid, lena.values) == (
        "per_2",
        {
            "emails": ("lena@tern.example",),
            "company": ("Tern Foods",),
            "title": ("COO",),
            "past_companies": ("Heron AG",),
            "introduced_by": ("[[Bo Lee]]",),
            "next_on": ("2026-12-01",),
            "next": ("follow up",),
        },
    )
    assert ("salutation", "du") in lena.kept
    (talk,) = found.talks
    assert (talk.with_, talk.values["title"], talk.values["channel"], talk.uid) == (
        (Party("Lena Vogt"),),
        ("Budget",),
        ("call",),
        "int_1",
    )
    assert counted(found) == found.rows == 5


def test_a_vault_with_hardly_a_key() -> None:
    found = read(PLAIN)
    assert [person.name for person in found.people] == ["Lena Vogt"]
    assert [(talk.at, talk.values["channel"]) for talk in found.talks] == [
        ("2026-10-26", ("coffee",)),
        ("2026-11-02", ("call",)),
    ]
    assert counted(found) == found.rows == 3


BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
KEPANO = Path(os.environ.get("NETFILES_CORPUS", BESIDE)) / "markdown" / "kepano-obsidian"


@pytest.mark.skipif(not KEPANO.is_dir(), reason="the corpus is not beside this repository")
def test_a_real_vault_gives_its_people_and_its_meeting() -> None:
    files = {path.name.replace("__", "/"): path.read_bytes() for path in sorted(KEPANO.iterdir()) if path.is_file()}
    found = read(files)
    assert [person.name for person in found.people] == ["Kevin Kelly", "Paul Chambers", "Steph Ango"]
    steph = found.people[2]
    assert steph.values == {"company": ("Obsidian",), "links": ("https://x.com/kepano", "https://stephango.com/")}
    assert steph.kept == (("type", "Authors"), ("created", "2023-09-12"))
    (talk,) = found.talks
    assert (talk.at, talk.with_, talk.values["title"]) == (
        "2023-09-12",
        (Party("Steph Ango"),),
        ("Meeting with Steph",),
    )
    assert counted(found) == found.rows == len(files)


_KEYS = st.one_of(
    st.sampled_from(sorted(PERSON)), st.sampled_from(["type", "tags", "date", "people"]), st.text(max_size=8)
)
_VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["2025-03-04", "person", "[[Jane]]", "[a, {b: c}]", "- x", "|\n  a", "!!x", "*a", "true", "1e9", "~"]
    ),
)
_BODIES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(["## 2025-03-04 Coffee", "- 2025-03-04: call", "## Log", "| 2025-03-04 |"]),
    ),
    max_size=6,
).map("\n".join)
_NOTES = st.builds(
    lambda fields, body, closing: "---\n" + "".join(f"{key}: {value}\n" for key, value in fields) + f"{closing}{body}",
    st.lists(st.tuples(_KEYS, _VALUES), max_size=6),
    _BODIES,
    st.sampled_from(["---\n", "---\n", "---\n", ""]),
)
_PATHS = st.builds(
    "{}{}.md".format,
    st.sampled_from(["", "People/", "Meetings/", "companies/x/contacts/", "../"]),
    st.text(max_size=12),
)
VAULTS = st.dictionaries(
    _PATHS, st.one_of(_NOTES.map(lambda text: text.encode(errors="replace")), st.binary(max_size=60)), max_size=4
)


@pytest.mark.parametrize("cases", [40, *in_soak([5_000])])
def test_whatever_a_vault_holds_each_file_is_accounted_for_and_each_value_fits_its_field(cases: int) -> None:
    @settings(max_examples=cases, deadline=None, database=None)
    @given(VAULTS)
    def play(files: dict[str, bytes]) -> None:
        found = read(files)
        assert counted(found) == found.rows == len(files)
        for person in found.people:
            assert person.name.strip()
            _fitting("person", person.values)
        for talk in found.talks:
            assert fits("interaction", "date", talk.at)
            assert talk.with_
            assert str(WISHES.since) <= talk.at <= f"{WISHES.until}T24"
            _fitting("interaction", talk.values)

    play()


def _fitting(kind: str, values: object) -> None:
    assert isinstance(values, dict)
    for field, texts in values.items():
        assert texts
        for text in texts:
            assert text.isprintable()
            assert field == "private" or fits(kind, field, text), (field, text)  # type: ignore[arg-type]


LONG = (
    "a ",
    " ",
    "- ",
    "#",
    "2025-03-04 ",
    "- 2025-03-04: call\n",
    "## 2025-03-04 call\n",
    "[[",
    "[a](",
    "|",
    "- *",
    "\n",
)


@pytest.mark.parametrize("sign", LONG)
def test_no_note_takes_long(sign: str) -> None:
    started = process_time()
    for start in ("", "# 2025-03-04", "---\nname: "):
        read({"People/a-b.md": f"{start}{sign * (100_000 // len(sign))} x".encode()}, bodies=True)
    assert process_time() - started < 4
