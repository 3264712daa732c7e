"""The owner's mkdocs.yml and template overrides."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.equivalence.players.places import RENAMED
from tests.equivalence.vocabulary import TAGS, WORDS
from tests.equivalence.world import World

Config = dict[str, Any]


def changed(world: World, change: Callable[[Config], str]) -> str:
    """mkdocs.yml with a change; one that is broken is first mended with what was kept."""
    config = yaml.safe_load(_kept(world).read_text("utf-8"))
    told = change(config)
    text = yaml.safe_dump(config, sort_keys=False, allow_unicode=True)
    for path in (world.home / "mkdocs.yml", world.vault / "mkdocs.yml"):
        path.write_text(text, "utf-8")
    return f"mkdocs.yml: {told}"


def _kept(world: World) -> Path:
    """The last mkdocs.yml that could be read."""
    kept = world.home / "mkdocs.yml"
    return kept if kept.exists() else world.vault / "mkdocs.yml"


def plugin(config: Config) -> Config:
    """The options under the plugin `netfiles`."""
    plugins = config["plugins"]
    at = next(n for n, entry in enumerate(plugins) if "netfiles" in entry)
    if not isinstance(plugins[at], dict):
        plugins[at] = {"netfiles": {}}
    plugins[at]["netfiles"] = plugins[at]["netfiles"] or {}
    options: Config = plugins[at]["netfiles"]
    return options


def _set(config: Config, name: str, value: Any) -> str:
    """A setting written, or taken out where the value is None."""
    if value is None:
        config.pop(name, None)
    else:
        config[name] = value
    return f"{name}: {value}"


NUMBERS = ("reply_business_days", "ask_business_days", "birthday_days", "short_minutes", "people_a_day")
NUMBERS += ("tie_half_life_days", "hello_until_days", "answer_window_days", "leaves_after_days")


def option(world: World, dice: Random) -> str:
    """One of netfiles' own options."""

    def change(config: Config) -> str:
        options = plugin(config)
        match dice.choice(("number", "number", "editor", "tags", "misspelt")):
            case "number":
                return _set(options, dice.choice(NUMBERS), dice.choice((1, 3, 9, 40, 400, None)))
            case "editor":
                return _set(options, "editor", dice.choice(("none", "obsidian", "vscode")))
            case "tags":
                tags = {tag: dice.choice(("1w", "4w", "3m", "never")) for tag in dice.sample(TAGS, dice.randrange(3))}
                return _set(options, "keep_in_touch", tags or None)
        return _set(options, "editr", dice.choice(("none", None)))

    return changed(world, change)


def folders(world: World, dice: Random) -> str:
    """The folder of people is called otherwise, on the disk and in the options; now and then the options lag behind."""
    one, two = next(iter(RENAMED.items()))
    there = one if (world.vault / one).is_dir() else two
    if _told(world) == there:
        to = two if there == one else one
        if (world.vault / to).exists():
            return f"{to}/ is there already"
        (world.vault / there).rename(world.vault / to)
        if dice.random() < 0.3:
            return f"{there}/ is {to}/ now, and nobody told mkdocs.yml"
        there = to
    return changed(world, lambda config: _set(plugin(config), "folders", {"contacts": two} if there == two else None))


def _told(world: World) -> str:
    """What the options call the folder of people."""
    config = yaml.safe_load(_kept(world).read_text("utf-8"))
    return str((plugin(config).get("folders") or {}).get("contacts", "contacts"))


FEATURES = ("navigation.footer", "navigation.tabs", "navigation.top", "toc.integrate", "navigation.indexes")
FEATURES += ("navigation.sections", "content.code.copy", "navigation.path", "navigation.instant")


def theme(world: World, dice: Random) -> str:
    """Colours, language, features."""

    def change(config: Config) -> str:
        look = config["theme"]
        match dice.choice(("palette", "language", "features", "icon")):
            case "palette":
                return _set(look["palette"][0], "accent", dice.choice(("indigo", "teal", "red")))
            case "language":
                return _set(look, "language", dice.choice(("en", "de", "fr", "ar")))
            case "features":
                return _set(look, "features", sorted(dice.sample(FEATURES, dice.randrange(5))))
        return _set(look, "icon", dice.choice((None, {"logo": "material/account"})))

    return changed(world, change)


