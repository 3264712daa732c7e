"""The local web server: it reads requests, asks what to answer, and writes that."""

import errno
import json
import os
import shutil
import socket
import socketserver
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from netfiles.serve.answers import ALWAYS, EVENTS, Answer, answer, broken, refused
from netfiles.serve.gate import LOOPBACK, Refusal, Request, refusal
from netfiles.serve.scripts import policy
from netfiles.serve.settings import ServeError, Settings, one_line
from netfiles.serve.stage import Shown, Stage

_MORE_PORTS = 20


class Server(ThreadingHTTPServer):
    """Listens on the loopback address; each connection has its own thread, and none outlives the server."""

    allow_reuse_address = os.name != "nt"  # there it would let another program take the port over
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, host: str, port: int, stage: Stage, say: Callable[[str], None]) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.stage = stage
        self.say = say
        self.open: set[socket.socket] = set()
        super().__init__((host, port), Connection)

    @property
    def address(self) -> str:
        """What to type into the browser."""
        host = self.server_address[0]
        return f"http://[{host!s}]:{self.server_port}/" if ":" in str(host) else f"http://{host!s}:{self.server_port}/"

    def server_bind(self) -> None:
        """Bind without asking for the machine's name, which could send a packet to a name server."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "localhost", self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002  # the library calls it so
        """A browser that went away is nothing to speak of; anything else is one line."""
        error = sys.exception()
        if not isinstance(error, OSError):
            self.say(one_line(f"a request could not be answered: {type(error).__name__}: {error}"))

    def end_connections(self) -> None:
        """Hang up on every browser."""
        for connection in tuple(self.open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class Connection(BaseHTTPRequestHandler):
    """One browser's connection, with one request after the other on it."""

    server: Server
    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.0"  # an answer to nonsense has a status line too
    timeout = 30  # seconds without a byte
    disable_nagle_algorithm = True  # headers and body are two writes, the second would wait 40 ms

    def setup(self) -> None:
        super().setup()
        self.server.open.add(self.connection)

    def finish(self) -> None:
        self.server.open.discard(self.connection)
        super().finish()

    def do_GET(self) -> None:
        """Answer one request, whatever its method."""
        headers = {name.lower(): self.headers.get_all(name, []) for name in self.headers}
        request = Request(self.command, self.path, headers)
        reason = refusal(request, self.server.server_port)
        if reason or "content-length" in headers or "transfer-encoding" in headers:
            self.close_connection = True  # what follows on the connection may be a body, not a request
        if reason:
            self._send(refused(reason))
        elif self.path.partition("?")[0] == EVENTS:
            self._follow()
        else:
            self._send(self._answer(request))

    def _answer(self, request: Request) -> Answer:
        shown = self.server.stage.shown()
        try:
            return answer(request, shown)
        except Exception as error:  # the theme and its templates are the owner's
            self.server.say(one_line(f"{self.path} could not be made: {type(error).__name__}: {error}"))
            return broken(error, shown)

    do_HEAD = do_GET  # noqa: N815  # the library looks for this name

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002  # as above
        """Refuse what the library calls wrong; a method unknown to it goes through the gate like any other."""
        if code == HTTPStatus.NOT_IMPLEMENTED:
            self.do_GET()
        else:
            self.close_connection = True
            self._send(refused(Refusal(code, f"{HTTPStatus(code).phrase}.")))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name in the library
        """The terminal is for the builds."""

    def _send(self, reply: Answer) -> None:
        with reply.body:
            self._head(reply.status, reply.media_type, {"Content-Length": str(reply.length), **reply.headers})
            if self.command != "HEAD":
                shutil.copyfileobj(reply.body, self.wfile)

    def _head(self, status: int, media_type: str, headers: dict[str, str]) -> None:
        self.send_response_only(status)
        for name, value in {**ALWAYS, "Content-Type": media_type, **headers}.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def _follow(self) -> None:
        """Tell the browser what is shown, now and at each change, until it goes away."""
        self.close_connection = True
        self._head(HTTPStatus.OK, "text/event-stream; charset=utf-8", {"Content-Security-Policy": policy()})
        if self.command == "HEAD":
            return
        with closing(self.server.stage.follow()) as changes:
            for shown in changes:
                self.wfile.write(_event(shown))


@contextmanager
def serving(settings: Settings, stage: Stage, say: Callable[[str], None]) -> Iterator[Server]:
    """Serve while the block runs."""
    server = _bound(settings, stage, say)
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        stage.close()
        server.shutdown()
        server.end_connections()
        server.server_close()


def _bound(settings: Settings, stage: Stage, say: Callable[[str], None]) -> Server:
    """A server on the port asked for, or near it where the owner did not insist."""
    host = LOOPBACK.get(settings.host)
    if host is None:
        raise ServeError(
            f"netfiles serves only to this machine: on {one_line(settings.host)!r} others in the network could read "
            "your notes. Leave the host away, or name 127.0.0.1, localhost or ::1."
        )
    first = settings.port
    last = first if settings.port_fixed or first == 0 else max(first, min(first + _MORE_PORTS, 65535))
    for port in range(first, last + 1):
        server = _try(host, port, stage, say)
        if server is not None:
            if port != first:
                say(f"port {first} is taken, this is on {port}")
            return server
    ports = f"port {first} is" if first == last else f"ports {first} to {last} are"
    raise ServeError(f"The {ports} taken by other programs. End one of them, or choose another port (0: any free one).")


def _try(host: str, port: int, stage: Stage, say: Callable[[str], None]) -> Server | None:
    """A server on exactly this port, None if another program has it."""
    try:
        return Server(host, port, stage, say)
    except (OSError, OverflowError) as error:
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            return None
        raise ServeError(
            f"Port {port} on {host} cannot be used: {error}. Choose another port (0: any free one)."
        ) from error


def _event(shown: Shown | None) -> bytes:
    """A line for the browser's EventSource; without news a comment, which finds out whether it is still there."""
    if shown is None:
        return b": still here\n\n"
    name, frame = (shown.site.name, shown.site.frame) if shown.site else ("", "")
    state = json.dumps({"site": name, "frame": frame, "failure": shown.failure, "progress": shown.progress})
    return f"event: shown\ndata: {state}\n\n".encode()
