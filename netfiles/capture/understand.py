"""From one line to what it says, or to why it is not understood."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from netfiles.capture.introduced import introduced
from netfiles.capture.mentions import Mention, Named, Which, nobody_asked, once, settle
from netfiles.capture.opening import Opening, colon, day_of, direction, length_of, opening
from netfiles.capture.prose import Omit, prose
from netfiles.capture.remarks import guesses, notes
from netfiles.capture.roll import Roll
from netfiles.capture.signs import Signs, outside, signs, subject_end
from netfiles.capture.tokens import Refused, Token, tokens
from netfiles.capture.understood import NotUnderstood, Understood
from netfiles.capture.words import Purpose


def understand(
    line: str, roll: Roll, today: date, which: Which = nobody_asked, on: date | None = None
) -> Understood | NotUnderstood:
    """What a line says. `on` is its day where it names none; `which` answers whom a name means that means several."""
    try:
        all_tokens = tokens(line)
        said = signs(line, all_tokens, roll, today)
        rest = list(outside(all_tokens, [*said.cuts, *_subjects(said)]))
        opened = opening(line, rest, colon(all_tokens, line), roll, today)
        return _Line(line, roll, today, which, said, rest, opened).understood(on)
    except Refused as wrong:
        return NotUnderstood(wrong.column, wrong.message, wrong.advice)


def _subjects(said: Signs) -> list[Omit]:
    return [Omit(mention.at, subject_end(mention)) for mention in said.subjects]


@dataclass(frozen=True)
class _Line:
    """A line with all that was found in it."""

    line: str
    roll: Roll
    today: date
    which: Which
    said: Signs
    tokens: Sequence[Token]
    opened: Opening

    def understood(self, on: date | None) -> Understood:
        opened, said = self.opened, self.said
        self._refuse_empty()
        day = day_of(opened, self.today, on)
        given = self._given()
        settled = settle([*opened.people, *opened.subjects, *said.subjects, *_sure(given)], self.which)
        people = once([settled[one] for one in opened.people])
        about = once([settled[one] for one in (*opened.subjects, *said.subjects)])
        names = once([settled[one] for one in _sure(given)], people)
        told = [self._told(one.text) for one in said.told]
        way, work, purpose = opened.way, opened.work, self._purpose()
        return Understood(
            day=day.day,
            noun=self._noun(),
            at=opened.first(time),
            people=people,
            channel=way.channel if way else None,
            direction=direction(opened) if people else None,
            minutes=length_of(opened),
            activity=work.activity if work else None,
            purpose=purpose.purpose if purpose else None,
            ask=said.asks[0] if said.asks else None,
            got=tuple(dict.fromkeys(said.got)),
            gave=tuple(dict.fromkeys(said.gave)),
            introduced=names,
            thanked=said.thanked,
            told=(*told, *(one for one in about if one.listed and one.listed.kind == "news")),
            tags=tuple(dict.fromkeys(said.tags)),
            leads=tuple(one for one in about if one.listed and one.listed.kind == "lead"),
            companies=tuple(one for one in about if one.listed is None or one.listed.kind == "company"),
            next=said.mine[0] if said.mine else None,
            more=tuple(said.mine[1:]),
            they_owe=said.theirs[0] if said.theirs else None,
            body=self._body(),
            planned=day.day > self.today,
            dated=day.length > 0,
            guesses=tuple(guesses(opened, said, names, self.today)),
            notes=tuple(notes(people, about, names, said, given, told, day.day > self.today)),
        )

    def _noun(self) -> str:
        """What the entry is called after."""
        named = self.opened.way or self._purpose() or self.opened.work
        return named.noun if named else "Word" if direction(self.opened) == "in" else "Talk"

    def _refuse_empty(self) -> None:
        """Raise Refused where it is told neither with whom nor what."""
        opened, said = self.opened, self.said
        if not self.line.strip():
            raise Refused(1, "the line is empty", "Write who, how and what: `coffee with Nia 40m`.")
        for kept, sign, what in ((said.asks, "?", "ask"), (said.theirs, "<", "promise of theirs")):
            if len(kept) > 1:
                raise Refused(
                    kept[1].at + 1, f"there is a second {what}", f"A line takes one `{sign}`; write another line."
                )
        event = opened.way is not None and opened.way.channel == "event"
        if not (opened.people or opened.work or event):
            raise _nobody(self.tokens)

    def _purpose(self) -> Purpose | None:
        found = self.opened.purpose
        if self.said.thanks is None:
            return found
        if found and found.counts and found.purpose != "thanks":
            advice = f"Take out `!thanks`, or write the thanks as a line of its own. It is for {found.purpose} now."
            raise Refused(self.said.thanks + 1, "an entry has one purpose", advice)
        return Purpose("thanks", found.noun if found else "Thanks")

    def _given(self) -> list[Mention]:
        """The names given in passing, in the opening or after it."""
        rest = [token for token in self.tokens if token.at >= self.opened.rest]
        return [*self.opened.given, *introduced(rest, self.roll)]

    def _told(self, text: str) -> str | Named:
        bare = text.strip("[]")
        called = self.roll.linked(bare, ("news",)) or self.roll.called(bare, ("news",))
        return Named(bare, called.found[0]) if called and len(called.found) == 1 else text

    def _body(self) -> str:
        cuts = [*self.said.omitted]
        rest = prose(self.line, self.opened.rest, len(self.line), cuts)
        rest = rest.lstrip(":;,.–—- ") if self.opened.rest == self.opened.end else rest
        if self._all_said():
            return rest
        told = [*cuts, *(Omit(*span) for span in self.opened.in_fields())]
        first = prose(self.line, 0, self.opened.end, told).lstrip(":;,.–—- ")
        if not first or not rest:
            return first or rest
        mark = self.line[self.opened.end : self.opened.end + 1]
        return f"{first}{mark if mark in ':;,.' and mark else ' –'} {rest}"

    def _all_said(self) -> bool:
        purpose = self.opened.purpose
        replaced = self.said.thanks is not None and purpose is not None and purpose.purpose != "thanks"
        return self.opened.all_said and not replaced


def _nobody(of: Sequence[Token]) -> Refused:
    lost = next((token for token in of if token.plain == "with"), None)
    advice = "Write with whom, like `coffee with Nia Okafor`, or what work it was, like `2h applications`."
    more = " A name in small letters is looked for on file only." if lost else ""
    return Refused(lost.at + 1 if lost else 1, "nobody is named whom it was with", advice + more)


def _sure(mentions: Iterable[Mention]) -> list[Mention]:
    return [one for one in mentions if not one.unsure]