def nav(world: World, dice: Random) -> str:
    """Titles, order and pages of the navigation."""

    def change(config: Config) -> str:
        entries = config["nav"]
        match dice.choice(("title", "order", "page", "less")):
            case "title":
                at = dice.randrange(len(entries))
                if isinstance(entries[at], dict):
                    entries[at] = {dice.choice(WORDS): next(iter(entries[at].values()))}
            case "order":
                dice.shuffle(entries)
            case "page":
                page = dice.choice(("docs/plan.md", "docs/index.md", "docs/sub/deep.md"))
                entries.append(dice.choice((page, {"Mine": page}, {"Guide": [page, "docs/sub/index.md"]})))
            case "less" if len(entries) > 4:
                entries.pop()
        return f"nav: {entries}"

    return changed(world, change)


EXTENSIONS: tuple[Any, ...] = (
    "def_list",
    "footnotes",
    "abbr",
    "md_in_html",
    "pymdownx.superfences",
    {"toc": {"permalink": True}},
    {"pymdownx.tasklist": {"custom_checkbox": True}},
)


def extension(world: World, dice: Random) -> str:
    """One Markdown extension more or less."""

    def change(config: Config) -> str:
        now, name = config["markdown_extensions"], dice.choice(EXTENSIONS)
        if name in now:
            now.remove(name)
            return f"without {name}"
        now.append(name)
        return f"with {name}"

    return changed(world, change)


def other_plugin(world: World, dice: Random) -> str:
    """The theme's search or tags more or less: with them all pages have to be built at once."""

    def change(config: Config) -> str:
        plugins, name = config["plugins"], dice.choice(("search", "search", "material/tags"))
        if name in plugins:
            plugins.remove(name)
            return f"without {name}"
        plugins.append(name)
        return f"with {name}"

    return changed(world, change)


def setting(world: World, dice: Random) -> str:
    """A setting of MkDocs that many pages show."""
    name, values = dice.choice(
        (
            ("site_name", ("My network", "Other & name", "名前")),
            ("copyright", (None, "© me <b>2026</b>")),
            ("site_url", (None, "https://me.example/crm/", "https://me.example/")),
            ("site_description", (None, "a 'description'")),
            ("repo_url", (None, "https://github.com/me/crm")),
            ("extra_css", (["assets/netfiles.css"], ["assets/netfiles.css", "docs/mine.css"])),
            ("extra", (None, {"generator": False})),
        )
    )
    value = dice.choice(values)
    return changed(world, lambda config: _set(config, name, value))


_TEMPLATES = {
    "main.html": (
        '{% extends "base.html" %}\n{% block announce %}Version {{ config.site_name }}: NUMBER{% endblock %}\n',
        '{% extends "base.html" %}\n{% block content %}{{ super() }}<p>NUMBER of {{ page.title }}</p>{% endblock %}\n',
    ),
    "partials/copyright.html": ("<p>NUMBER {{ config.copyright or 'none' }}</p>\n",),
    "404.html": ('{% extends "main.html" %}\n{% block content %}<h1>NUMBER: not here</h1>{% endblock %}\n',),
}


def override(world: World, dice: Random) -> str:
    """A template of the theme overridden, otherwise or no longer."""
    name = dice.choice(sorted(_TEMPLATES))
    path = world.vault / "overrides" / name
    if path.exists() and dice.random() < 0.3:
        path.unlink()
        return f"overrides/{name} deleted"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dice.choice(_TEMPLATES[name]).replace("NUMBER", str(dice.randrange(10, 99))), "utf-8")
    told = changed(world, lambda config: _set(config["theme"], "custom_dir", "overrides"))
    return f"overrides/{name} written; {told}"


def same_size_and_time(world: World, dice: Random) -> str:
    """A template of the owner says something else in as many bytes, and bears the time it had before."""
    there = sorted((world.vault / "overrides").rglob("*.html"))
    if not there:
        return "no override"
    path = dice.choice(there)
    before, text = path.stat(), path.read_text("utf-8")
    path.write_text(re.sub(r"\d\d", str(dice.randrange(10, 99)), text), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    return f"overrides/{path.name} otherwise, its size and time as before"


def broken(world: World, dice: Random) -> str:
    """mkdocs.yml that cannot be read, or that names what is not there; or mended."""
    path = world.vault / "mkdocs.yml"
    if (world.home / "mkdocs.yml").exists() and dice.random() < 0.6:
        return changed(world, lambda _: "mended")
    changed(world, lambda _: "kept")
    what = dice.choice(("site_name: [unclosed\n", "", "theme: {name: nosuchtheme}\n", "nav: 3\n"))
    path.write_text(path.read_text("utf-8") + what if what else "", "utf-8")
    return f"mkdocs.yml ends with {what!r}"
