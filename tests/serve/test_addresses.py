"""Which file an address names, and that no address names one outside the site."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from netfiles.serve import Site
from netfiles.serve.addresses import Elsewhere, Found, find
from netfiles.serve.generations import folder_site

from .at_work import AtWork


@dataclass
class Careless:
    """A live site that makes a page of everything it is asked for, and remembers what that was."""

    name = "careless"
    frame = ""
    trusted: frozenset[str] = frozenset()
    asked: list[str] = field(default_factory=list)

    def read(self, path: str) -> bytes:
        self.asked.append(path)
        return b"secret"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "site-2").mkdir()
    (tmp_path / "site-2" / "index.html").write_text("secret")
    folder = tmp_path.resolve() / "site"
    for name in ("index.html", "ada/index.html", "Zoë & Co/index.html", "x.css", "attachments/card.png", "empty/x.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "out").symlink_to(tmp_path)
    (folder / "ring").symlink_to("ring")
    (folder / "in.css").symlink_to("x.css")
    return folder


@pytest.fixture
def site(folder: Path) -> Site:
    return folder_site("site", folder)


@pytest.mark.parametrize(
    ("target", "file"),
    [
        ("/", "index.html"),
        ("/?q=1#top", "index.html"),
        ("/ada/", "ada/index.html"),
        ("/ada/index.html", "ada/index.html"),
        ("/Zo%C3%AB%20%26%20Co/", "Zoë & Co/index.html"),
        ("/x.css?v=1", "x.css"),
        ("/in.css", "x.css"),
        ("/attachments/card.png", "attachments/card.png"),
    ],
)
def test_an_address_names_its_file(site: Site, folder: Path, target: str, file: str) -> None:
    found = find(site, target)
    assert isinstance(found, Found)
    assert found.content == folder / file


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/ada", "/ada/"),
        ("/ada?q=a/b", "/ada/?q=a/b"),
        ("/Zo%C3%AB%20%26%20Co", "/Zo%C3%AB%20%26%20Co/"),
    ],
)
def test_a_folder_without_its_slash_is_elsewhere(site: Site, target: str, address: str) -> None:
    assert find(site, target) == Elsewhere(address)


ASTRAY = [
    "/none",
    "/x.css/",
    "/index.html/",
    "/empty/",
    "/empty",
    "/attachments/",
    "",
    "x.css",
    "//",
    "//ada/",
    "/ada//index.html",
    "/./x.css",
    "/../secret.txt",
    "/ada/../../secret.txt",
    "/ada/../x.css",
    "/..",
    "/%2e%2e/secret.txt",
    "/%2E%2e/secret.txt",
    "/.%2e/secret.txt",
    "/ada/%2e%2e/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/..%2Fsecret.txt",
    "/ada%2findex.html",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/%252e%252e/secret.txt",
    "/%c0%ae%c0%ae/secret.txt",
    "/%ff",
    "/\xff",
    "/x.css%00",
    "/x.css%00.html",
    "/x.css\0",
    "/%",
    "/%zz",
    "/../site-2/",
    "/out.txt",
    "/out/secret.txt",
    "/out/",
    "/ring",
    "/ring/",
    "/etc/passwd",
    "//etc/passwd",
    "/C:/Windows/win.ini",
    "/" + "a" * 5000,
    "/" + "a/" * 5000,
]


@pytest.mark.parametrize("target", ASTRAY, ids=lambda target: ascii(target)[:40])
def test_no_address_leads_out_of_the_site(site: Site, target: str) -> None:
    assert find(site, target) is None


@pytest.mark.parametrize(
    "target", [*ASTRAY, "/a%0a/", "/a%0D%0Ab", "/%7f", "/%2e", "/a/%2E/b"], ids=lambda t: ascii(t)[:40]
)
def test_no_live_site_is_asked_for_anything_but_a_plain_path_below_it(target: str) -> None:
    site = Careless()
    find(site, target)
    for path in site.asked:
        assert path.isprintable()
        assert "\\" not in path
        assert all(part not in ("", ".", "..") for part in path.split("/"))


def test_a_link_that_takes_the_place_of_a_file_of_a_live_site_is_a_missing_page(tmp_path: Path) -> None:
    class Pictures(Careless):
        def read(self, path: str) -> Path:  # type: ignore[override]
            return tmp_path.resolve() / path

    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "card.png").write_text("secret")
    (tmp_path / "attachments").mkdir()
    (tmp_path / "attachments" / "card.png").write_text("card")
    found = find(Pictures(), "/attachments/card.png")
    assert isinstance(found, Found)
    assert found.attached
    (tmp_path / "attachments" / "card.png").unlink()
    (tmp_path / "attachments" / "card.png").symlink_to(tmp_path / "secret" / "card.png")
    assert find(Pictures(), "/attachments/card.png") is None
    (tmp_path / "attachments" / "card.png").unlink()
    (tmp_path / "attachments").rmdir()
    (tmp_path / "attachments").symlink_to(tmp_path / "secret")
    assert find(Pictures(), "/attachments/card.png") is None


def test_over_the_wire_such_an_address_is_a_missing_page(served: AtWork) -> None:
    for target in (t for t in ASTRAY if t.startswith("/") and t.isprintable() and " " not in t):
        answer = served.raw(f"GET {target} HTTP/1.1\r\nHost: localhost:{{port}}\r\nConnection: close\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 404") or target in ("//", "//ada/"), target


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.SVG", "image/svg+xml"),
        ("attachments/a.pdf", "application/pdf"),
        ("attachments/a.JPG", "image/jpeg"),
        ("attachments/a.html", "application/octet-stream"),
        ("attachments/a.js", "application/octet-stream"),
        ("a.unknown", "application/octet-stream"),
        ("a", "application/octet-stream"),
    ],
)
def test_a_name_says_what_the_browser_is_to_take_it_for(site: Site, folder: Path, name: str, media_type: str) -> None:
    (folder / name).write_text("x")
    found = find(site, f"/{name}")
    assert isinstance(found, Found)
    assert found.media_type == media_type
