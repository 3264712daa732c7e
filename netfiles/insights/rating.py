"""How a target is rated: by motivation, postings, and whether I know somebody inside."""

from typing import Literal, NamedTuple

from netfiles.index.network import Employer

Inside = Literal["yes", "one step", "no"]
INSIDE: dict[Inside, str] = {"yes": "someone inside", "one step": "one step to someone inside", "no": "nobody inside"}


class Rating(NamedTuple):
    """What speaks for a target; `missing` are the lines to add to its file, `order` sorts the best first."""

    target: str | None
    motivation: int | None
    postings: int | None
    inside: Inside

    @property
    def order(self) -> tuple[int, int, int, int]:
        """By the letter its owner gave it, then motivation, then postings, then who is inside; unrated comes last."""
        letter = _LETTERS.get(self.target or "", len(_LETTERS))
        return letter, -(self.motivation or 0), -(self.postings or 0), list(INSIDE).index(self.inside)

    @property
    def words(self) -> str:
        """`motivation 4 of 5, postings not rated, nobody inside`."""
        rated = (("motivation", self.motivation, 5), ("postings", self.postings, 3))
        parts = [f"{name} {value} of {most}" if value else f"{name} not rated" for name, value, most in rated]
        return ", ".join((*parts, INSIDE[self.inside]))

    @property
    def missing(self) -> tuple[str, ...]:
        """What to write into the file, `N` to be replaced."""
        wanted = (("motivation: 1-5", self.motivation), ("postings: 1-3", self.postings))
        return tuple(line for line, value in wanted if value is None)


_LETTERS = {"A": 0, "yes": 1, "B": 2, "C": 3}


def rating(company: Employer, inside: Inside) -> Rating:
    """The rating of a company."""
    record = company.record
    if record is None:
        return Rating(None, None, None, inside)
    return Rating(record.target, record.motivation, record.postings, inside)
