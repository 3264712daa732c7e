"""Bodies as a page would show them, in a site of one person and one picture."""

from netfiles.model import Link
from netfiles.text.markdown import Found, to_html

PLACES = {
    "Jane": Found("../people/jane/"),
    "pic.png": Found("../attachments/pic.png", picture=True),
    "cv.pdf": Found("../attachments/cv.pdf"),
}


def resolve(link: Link) -> Found | None:
    return PLACES.get(link.target.removeprefix("attachments/").removesuffix(".md"))


def html(body: str) -> str:
    return to_html(body, resolve, "Ada Lovelace")
