"""A handful of people whom lines can name."""

from datetime import date
from pathlib import Path

import pytest

from netfiles.capture.roll import Roll
from netfiles.index.build import build_network
from netfiles.insights.derive import derive
from netfiles.insights.directory import directory
from netfiles.vault.load import load

TODAY = date(2026, 11, 19)
"""A Thursday."""

FILES = {
    "contacts/Nia Okafor.md": "company: Northlight Instruments",
    "contacts/Nia Petrakis.md": "company: Mill Lane Dental",
    "contacts/Bo Lee.md": "aliases: [Bobby]",
    "contacts/José van der Berg.md": "",
    "contacts/Patrick O'Shaughnessy.md": "aliases: [Pat]",
    "contacts/Grace Achieng.md": "",
    "contacts/Will Mark.md": "",
    "contacts/Siobhán Gallagher.md": "",
    "contacts/old/Cy Roe.md": "",
    "contacts/new/Cy Roe.md": "name: Cy Roe the younger",
    "career/companies/Northlight Instruments.md": "target: A",
    "career/companies/Second Table Food Bank.md": "",
    "career/leads/Data Analyst at Palisade.md": "stage: heard\ncompany: Palisade Health",
    "career/news/Contract done, looking again.md": "date: 2026-08-31",
    "journal/2026-11-02 a.md": 'with: ["[[Bo Lee]]", "[[Nia Petrakis]]"]\nchannel: coffee',
}


@pytest.fixture(scope="session")
def roll(tmp_path_factory: pytest.TempPathFactory) -> Roll:
    vault: Path = tmp_path_factory.mktemp("capture")
    for name, fields in FILES.items():
        (vault / name).parent.mkdir(parents=True, exist_ok=True)
        (vault / name).write_text(f"---\n{fields}\n---\n".replace("---\n\n", "---\n"), "utf-8")
    return Roll(directory(derive(build_network(load(vault)), TODAY)))
