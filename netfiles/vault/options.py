"""mkdocs.yml read for what concerns netfiles, without importing MkDocs."""

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path, PurePosixPath
from typing import Any, get_args

import yaml

from netfiles.model.fields import Unfit, one_of, parse_day, parse_duration
from netfiles.model.options import Editor, Folders, Numbers, Options
from netfiles.model.values import Duration
from netfiles.problems import Place, Problem, printable
from netfiles.text.settings import load_settings
from netfiles.vault.read import Source, read_source
from netfiles.vault.work_rules import work_rules

CONFIG = "mkdocs.yml"
_MAX_CONFIG = 256 * 1024


def read_options(vault: Path) -> tuple[Options, tuple[Problem, ...]]:
    """The options of a vault; without a mkdocs.yml the defaults."""
    return options_of(read_source(vault, CONFIG))


def options_of(source: Source | Problem | None) -> tuple[Options, tuple[Problem, ...]]:
    """The options that a mkdocs.yml holds."""
    if source is None:
        return Options(), ()
    if isinstance(source, Problem):
        return Options(), (_broken(source.message, source.place.line),)
    if len(source.text) > _MAX_CONFIG:
        return Options(), (_broken(f"it is longer than {_MAX_CONFIG // 1024} KiB"),)
    try:
        config = load_settings(source.text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or str(error).split("\n", 1)[0]
        return Options(), (_broken(said, source.text.count("\n", 0, mark.index) + 1 if mark else 1),)
    if not isinstance(config, Mapping):
        return Options(), (_broken("it holds no settings"),)
    return _options(config, source.text)


def _broken(why: str, line: int = 1) -> Problem:
    return Problem(
        "NF501",
        Place(CONFIG, line),
        f"mkdocs.yml cannot be read: {printable(why)[:400]}",
        "Mend it, or run `netfiles init` in an empty folder and compare; until then the defaults are used.",
    )


def _plugin(config: Mapping[Any, Any]) -> Mapping[Any, Any]:
    plugins = config.get("plugins")
    listed = plugins if isinstance(plugins, list) else [plugins]
    for entry in listed:
        if isinstance(entry, Mapping) and isinstance(entry.get("netfiles"), Mapping):
            options: Mapping[Any, Any] = entry["netfiles"]
            return options
    return {}


def _options(config: Mapping[Any, Any], text: str) -> tuple[Options, tuple[Problem, ...]]:
    default = Options()
    options = Options(
        site_name=_setting(config, "site_name", default.site_name),
        tree=_setting(config, "docs_dir", default.tree),
        site=_setting(config, "site_dir", default.site),
    )
    problems: list[Problem] = []
    for key, value in _plugin(config).items():
        name = key if isinstance(key, str) else type(key).__name__
        try:
            options = _with(options, name, value)
        except Unfit as unfit:
            line = next((n for n, row in enumerate(text.split("\n"), 1) if row.strip().startswith(f"{name}:")), 1)
            said = printable(f"`{name:.80}`: {unfit.message}")
            problems.append(Problem("NF502", Place(CONFIG, line), said[:400], printable(unfit.advice)[:400]))
    return options, tuple(problems)


def _text(value: Any) -> str:
    """A single value as text; raises Unfit."""
    if isinstance(value, Mapping | list | tuple | set):
        raise Unfit("this is a list or a map", "Write one value.")
    try:
        return str(value).encode(errors="replace").decode()
    except ValueError:
        raise Unfit("this number is too long", "Write a whole number such as 7.") from None


def _setting(config: Mapping[Any, Any], name: str, default: str) -> str:
    """One of MkDocs' own settings; MkDocs itself says what is wrong with it."""
    try:
        return _text(config.get(name) or default)
    except Unfit:
        return default


def _with(options: Options, key: str, value: Any) -> Options:
    """`options` with one more setting; raises Unfit."""
    numbers = tuple(f.name for f in fields(Numbers))
    match key:
        case "today":
            return replace(options, today=parse_day(_text(value))) if value else options
        case "editor":
            if value not in get_args(Editor):
                raise one_of(_text(value), get_args(Editor))
            return replace(options, editor=value)
        case "keep_in_touch":
            return replace(options, keep_in_touch=options.keep_in_touch + _durations(value))
        case "folders":
            return replace(options, folders=_folders(value))
        case "commit":
            if not isinstance(value, bool):
                raise Unfit(f"`{_text(value)}` is neither yes nor no", "Write `commit: true` or `commit: false`.")
            return replace(options, commit=value)
        case "work_search":
            return replace(options, work_search=work_rules(value))
        case _ if key in numbers:
            return replace(options, numbers=replace(options.numbers, **{key: _positive(value)}))
    raise one_of(key, ("today", "editor", "keep_in_touch", "folders", "work_search", "commit", *numbers))


def _durations(value: Any) -> tuple[tuple[str, Duration], ...]:
    if not isinstance(value, Mapping):
        raise Unfit("this is no list of tags", "Write one `tag: duration` to a line, like `alumni: 3m`.")
    return tuple((_text(tag).lstrip("#").lower(), parse_duration(_text(duration))) for tag, duration in value.items())


def _folders(value: Any) -> Folders:
    known = tuple(f.name for f in fields(Folders))
    if not isinstance(value, Mapping):
        raise Unfit("this is no list of folders", "Write one `kind: folder` to a line, like `contacts: people`.")
    folders = Folders()
    for name, path in value.items():
        if name not in known:
            raise one_of(_text(name), known)
        if path is not None:
            folders = replace(folders, **{str(name): _folder(_text(path))})
    return _apart(folders)


def _folder(path: str) -> str:
    folder = PurePosixPath(path.replace("\\", "/").strip("/"))
    if not folder.parts or ".." in folder.parts or not path.isprintable():
        raise Unfit(f"`{path}` is not a folder of the vault", "Write a folder below the vault, like people.")
    return str(folder)


def _apart(folders: Folders) -> Folders:
    """`folders`, where each file has one kind; raises Unfit."""
    kinds = ("contacts", "journal", "companies", "leads", "goals", "news", "queries")
    placed = [(kind, PurePosixPath(getattr(folders, kind))) for kind in kinds]
    for kind, folder in placed:
        for other, around in placed:
            if kind != other and folder.is_relative_to(around):
                raise Unfit(f"the folder of {kind} lies in that of {other}", "Give each kind a folder of its own.")
    return folders


def _positive(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 10_000:
        raise Unfit(f"`{_text(value)}` is not a number of days, minutes or people", "Write a whole number such as 7.")
    return value
