"""Who is answered: by raw bytes, as a browser or an attacker would send them."""

import pytest

from .at_work import AtWork


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("Host: 127.0.0.1:{port}", 200),
        ("Host: localhost:{port}", 200),
        ("Host: LocalHost:{port}", 200),
        ("Host: [::1]:{port}", 200),
        ("Host: evil.test", 421),
        ("Host: evil.test:{port}", 421),
        ("Host: localhost", 421),
        ("Host: localhost:1", 421),
        ("Host: localhost:{port}0", 421),
        ("Host: localhost.:{port}", 421),
        ("Host: localhost:{port}.evil.test", 421),
        ("Host: evil.test@localhost:{port}", 421),
        ("Host: ::1:{port}", 421),
        ("Host: 127.0.0.2:{port}", 421),
        ("Host: 0.0.0.0:{port}", 421),
        ("Host: 127.1:{port}", 421),
        ("Host: ", 421),
        ("Accept: */*", 421),
        ("Host: localhost:{port}\r\nHost: evil.test", 421),
        ("Host: evil.test\r\nX-Forwarded-Host: localhost:{port}", 421),
    ],
)
def test_only_our_own_names_with_our_port_are_answered(served: AtWork, host: str, expected: int) -> None:
    answer = served.raw(f"GET / HTTP/1.1\r\n{host}\r\nConnection: close\r\n\r\n")
    assert status(answer) == expected
    assert (b"home" in answer) is (expected == 200)


@pytest.mark.parametrize("target", ["http://evil.test/", "http://127.0.0.1:{port}/", "*", "evil.test:443"])
def test_a_target_that_is_no_path_is_refused(served: AtWork, target: str) -> None:
    assert status(served.raw(f"GET {target} HTTP/1.1\r\nHost: localhost:{{port}}\r\n\r\n")) == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"])
def test_other_methods_are_refused_and_what_follows_is_not_read_as_a_request(served: AtWork, method: str) -> None:
    hidden = "GET / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"
    answer = served.raw(f"{method} / HTTP/1.1\r\nHost: localhost:{{port}}\r\nContent-Length: 44\r\n\r\n{hidden}")
    assert status(answer) == 405
    assert b"Allow: GET, HEAD" in answer
    assert answer.count(b"HTTP/1.1 ") == 1


def test_a_get_with_a_body_is_the_last_of_its_connection(served: AtWork) -> None:
    two = "GET / HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 3\r\n\r\n" * 2
    assert served.raw(two).count(b"HTTP/1.1 200") == 1


def test_two_requests_on_one_connection_are_both_answered(served: AtWork) -> None:
    assert served.raw("GET / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n" * 2).count(b"HTTP/1.1 200") == 2


def test_head_has_the_length_of_get_and_no_body(served: AtWork) -> None:
    head, get = served.get("/ada/", method="HEAD"), served.get("/ada/")
    assert head.headers["Content-Length"] == get.headers["Content-Length"] == str(len(get.body))
    assert (head.status, head.body) == (200, "")


@pytest.mark.parametrize(
    ("site", "mode", "dest", "expected"),
    [
        ("same-origin", "cors", "empty", 200),
        ("none", "navigate", "document", 200),
        ("cross-site", "navigate", "document", 200),
        ("cross-site", "navigate", "iframe", 403),
        ("cross-site", "no-cors", "image", 403),
        ("cross-site", "no-cors", "script", 403),
        ("cross-site", "cors", "empty", 403),
        ("same-site", "cors", "empty", 403),
        ("same-site", "navigate", "document", 200),
    ],
)
def test_other_sites_may_link_but_not_load(served: AtWork, site: str, mode: str, dest: str, expected: int) -> None:
    answer = served.get("/ada/", Sec_Fetch_Site=site, Sec_Fetch_Mode=mode, Sec_Fetch_Dest=dest)
    assert answer.status == expected


def test_the_events_are_not_for_other_sites(served: AtWork) -> None:
    answer = served.get("/_netfiles/events", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="cors", Sec_Fetch_Dest="empty")
    assert answer.status == 403


@pytest.mark.parametrize(
    "nonsense",
    [
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET / FTP/1.0\r\n\r\n",
        "GET / /\r\n\r\n",
        "\x16\x03\x01\x02\r\n\r\n",
        "GET /" + "a" * 70_000 + " HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost:{port}\r\nX: " + "a" * 70_000 + "\r\n\r\n",
        "GET / HTTP/1.1\r\n" + "X: y\r\n" * 200 + "\r\n",
    ],
)
def test_nonsense_is_refused_without_a_word_in_the_terminal(served: AtWork, nonsense: str) -> None:
    said = list(served.said)
    answer = served.raw(nonsense)
    assert 400 <= status(answer) < 600
    assert b"first" not in answer
    assert b"Traceback" not in answer
    assert served.said == said


def test_every_answer_carries_the_protecting_headers(served: AtWork) -> None:
    for path in ("/", "/ada/", "/ada", "/none/", "/_netfiles/reload.js", "/_netfiles/none"):
        headers = served.get(path).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'")
        assert "Access-Control-Allow-Origin" not in headers
