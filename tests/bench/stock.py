"""One stock build of the tree that is there, as a process to measure: what a user of MkDocs would wait for."""

import sys
from pathlib import Path

from netfiles.site.by_mkdocs import run_mkdocs

vault = Path(sys.argv[1])
run_mkdocs(vault, vault / ".netfiles" / "tree", vault / "site")
