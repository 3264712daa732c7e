"""Show the vault as a site on this machine and keep it in step with every save."""

from netfiles.serve.session import run
from netfiles.serve.settings import Built, ServeError, Settings

__all__ = ["Built", "ServeError", "Settings", "run"]
