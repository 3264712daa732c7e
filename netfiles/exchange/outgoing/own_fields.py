"""The fields of files that are the owner's own: no record holds them."""

from collections.abc import Iterator, Mapping

from netfiles.model import Record
from netfiles.records.read import known_fields
from netfiles.text.document import Document, Field, Scalar
from netfiles.text.frontmatter import Refused, split

Own = Mapping[str, Mapping[str, str | tuple[str, ...]]]
"""By the path of the file and the name of the field."""


def own_fields(texts: Mapping[str, str], records: Mapping[str, Record]) -> Own:
    """These fields of files, by their texts: a text, those of a list, or what is nested as it is written."""
    return {path: dict(_own(path, text, records[path])) for path, text in texts.items()}


def _own(path: str, text: str, record: Record) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    try:
        document = split(path, text, record.kind)
    except Refused:  # it was read once, so nobody comes here
        return
    for name, field in document.fields.items():
        if name not in known_fields(record.kind):
            scalars = [item for item in field.items if isinstance(item, Scalar)]
            texts = tuple([item.text for item in scalars if not item.empty])
            nested = len(scalars) < len(field.items)
            plain = texts if field.is_list else "".join(texts)
            yield name, _as_written(text, document, field) if nested else plain


def _as_written(text: str, document: Document, field: Field) -> str:
    """The lines of a field up to the next one, or to the end of the block."""
    lines = text.split("\n")
    later = [other.line for other in document.fields.values() if other.line > field.line]
    end = min(later) if later else next(n for n, line in enumerate(lines, 1) if n > field.line and line[:3] == "---")
    return "\n".join(lines[field.line - 1 : end - 1])
