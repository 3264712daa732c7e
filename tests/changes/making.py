"""New files made without a disk."""

from collections.abc import Mapping
from datetime import datetime

from netfiles.changes.new import SORTS, Template, Wanted, new_file
from netfiles.insights.directory import Directory
from netfiles.model.options import Folders
from netfiles.records.plan import Created, Plan
from netfiles.vault.create import skeleton

NOW = datetime(2026, 11, 20, 9, 30)  # noqa: DTZ001  # a wall clock
NOBODY = Directory()


def own_template(word: str) -> str:
    return skeleton()[f"templates/{SORTS[word].template}.md"].decode()


def plan_of(
    word: str,
    name: str,
    template: str | None = None,
    fields: Mapping[str, tuple[str, ...]] | None = None,
    names: Directory = NOBODY,
    taken: tuple[str, ...] = (),
) -> Plan:
    text = own_template(word) if template is None else template
    people = (name,) if word == "entry" else ()
    given = dict(fields or {}) | ({"with": (f"[[{name}]]",)} if people else {})
    return new_file(
        Wanted(word, name, NOW, given, people), Template("templates/x.md", text), Folders(), names, lambda *_: taken
    )


def made(*args: object, **more: object) -> Created:
    (step,) = plan_of(*args, **more).steps  # type: ignore[arg-type]
    assert isinstance(step, Created)
    return step
