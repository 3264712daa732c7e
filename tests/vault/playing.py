"""Somebody who does everything to a vault that people, editors and sync tools do, by chance."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

TEXTS = (
    "---\nname: Ada\n---\nNotes.\n",
    "---\nname: Ada\n---\nNotes!\n",
    "---\nname: Bob\ntags: [a]\n---\nSee [[Ada]].\n- [ ] call 📅 2026-11-24\n",
    "---\nname: 'Bob\n---\n",
    "---\nname: Bob\nprivate: yes\nbirthday: x\n---\n",
    "---\ntitle: x\ndate: 2026-11-20\n---\n",
    "---\nuid: 7\nname: Ada\n---\n",
    "---\nuid: 7\nname: Ada King\n---\n",
    "",
    "words\n",
    "\x89PNG\r\n\x1a\n",
)
NAMES = (
    *("Ada.md", "ada.md", "Bob.md", "Zoë.md", "Zoe\u0308.md", "Ada 2.md", "Ada (1).md", "Ada-LAPTOP.md", "CON.md"),
    *("Ada.sync-conflict-20260101-101010-ABCDEFG.md", ".Ada.md.icloud", ".Ada.md.swp", "#Ada.md", "~Ada.md", "x?.md"),
    *(
        "2026-11-20 Call.md",
        "2026-11-20 CALL.md",
        "2026-11-20 Call 2.md",
        "note.txt",
        "a.png",
        "mkdocs.yml",
        "contacts",
        "new\nline.md",
    ),
)
FOLDERS = (
    *(
        "contacts",
        "contacts/a",
        "contacts/A",
        "contacts/a/b",
        "contacts/.git",
        "contacts/node_modules",
        "contacts/Ada.md",
    ),
    *(
        "journal",
        "journal/2026",
        "people",
        "career/companies",
        "career/leads",
        "career/goals",
        "career/news",
        "queries",
    ),
    *("docs", "docs/a", "attachments", "attachments/b", "elsewhere", "career", ""),
)
CONFIGS = (
    "",
    "site_name: x\n",
    "plugins:\n  - netfiles:\n      folders: {contacts: people}\n",
    "plugins:\n  - netfiles:\n      folders: {docs: contacts}\n",
    "plugins:\n  - netfiles:\n      folders: {attachments: docs, profile: contacts/Ada.md}\n",
    "plugins: [\n",
)


class Player:
    """Changes the vault at `root` step by step; each step returns the paths at which something happened."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.random = root.resolve(), Random(seed)
        for folder in ("contacts/a", "journal/2026", "docs", "attachments", "career/companies"):
            (root / folder).mkdir(parents=True, exist_ok=True)

    def step(self) -> set[str]:
        weights: dict[Callable[[], set[str]], int] = {
            self.write: 10,
            self.append: 4,
            self.delete: 3,
            self.rename: 3,
            self.link: 2,
            self.folder: 1,
            self.remove_folder: 1,
            self.move_folder: 1,
            self.configure: 1,
            self.profile: 1,
        }
        act = self.random.choices(list(weights), list(weights.values()))[0]
        try:
            touched = act()
        except OSError:
            return self.step()
        return touched.union(*map(self.really, touched))

    def really(self, path: str) -> set[str]:
        """Where it happened, if it happened through a link: that is where a watcher sees it."""
        full = self.root / path
        places = Path(os.path.realpath(full)), Path(os.path.realpath(full.parent)) / full.name
        return {p.relative_to(self.root).as_posix() for p in places if p.is_relative_to(self.root)}

    def place(self) -> str:
        folder, name = self.random.choice(FOLDERS), self.random.choice(NAMES)
        return f"{folder}/{name}".lstrip("/")

    def existing(self, kind: Callable[[Path], bool]) -> str:
        """Something that is there, by its path without links."""
        found = (p for p in self.root.rglob("*") if kind(p) and os.path.realpath(p.parent) == str(p.parent))
        return self.random.choice(sorted(p.relative_to(self.root).as_posix() for p in found) or ["nothing"])

    def write(self) -> set[str]:
        path = self.place()
        if not (self.root / path).parent.is_dir():
            return set()
        (self.root / path).write_text(self.random.choice(TEXTS), encoding="utf-8")
        return {path}

    def append(self) -> set[str]:
        path = self.existing(Path.is_file)
        with (self.root / path).open("a", encoding="utf-8") as file:
            file.write(self.random.choice(("more\n", "\n# Heading\n", "")))
        return {path}

    def delete(self) -> set[str]:
        path = self.existing(lambda p: p.is_file() or p.is_symlink())
        (self.root / path).unlink()
        return {path}

    def rename(self) -> set[str]:
        old, new = self.existing(Path.is_file), self.place()
        (self.root / old).replace(self.root / new)
        return {old, new}

    def link(self) -> set[str]:
        path = self.place()
        target = self.random.choice(
            ("Ada.md", "../contacts/Ada.md", "../elsewhere/Bob.md", "a", f"{self.root.parent}/outside.md", "gone.md")
        )
        (self.root / path).symlink_to(target)
        return {path}

    def folder(self) -> set[str]:
        path = self.random.choice(FOLDERS)
        made = [p for p in (Path(path), *Path(path).parents) if not (self.root / p).exists()]
        (self.root / path).mkdir(parents=True, exist_ok=True)
        return {p.as_posix() for p in made}

    def remove_folder(self) -> set[str]:
        path = self.existing(Path.is_dir)
        if self.random.random() < 0.7 and "/" not in path:
            return set()
        shutil.rmtree(self.root / path)
        return {path}

    def move_folder(self) -> set[str]:
        old, new = self.existing(Path.is_dir), self.random.choice(FOLDERS[1:-1])
        (self.root / old).rename(self.root / new)
        return {old, new}

    def configure(self) -> set[str]:
        (self.root / "mkdocs.yml").write_text(self.random.choice(CONFIGS), encoding="utf-8")
        return {"mkdocs.yml"}

    def profile(self) -> set[str]:
        (self.root / "career/profile.md").write_text("---\nroles: [cook]\n---\n", encoding="utf-8")
        return {"career/profile.md"}
