"""`python -m netfiles` is the command line."""

from netfiles.cli import run

run()
