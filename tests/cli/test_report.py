"""`report`, `brief` and `build --at`: what they print, what they refuse, what they leave alone."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DAY = ("--today", "2026-11-19")


@pytest.fixture
def at_home(example_vault: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(example_vault)
    return example_vault


def test_the_review_as_json_ends_with_three_moves(netfiles, at_home: Path) -> None:
    said = netfiles(*DAY, "report", "--json")
    found = json.loads(said.out)
    assert said.exit == 0
    assert (found["week"], found["today"], found["talks"], found["messages"]) == ("2026-11-16", "2026-11-19", 5, 3)
    assert [one["person"] for one in found["cooled"]] == ["Thandiwe Mokoena", "Gus Papadakis"]
    assert len(found["moves"]) == 3
    for move in found["moves"]:
        assert (at_home / move["file"]).is_file()
        assert move["line"] >= 1
        assert move["tick"] or move["write"]["text"]


def test_two_days_compared(netfiles, at_home: Path) -> None:
    found = json.loads(netfiles(*DAY, "report", "--since", "2026-06-01", "--json").out)
    then, now = found["then"], found["now"]
    assert (then["day"], now["day"]) == ("2026-06-01", "2026-11-19")
    assert then["leads"] == {"accepted": 1}
    assert sum(now["leads"].values()) == 8
    assert then["people"] < now["people"] == 41
    assert then["entries"] < now["entries"]
    assert now["ties"]["strong"] == 16
    text = netfiles(*DAY, "report", "--since", "2026-06-01").out
    assert "leads: accepted" in text
    assert f"{now['people'] - then['people']:+}" in text


def test_a_day_compared_with_itself_differs_in_nothing(netfiles, at_home: Path) -> None:
    found = json.loads(netfiles(*DAY, "report", "--since", "2026-12-31", "--at", "2026-12-31", "--json").out)
    assert found["then"] == found["now"]


def test_a_report_of_an_earlier_day_knows_only_that_day(netfiles, at_home: Path) -> None:
    found = json.loads(netfiles(*DAY, "report", "--at", "2026-06-26", "--json").out)
    assert found["today"] == "2026-06-26"
    assert {entry["date"] for entry in found["entries"]} == {"2026-06-22", "2026-06-25"}
    assert found["planned"] == []


def test_the_log_between_two_days(netfiles, at_home: Path) -> None:
    words = ("report", "log", "--from", "2026-10-26", "--to", "2026-10-31")
    lines = json.loads(netfiles(*DAY, *words, "--json").out)["lines"]
    assert [(line["date"], line["sort"], line["employer"]) for line in lines] == [
        ("2026-10-27", "interview", "Second Table Food Bank"),
        ("2026-10-28", "search", ""),
        ("2026-10-28", "contact", "Oxbow State College"),
        ("2026-10-29", "contact", "Merriweather Freight"),
        ("2026-10-30", "application", "Larkmeadow Utilities"),
    ]
    assert [missing["column"] for missing in lines[-1]["missing"]] == ["phone", "person"]
    rows = list(csv.DictReader(io.StringIO(netfiles(*DAY, *words, "--csv").out)))
    assert [row["employer"] for row in rows] == [line["employer"] for line in lines]
    text = netfiles(*DAY, *words).out
    assert "phones: … into career/companies/Larkmeadow Utilities.md" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("report", "--csv"), "for the log"),
        (("report", "--from", "2026-01-01"), "for the log"),
        (("report", "log", "--since", "2026-01-01"), "for the review"),
        (("report", "log", "--csv", "--json"), "Leave one"),
        (("report", "log", "--from", "2026-11-02", "--to", "2026-11-01"), "comes after"),
        (("report", "--since", "2026-12-01"), "comes after"),
        (("report", "--since", "soon"), "--since: 'soon' is not a date"),
        (("report", "--at", "2026-02-30"), "--at: '2026-02-30' is not a date"),
        (("report", "log", "--to", "1"), "--to: '1' is not a date"),
        (("report", "nothing"), "nothing"),
        (("build", "--at", "x"), "--at: 'x' is not a date"),
        (("build", "--at", "2026-06-01", "--tree"), "not the tree"),
        (("brief", "nia", "--purpose", "gossip"), "gossip"),
    ],
    ids=" ".join,
)
def test_what_is_refused_is_refused_in_one_sentence(netfiles, at_home: Path, words, said) -> None:
    done = netfiles(*DAY, *words)
    assert done.exit == 2
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_brief_as_json(netfiles, at_home: Path) -> None:
    found = json.loads(netfiles(*DAY, "brief", "fatoumata", "--json").out)
    assert (found["name"], found["purpose"], len(found["talks"]), len(found["questions"])) == (
        "Fatoumata Diallo",
        "catch-up",
        3,
        5,
    )
    assert found["sent"][0]["by"] == "Grace Achieng"
    assert [ask["ask_status"] for ask in found["asks"]] == ["open", "answered"]
    chosen = json.loads(netfiles(*DAY, "brief", "fatoumata", "--purpose", "interview", "--json").out)
    assert chosen["questions"] != found["questions"]


@pytest.mark.parametrize(("name", "said"), [("nia", "could be 2 people"), ("nobody at all", "Nobody is called")])
def test_a_brief_of_nobody_or_several_ends_with_1(netfiles, at_home: Path, name, said) -> None:
    done = netfiles(*DAY, "brief", *name.split())
    assert done.exit == 1
    assert said in done.err


def test_a_brief_of_somebody_not_on_file(netfiles, at_home: Path) -> None:
    found = json.loads(netfiles(*DAY, "brief", "terrence whitlow", "--json").out)
    assert (found["file"], found["purpose"]) == (None, "information-interview")
    assert found["sent"][0]["by"] == "Nia Okafor"


# Time travel


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_site_of_an_earlier_day_stands_beside_and_touches_nothing(
    netfiles, at_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETFILES_CACHE", str(tmp_path / "cache"))
    assert netfiles(*DAY, "build").exit == 0
    site, cache = snapshot(at_home / "site"), snapshot(tmp_path / "cache")
    done = netfiles(*DAY, "build", "--at", "2026-06-01")
    assert done.exit == 0, done.err
    there = at_home / ".netfiles" / "at" / "2026-06-01"
    assert str(there) in done.out
    assert (snapshot(at_home / "site"), snapshot(tmp_path / "cache")) == (site, cache)
    past = snapshot(there)
    assert b'"day": "2026-06-01", "fixed": true' in past["assets/netfiles-day.js"]
    assert "people/sren-kjr/index.html" not in past
    assert {path for path in past if path.startswith("people/")} < {path for path in site if path.startswith("people/")}
    assert not [path for path in past if path.startswith("journal/2026-0") and path > "journal/2026-06"]
    pages = b"".join(data for path, data in past.items() if path.endswith(".html") and not path.startswith("docs/"))
    assert b"Supply Planning Analyst" not in pages.replace(b"supply planning analyst", b"")
    assert netfiles(*DAY, "build", "--at", "2026-06-01").out.splitlines()[-1].startswith("0 printed")


def test_the_site_of_an_earlier_day_never_takes_the_place_of_today_s(netfiles, at_home: Path) -> None:
    done = netfiles(*DAY, "build", "--at", "2026-06-01", "--site", at_home / "site")
    assert done.exit == 2
    assert "the folder of today's site" in done.err
    assert not (at_home / "site").exists()


@pytest.mark.soak
def test_a_later_day_than_all_knows_everything(netfiles, at_home: Path, tmp_path: Path) -> None:
    netfiles("--today", "2027-06-01", "build", "--site", tmp_path / "now")
    netfiles("--today", "2027-06-01", "build", "--at", "2027-06-01", "--site", tmp_path / "then")
    now, then = snapshot(tmp_path / "now"), snapshot(tmp_path / "then")
    assert now.keys() == then.keys()
    different = {path for path in now if now[path] != then[path]}
    assert different <= {"index.html", "assets/netfiles-day.js"}  # the option `today` shows


@pytest.mark.parametrize("command", ["report", "brief"])
def test_help_is_light(command: str) -> None:
    code = f"import sys; sys.argv = ['netfiles', '{command}', '--help']\nfrom netfiles.cli import main\n"
    code += "try:\n    main()\nexcept SystemExit:\n    pass\n"
    code += "heavy = {'mkdocs', 'jinja2', 'markdown_it', 'pydantic', 'netfiles.insights'} & set(sys.modules)\n"
    code += "sys.exit(', '.join(heavy) or 0)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, "NO_COLOR": "1"}, check=False
    )
    assert done.returncode == 0, done.stderr
