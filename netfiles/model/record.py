"""What every record has: where it comes from, its body, who may see it."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from netfiles.model.values import BodyLink, Task
from netfiles.problems import Place

Kind = Literal["person", "interaction", "company", "lead", "goal", "profile", "news", "query"]


@dataclass(frozen=True, slots=True)
class Origin:
    """The file a record was read from.

    `lines` gives for every field its line, and for `field.N` that of the N-th item of its list.
    """

    path: str
    checksum: str = ""
    lines: dict[str, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    heading: str | None = None
    links: tuple[BodyLink, ...] = ()
    tasks: tuple[Task, ...] = ()

    @property
    def stem(self) -> str:
        return self.path.rsplit("/", 1)[-1].removesuffix(".md")

    def place(self, field_name: str = "", item: int | None = None) -> Place:
        """Where a field (or one item of it) stands; line 1 where it is not written."""
        line = self.lines.get(f"{field_name}.{item}") if item is not None else None
        return Place(self.path, line or self.lines.get(field_name, 1))


@dataclass(frozen=True, slots=True)
class Private:
    """What a redacted build leaves out: the whole record, or the fields named."""

    whole: bool = False
    fields: tuple[str, ...] = ()


class Record(BaseModel):
    """One file of the vault, validated; never changed after."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
    kind: ClassVar[Kind]
    title_field: ClassVar[str] = "title"

    origin: Origin
    private: Private = Private()

    @property
    def path(self) -> str:
        return self.origin.path

    @property
    def called(self) -> str:
        """The title of the file: its name or title field, else its first heading, else its stem."""
        return getattr(self, self.title_field, None) or self.origin.heading or self.origin.stem
