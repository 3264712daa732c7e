"""Show the vault as a site on this machine and keep it in step with every save."""

from netfiles.serve.generations import Generations
from netfiles.serve.scripts import trusted_scripts
from netfiles.serve.session import run
from netfiles.serve.settings import ServeError, Settings
from netfiles.serve.source import Built, Site, Snapshot, Source

__all__ = ["Built", "Generations", "ServeError", "Settings", "Site", "Snapshot", "Source", "run", "trusted_scripts"]
