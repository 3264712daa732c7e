"""mkdocs.yml read for what concerns netfiles, without importing MkDocs."""

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_args

import yaml

from netfiles.model.fields import Unfit, one_of, parse_day, parse_duration
from netfiles.model.options import Editor, Folders, Numbers, Options
from netfiles.model.values import Duration
from netfiles.problems import Place, Problem
from netfiles.text.frontmatter import load_options

CONFIG = "mkdocs.yml"


def read_options(vault: Path) -> tuple[Options, tuple[Problem, ...]]:
    """The options of a vault; without a mkdocs.yml the defaults."""
    try:
        text = (vault / CONFIG).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Options(), ()
    except (OSError, UnicodeDecodeError) as error:
        return Options(), (_broken(str(error)),)
    try:
        config = load_options(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        return Options(), (_broken(getattr(error, "problem", None) or str(error), mark.line + 1 if mark else 1),)
    if not isinstance(config, Mapping):
        return Options(), (_broken("it holds no settings"),)
    return _options(config, text)


def _broken(why: str, line: int = 1) -> Problem:
    return Problem(
        "NF501",
        Place(CONFIG, line),
        f"mkdocs.yml cannot be read: {why}",
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
        site_name=str(config.get("site_name") or default.site_name),
        tree=str(config.get("docs_dir") or default.tree),
        site=str(config.get("site_dir") or default.site),
    )
    problems: list[Problem] = []
    for key, value in _plugin(config).items():
        try:
            options = _with(options, str(key), value)
        except Unfit as unfit:
            line = next((n for n, row in enumerate(text.splitlines(), 1) if row.strip().startswith(f"{key}:")), 1)
            problems.append(Problem("NF502", Place(CONFIG, line), f"`{key}`: {unfit.message}", unfit.advice))
    return options, tuple(problems)


def _with(options: Options, key: str, value: Any) -> Options:
    """`options` with one more setting; raises Unfit."""
    numbers = tuple(f.name for f in fields(Numbers))
    match key:
        case "today":
            return replace(options, today=parse_day(str(value))) if value else options
        case "editor":
            if value not in get_args(Editor):
                raise one_of(str(value), get_args(Editor))
            return replace(options, editor=value)
        case "keep_in_touch":
            return replace(options, keep_in_touch=_durations(value))
        case "folders":
            return replace(options, folders=_folders(value))
        case _ if key in numbers:
            return replace(options, numbers=replace(options.numbers, **{key: _positive(value)}))
    raise one_of(key, ("today", "editor", "keep_in_touch", "folders", *numbers))


def _durations(value: Any) -> tuple[tuple[str, Duration], ...]:
    if not isinstance(value, Mapping):
        raise Unfit("this is no list of tags", "Write one `tag: duration` to a line, like `alumni: 3m`.")
    return tuple((str(tag).lstrip("#").lower(), parse_duration(str(duration))) for tag, duration in value.items())


def _folders(value: Any) -> Folders:
    known = tuple(f.name for f in fields(Folders))
    folders = Folders()
    for name, path in (value if isinstance(value, Mapping) else {}).items():
        if name not in known:
            raise one_of(str(name), known)
        parts = str(path).replace("\\", "/").strip("/")
        if not parts or ".." in parts.split("/"):
            raise Unfit(f"`{path}` is not a folder of the vault", "Write a folder below the vault, like people.")
        folders = replace(folders, **{str(name): parts})
    return folders


def _positive(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 10_000:
        raise Unfit(f"`{value}` is not a number of days, minutes or people", "Write a whole number such as 7.")
    return value
