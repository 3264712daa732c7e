"""A page as a file of finished Markdown that every MkDocs-compatible builder shows alike."""

import re

from netfiles.views.page import Page, Section


def to_markdown(page: Page) -> str:
    """The page: headings as Markdown, everything else as HTML blocks that the builder passes through untouched."""
    parts = [_front_matter(page), f"# {literal(page.title)}", *map(_section, page.sections)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _front_matter(page: Page) -> str:
    hide = [f"  - {part}" for part in page.hide]
    lines = (["hide:", *hide] if hide else []) + ([] if page.searchable else ["search:", "  exclude: true"])
    return "\n".join(["---", *lines, "---"]) if lines else ""


def _section(section: Section) -> str:
    anchor = f" {{#{section.anchor}}}" if section.anchor else ""
    heading = f"## {literal(section.heading)}{anchor}\n\n" if section.heading else ""
    return f"{heading}<div>{inert(section.html)}</div>" if section.html else heading.strip()


def literal(text: str) -> str:
    """Plain text that Markdown and HTML leave as it is: what could be a sign is a character reference."""
    return re.sub(r"[^\w ,.'\u00a0-\U0010ffff-]|_|^[\d+-]", lambda m: f"&#{ord(m[0])};", " ".join(text.split()))


_PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_SIGNS = {"{": "&#123;", "}": "&#125;", "`": "&#96;"}


def inert(html: str) -> str:
    """HTML on one line, without a sign that an extension of the builder could take for its own."""
    html = str(html)  # a Markup would escape the references
    for sign, reference in _SIGNS.items():
        html = html.replace(sign, reference)
    parts = _PRE.split(html) if "<pre" in html else [html]
    return "".join(
        part.replace("\n", "&#10;") if number % 2 else " ".join(map(str.strip, part.split("\n")))
        for number, part in enumerate(parts)
    ).strip()
