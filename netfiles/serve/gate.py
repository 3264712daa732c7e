"""Which requests are not answered: those of other sites, other names and other methods."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

LOOPBACK = {"127.0.0.1": "127.0.0.1", "localhost": "127.0.0.1", "::1": "::1"}  # what may be asked for: what is bound
_NAMES = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True)
class Request:
    """What a browser asked."""

    method: str
    target: str
    headers: Mapping[str, Sequence[str]]  # by lower-case name

    def header(self, name: str) -> str | None:
        """The value of a header that stands there exactly once."""
        values = self.headers.get(name, ())
        return values[0] if len(values) == 1 else None


@dataclass(frozen=True)
class Refusal:
    """Why a request is not answered."""

    status: int
    sentence: str


def refusal(request: Request, port: int) -> Refusal | None:
    """Why this request is refused, None if it may be answered."""
    if _other_host(request, port):
        return _NOT_OUR_NAME
    return next((reason for reason, applies in _RULES if applies(request)), None)


def _other_host(request: Request, port: int) -> bool:
    """A page elsewhere whose name was made to point here (DNS rebinding) still sends its own name."""
    allowed = {f"{name}:{port}" for name in _NAMES} | (set(_NAMES) if port == 80 else set())
    return (request.header("host") or "").lower() not in allowed


def _other_method(request: Request) -> bool:
    return request.method not in ("GET", "HEAD")


def _other_site(request: Request) -> bool:
    """A page elsewhere may link here, but not load, frame or probe anything."""
    if not set(request.headers.get("sec-fetch-site", ())) - {"same-origin", "none"}:
        return False
    return (request.header("sec-fetch-mode"), request.header("sec-fetch-dest")) != ("navigate", "document")


def _no_path(request: Request) -> bool:
    return not request.target.startswith("/")


_NOT_OUR_NAME = Refusal(421, "This server answers only to its own name on this machine.")
_RULES: tuple[tuple[Refusal, Callable[[Request], bool]], ...] = (
    (Refusal(405, "This server only shows pages: GET and HEAD."), _other_method),
    (Refusal(403, "Other sites may link to these pages, but not load them."), _other_site),
    (Refusal(400, "The address must begin with a slash."), _no_path),
)
