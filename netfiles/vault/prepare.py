"""From a plan to the bytes of each file: read, edited, read again, and nothing written yet."""

import codecs
import os
from collections.abc import Sequence
from pathlib import Path

from netfiles.errors import CannotEdit, Meanwhile, NotWritable
from netfiles.model import Kind
from netfiles.model.options import Folders
from netfiles.problems import Problem, printable
from netfiles.records.plan import Copied, Created, Edited, Plan, Removed
from netfiles.records.read import read_record
from netfiles.text.edit import Unsafe, edited, edited_page
from netfiles.text.edits import Edit
from netfiles.text.frontmatter import Refused
from netfiles.text.layout import normal
from netfiles.vault.undo_store import Write
from netfiles.vault.write import checksum, content_of


def prepare(vault: Path, folders: Folders, plan: Plan) -> list[Write]:
    """The files as they should be. Raises CannotEdit, Meanwhile, NotWritable; nothing is written.

    Several steps may concern one file: each is made upon what the one before it left.
    """
    writes: dict[str, Write] = {}
    for step in plan.steps:
        if isinstance(step, Created):
            _create(writes, vault, step.path, step.text.encode())
            _refuse_faulty(step.path, kind_of(folders, step.path), "", step.text)
        elif isinstance(step, Copied):
            _copy(writes, vault, step)
        elif isinstance(step, Removed):
            before = _read(vault, step.path, step.checksum)
            writes[step.path] = Write(step.path, before, None)
        else:
            _edit(writes, vault, folders, step)
    return list(writes.values())


def _create(writes: dict[str, Write], vault: Path, path: str, content: bytes) -> None:
    if path in writes or os.path.lexists(vault / path):
        raise NotWritable(printable(path), "is there already", "Choose another name.")
    writes[path] = Write(path, None, content)


def _copy(writes: dict[str, Write], vault: Path, step: Copied) -> None:
    if not step.checksum:
        _create(writes, vault, step.path, step.content)
        return
    writes[step.path] = Write(step.path, _read(vault, step.path, step.checksum), step.content)


def _edit(writes: dict[str, Write], vault: Path, folders: Folders, step: Edited) -> None:
    known = writes.get(step.path)
    before = known.before if known else _read(vault, step.path, step.checksum)
    now = known.after if known else before
    if now is None:
        raise Meanwhile(printable(step.path))
    after = _with_edits(step.path, kind_of(folders, step.path), now, step.edits)
    if step.to is None or step.to == step.path:
        writes[step.path] = Write(step.path, before, after)
        return
    if step.to in writes or (os.path.lexists(vault / step.to) and not _same_file(vault / step.to, vault / step.path)):
        raise NotWritable(printable(step.to), "is there already", "Choose another name.")
    writes[step.path] = Write(step.path, before, None)
    writes[step.to] = Write(step.to, None, after)


def _same_file(to: Path, path: Path) -> bool:
    """Whether a computer that does not know upper from lower case takes two names for one."""
    return to.name.casefold() == path.name.casefold() and to.samefile(path)


def _read(vault: Path, path: str, told: str) -> bytes:
    content = content_of(vault / path)
    if content is None or (told and checksum(content) != told):
        raise Meanwhile(printable(path))
    return content


def _with_edits(path: str, kind: Kind | None, content: bytes, edits: Sequence[Edit]) -> bytes:
    """The bytes with the edits made; BOM and line ends stay."""
    if not edits:
        return content
    bom = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    try:
        text = content[len(bom) :].decode()
    except UnicodeDecodeError:
        raise CannotEdit(printable(path), "it is not UTF-8 text", "Save it as UTF-8 in your editor.") from None
    try:
        after = edited_page(text, edits) if kind is None else edited(path, text, edits, kind)
    except Refused as refused:
        where = f"line {refused.problem.place.line}: {refused.problem.message}"
        raise CannotEdit(printable(path), where, refused.problem.advice) from None
    except Unsafe as unsafe:
        raise CannotEdit(printable(path), str(unsafe)) from None
    _refuse_faulty(path, kind, text, after)
    return bom + after.encode()


def _refuse_faulty(path: str, kind: Kind | None, before: str, after: str) -> None:
    """Raise CannotEdit where a record would have an error that it did not have."""
    if kind is None:
        return
    if new := _new_errors(path, kind, before, after):
        raise CannotEdit(printable(path), new[0].message, new[0].advice)


def _new_errors(path: str, kind: Kind, before: str, after: str) -> list[Problem]:
    """The errors of a text that another did not have."""
    new = _errors(path, kind, after)
    old = _errors(path, kind, before or "---\ndate: 2000-01-01\n---\n") if new else {}
    return [new[key] for key in new if key not in old]


def _errors(path: str, kind: Kind, text: str) -> dict[tuple[str, str], Problem]:
    found = read_record(kind, path, normal(text)).problems
    return {(problem.code, problem.message): problem for problem in found if problem.severity == "error"}


def sound(path: str, kind: Kind, before: bytes, after: bytes) -> bool:
    """Whether a record can be read as well as before."""
    old, new = (content.removeprefix(codecs.BOM_UTF8).decode(errors="replace") for content in (before, after))
    return not _new_errors(path, kind, old, new)


def kind_of(folders: Folders, path: str) -> Kind | None:
    """What kind of record a file is, by the folder it lies in."""
    if path == folders.profile:
        return "profile"
    tops: dict[str, Kind] = {
        folders.contacts: "person",
        folders.journal: "interaction",
        folders.companies: "company",
        folders.leads: "lead",
        folders.goals: "goal",
        folders.news: "news",
        folders.queries: "query",
    }
    fitting = [top for top in tops if path.startswith(f"{top}/")]
    return tops[max(fitting, key=len)] if fitting and path.endswith(".md") else None
