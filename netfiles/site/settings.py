"""mkdocs.yml as far as it says whether pages can be printed one by one, read without MkDocs."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from netfiles.text.settings import load_settings

_MOST_PARENTS = 20


def config_files(config_file: Path) -> Iterator[tuple[Path, bytes, Mapping[str, Any]]]:
    """A mkdocs.yml and those it inherits from, with bytes and values; raises OSError or ValueError."""
    for _ in range(_MOST_PARENTS):
        data = config_file.read_bytes()
        settings = _settings(data)
        yield config_file, data, settings
        parent = settings.get("INHERIT")
        if not isinstance(parent, str):
            return
        config_file = config_file.parent / parent


def _settings(data: bytes) -> Mapping[str, Any]:
    try:
        settings = load_settings(data.decode("utf-8-sig"))
    except Exception as error:
        raise ValueError(str(error)) from error
    return settings if isinstance(settings, dict) else {}


def reasons_against(config_file: Path) -> tuple[str, ...]:
    """Why pages cannot be printed one by one with this mkdocs.yml: a sentence for each thing in it; none, they can."""
    try:
        settings = [settings for _, _, settings in config_files(config_file)]
    except (OSError, ValueError) as error:
        return (f"mkdocs.yml cannot be read: {error}",)
    return (*_plugins(settings), *_others(settings))


def _plugins(settings: list[Mapping[str, Any]]) -> Iterator[str]:
    """MkDocs merges maps of plugins of a file and its parent; a list takes the place of what the parent says."""
    names: dict[str, None] = {}
    for one in settings:
        names |= dict.fromkeys(_names(one.get("plugins")))
        if one.get("plugins") is not None and not isinstance(one["plugins"], dict):
            break
    else:
        if all(one.get("plugins") is None for one in settings):
            yield "plugins: MkDocs adds its search, built of all pages at once, without this line; write `- netfiles`."
    for name in names:
        if name.rpartition("/")[2] == "search":
            yield "plugins: search is built of all pages at once; netfiles brings its own search, remove the line."
        elif name != "netfiles":
            yield f"plugins: {name} may look at all pages at once."


def _names(plugins: Any) -> list[str]:
    if isinstance(plugins, dict):
        return [str(name) for name in plugins]
    entries = plugins if isinstance(plugins, list) else []
    return [str(name) for entry in entries for name in (entry if isinstance(entry, dict) else [entry])]


_OTHERS = {
    "hooks": "hooks: they may look at all pages at once.",
    "strict": "strict: MkDocs compares all pages to find what it warns of.",
    "extra_templates": "extra_templates: they may look at all pages at once.",
}


def _others(settings: list[Mapping[str, Any]]) -> Iterator[str]:
    for name, sentence in _OTHERS.items():
        value = next((one[name] for one in settings if name in one), None)
        if value:
            yield sentence
