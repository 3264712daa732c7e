"""Everybody who does something to a vault, its site or its cache, by name, with how often they come."""

from collections.abc import Callable, Mapping
from random import Random

from tests.equivalence.players import around, caches, commands, configuration, files, pages, records, saving, sites
from tests.equivalence.world import World

Player = Callable[[World, Random], str]
"""Does one thing, decided by the dice alone, and says in words what it was."""

PLAYERS: Mapping[str, tuple[int, Player]] = {
    "new": (4, records.new),
    "field": (12, records.field),
    "unfield": (3, records.unfield),
    "body": (5, records.body),
    "person-for-name": (2, records.person_for_name),
    "file-for-company": (2, records.file_for_company),
    "followed-rename": (2, records.followed_rename),
    "rename": (4, files.rename),
    "move": (3, files.move),
    "turn-into": (2, files.turn_into),
    "delete": (4, files.delete),
    "restore": (4, files.restore),
    "break": (4, files.break_),
    "odd": (2, files.odd),
    "copy": (2, files.copy),
    "swap": (2, files.swap),
    "move-folder": (2, files.move_folder),
    "checkout": (1, files.checkout),
    "same-size": (4, saving.same_size_and_time),
    "twice": (2, saving.twice),
    "old-time": (3, saving.old_time),
    "touch": (2, saving.touch),
    "rewrite": (2, saving.rewrite),
    "folder-time": (2, saving.folder_time),
    "unreadable": (2, saving.unreadable),
    "link": (2, saving.link),
    "behind-link": (2, saving.behind_link),
    "attachment": (4, around.attachment),
    "lost-attachment": (2, around.lost_attachment),
    "ignored": (1, around.ignored),
    "page": (4, pages.page),
    "lost-page": (2, pages.lost_page),
    "page-picture": (1, pages.picture),
    "option": (4, configuration.option),
    "folders": (2, configuration.folders),
    "theme": (2, configuration.theme),
    "nav": (2, configuration.nav),
    "extension": (2, configuration.extension),
    "setting": (2, configuration.setting),
    "other-plugin": (1, configuration.other_plugin),
    "override": (2, configuration.override),
    "override-same-time": (1, configuration.same_size_and_time),
    "broken-config": (1, configuration.broken),
    "day": (8, around.day),
    "command": (5, commands.command),
    "stock": (1, commands.stock),
    "elsewhere": (1, commands.elsewhere),
    "vault-moved": (1, commands.vault_moved),
    "site": (4, sites.tamper),
    "site-same-time": (1, sites.same_size_and_time),
    "no-site": (1, sites.gone),
    "cache": (2, caches.tamper),
    "no-cache": (1, caches.gone),
    "old-cache": (1, caches.as_it_was),
}
