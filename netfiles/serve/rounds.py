"""The loop of a session: wait for a hint, look, judge, build."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from netfiles.errors import NetfilesError
from netfiles.serve.hints import QUIET, Hints
from netfiles.serve.snapshot import Snapshot
from netfiles.serve.verdict import Known, Look, Verdict, held_for, judge
from netfiles.serve.watcher import Watcher

_TICK = 0.25  # seconds after which the end is thought of
_DAY = 2.0  # and the date, which may have to be read from a file
_SAFETY = 10.0  # seconds after which a look is due without a hint
_WORTH_A_WORD = 1.0  # seconds of waiting
_DEAF_AFTER = 2  # so many changes without a hint


@dataclass(frozen=True)
class Means:
    """What the loop needs from around it."""

    look: Callable[[], Snapshot]
    root: Callable[[], tuple[int, int] | None]  # which folder the vault is now
    git_busy: Callable[[], bool]
    rebuild: Callable[[], None]
    today: Callable[[], date]
    say: Callable[[str], None]


class Rounds:
    """Keeps the site in step with the vault."""

    def __init__(self, means: Means, hints: Hints, watcher: Watcher) -> None:
        """Take the vault as it is now for what the first build, which comes right after, is made of."""
        self._means = means
        self._hints = hints
        self._watcher = watcher
        self._told: set[str] = set()
        self._unheard = 0
        self._next_look = time.monotonic() + _SAFETY
        self._next_day = time.monotonic() + _DAY
        found = means.look()
        self._known = Known(found, means.today(), found)
        self._tell_of_polling()

    def keep_up(self, ended: Callable[[], bool]) -> None:
        """Build again whenever the vault or the date changed, until told to end."""
        while not ended():
            if self._time_to_look():
                self._round()
            self._sleep()

    def _time_to_look(self) -> bool:
        now, due = time.monotonic(), self._hints.due()
        if now >= self._next_look or (due is not None and now >= due):
            return True
        if self._watcher.broke_off() or self._means.root() != self._known.last.root:
            return True
        return self._another_day(now)

    def _another_day(self, now: float) -> bool:
        if now < self._next_day:
            return False
        self._next_day = now + _DAY
        return self._day() != self._known.day

    def _round(self) -> None:
        heard = self._hints.take()
        files = self._means.look()
        self._mind_the_watcher(files)
        look = Look(files, time.monotonic(), self._day(), heard, self._means.git_busy())
        verdict, self._known = judge(self._known, look)
        self._next_look = look.at + (QUIET if verdict is Verdict.LOOK_AGAIN else _SAFETY)
        if look.git_busy and held_for(self._known, look.at) >= _WORTH_A_WORD:
            self._tell("git", "git is at work in the vault, waiting for it")
        if verdict is Verdict.BUILD:
            self._told.discard("git")
            self._unheard += not self._known.heard
            self._means.rebuild()

    def _day(self) -> date:
        """Today, or the day known so far when it cannot be told (it may stand in a file that is being edited)."""
        try:
            return self._means.today()
        except NetfilesError:
            return self._known.day

    def _mind_the_watcher(self, files: Snapshot) -> None:
        """Watch anew where the watching ended, and without events where they cannot be relied on."""
        if files.root is None:
            self._tell("gone", "the vault's folder is not there, the last good site stays")
            return
        self._told.discard("gone")
        if files.root != self._known.last.root:
            self._watch(self._watcher.wanted)
        elif not self._watcher.alive() or (self._unheard >= _DEAF_AFTER and not self._watcher.polling):
            self._watch(poll=True)

    def _watch(self, poll: bool) -> None:
        self._watcher.begin(poll)
        self._unheard = 0
        self._hints.hear()  # what happened in between was not heard
        self._tell_of_polling()

    def _tell_of_polling(self) -> None:
        if self._watcher.polling and not self._watcher.wanted:
            self._tell("polling", "the system does not tell of all changes here, looking every second instead")

    def _tell(self, matter: str, sentence: str) -> None:
        """Say something once."""
        if matter not in self._told:
            self._told.add(matter)
            self._means.say(sentence)

    def _sleep(self) -> None:
        now, due = time.monotonic(), self._hints.due()
        if due is None:
            self._hints.wait(min(_TICK, max(self._next_look - now, 0)))
        else:
            time.sleep(min(_TICK, max(due - now, 0)))
