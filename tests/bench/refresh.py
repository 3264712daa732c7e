"""One refresh of the tree, as a process to measure."""

import sys
from datetime import date
from pathlib import Path

from netfiles.cli.terminal import collector_paused
from netfiles.site.by_mkdocs import refresh_tree
from netfiles.vault.load import load

with collector_paused():
    refresh_tree(load(Path(sys.argv[1])), date(2026, 11, 19))
