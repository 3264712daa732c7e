"""The plain text of a message."""

import re
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from html import unescape

from netfiles.exchange.mail.mbox import RawMessage
from netfiles.exchange.one_line import several_lines

_MOST_PARTS = 100
_LONGEST_HTML = 200_000
_UNSEEN = frozenset(("script", "style", "head", "title", "template", "noscript"))
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>|<[!?/][^<>]*+>")
_BLOCKS = frozenset(
    "address article blockquote br dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table "
    "tr ul".split()
)


def text_of(message: RawMessage) -> str:
    """The text as it was written, quoted replies and all; empty where there is none that can be read."""
    if message.body.lower().count(b"boundary=") > _MOST_PARTS:
        return ""
    head = b"".join(
        name + b": " + written[0].strip() + b"\n"
        for name, written in message.headers.items()
        if name in (b"content-type", b"content-transfer-encoding")
    )
    try:
        parts = [part for part in message_from_bytes(head + b"\n" + message.body).walk() if _is_text(part)]
    except (MessageError, ValueError, LookupError, TypeError, RecursionError):
        return ""
    plain = next((part for part in parts if part.get_content_subtype() == "plain"), None)
    if plain is not None:
        return several_lines(re.sub(r"(?m)^>(>*From )", r"\1", _letters(plain)))
    html = next((part for part in parts if part.get_content_subtype() == "html"), None)
    return several_lines(plain_of_html(_letters(html))) if html is not None else ""


def _is_text(part: Message) -> bool:
    return part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment"


def _letters(part: Message) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    try:
        return content.decode(part.get_content_charset("utf-8"))
    except (LookupError, ValueError):
        pass
    try:
        return content.decode("utf-8")
    except ValueError:
        return content.decode("cp1252", "replace")


def plain_of_html(html: str) -> str:
    """The words of a page, a line for each paragraph.

    The standard library's reader of HTML takes minutes for some pages of 200 kB, such as `<a <a <a …`.
    """
    words: list[str] = []
    unseen = at = 0
    page = _without_comments(html[:_LONGEST_HTML])
    for tag in _TAG.finditer(page):
        words.append("" if unseen else " ".join(page[at : tag.start()].split("\n")))
        at = tag.end()
        name = (tag[2] or "").lower()
        unseen = max(0, unseen + (-1 if tag[1] else 1)) if name in _UNSEEN else unseen
        words.append("\n" if name in _BLOCKS and not (name == "br" and tag[1]) else "")
    words.append("" if unseen else page[at:])
    lines = (" ".join(line.split()) for line in unescape("".join(words)).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _without_comments(html: str) -> str:
    shown, *others = html.split("<!--")
    return shown + "".join(other.partition("-->")[2] for other in others)
