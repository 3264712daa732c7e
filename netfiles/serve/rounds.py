"""The loop of a session: wait for a hint, look, judge, build."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from netfiles.errors import NetfilesError
from netfiles.serve.changes import TICK_NS, differing, young
from netfiles.serve.git import PATIENCE, Git
from netfiles.serve.hints import EACH_QUIET, Hints
from netfiles.serve.rebuild import Builder
from netfiles.serve.settings import one_line
from netfiles.serve.source import Snapshot
from netfiles.serve.verdict import Known, Seen, Verdict, judge
from netfiles.serve.watcher import Watcher

_TICK = 0.25  # seconds after which the end is thought of, the vault's folder, and git
_DAY = 2.0  # and the date, which may have to be read from a file
_AGAIN = 0.03  # what came to no verdict is looked at again after so long,
_UNHEARD_AGAIN = 0.15  # or so long where no event tells when it is complete
_REST = 2.0  # after a build it is time to rest when so long nothing was to be done
_SAFETY = 10.0  # a look everywhere is due after so long without a hint,
_SAFETY_COSTS = 60  # and after so many times what it costs
_POLL = 1.0  # the same where there are no hints
_POLL_COSTS = 20
_GIT = 0.05  # while git is at work, it is asked so often whether it still is
_WORTH_A_WORD = 1.0  # seconds of waiting
_DEAF_AFTER = 2  # so many changes without a hint
_SHORT_AFTER = 2  # so many looks everywhere with too few folders watched: one may come just when a folder comes
_JUMP = 2.0  # seconds that the clock may move away from the time that passed, before everything is looked at


@dataclass(frozen=True)
class Means:
    """What the loop needs from around it."""

    builder: Builder
    root: Callable[[], tuple[int, int] | None]  # which folder the vault is now, None: it is not there
    git: Git
    say: Callable[[str], None]


class Rounds:
    """Keeps the site in step with the vault."""

    def __init__(self, means: Means, hints: Hints, watcher: Watcher) -> None:
        """Watch, look, and build for the first time."""
        self._means = means
        self._source = means.builder.source
        self._hints = hints
        self._watcher = watcher
        self._told: set[str] = set()
        self._unheard = self._short = 0
        self._again = self._everywhere = math.inf  # when to look again at what is held back, and when everywhere
        self._next_day = 0.0
        self._rest_at = math.inf
        self._ahead = time.time() - time.monotonic()
        self._root = means.root()
        watcher.follow(self._source.folders())
        clock, found = time.time_ns(), self._look(None, None)
        if fresh := young(found.files, clock):
            time.sleep(TICK_NS / 1e9)
            clock, found = time.time_ns(), self._look(found, fresh)
        self._known = Known(found, self._source.today(), young(found.files, clock))
        self._build(self._known, None)

    def keep_up(self, ended: Callable[[], bool]) -> None:
        """Build again whenever the vault or the date changed, until told to end."""
        while not ended():
            now = time.monotonic()
            held_up = self._git_holds(now)
            if not held_up and self._time_to_look(now):
                self._try_round(now)
            elif now >= self._rest_at:
                self._rest_at = math.inf
                self._source.rest()
            self._sleep(held_up)

    def _try_round(self, now: float) -> None:
        """A round; a disk that fails in the middle of it does not end the session."""
        try:
            self._round(now)
        except OSError as error:
            self._tell("unseen", one_line(f"the vault cannot be looked at: {error}; the last good site stays"))
            self._everywhere = time.monotonic() + _POLL

    def _git_holds(self, now: float) -> bool:
        busy_for = self._means.git.busy_for(now)
        if busy_for is None or busy_for >= PATIENCE:
            self._told.discard("git")
            return False
        if busy_for >= _WORTH_A_WORD and self._hints.due():
            self._tell("git", "git is at work in the vault, waiting for it")
        return True

    def _time_to_look(self, now: float) -> bool:
        if self._clock_jumped() or self._watcher.broke_off() or self._means.root() != self._root:
            self._hints.hear_everywhere()
            self._everywhere = now
        return now >= self._next() or self._another_day(now)

    def _next(self) -> float:
        return min(self._everywhere, self._again, self._hints.due() or math.inf)

    def _clock_jumped(self) -> bool:
        """Whether the clock moved by more than the time that passed, as it does while the computer sleeps."""
        before, self._ahead = self._ahead, time.time() - time.monotonic()
        if abs(self._ahead - before) < _JUMP:
            return False
        self._next_day = 0.0
        return True

    def _another_day(self, now: float) -> bool:
        if now < self._next_day:
            return False
        self._next_day = now + _DAY
        return self._root is not None and self._day() != self._known.day

    def _day(self) -> date:
        """Today, or the day known so far when it cannot be told (it may stand in a file that is being edited)."""
        try:
            return self._source.today()
        except NetfilesError:
            return self._known.day

    def _round(self, now: float) -> None:
        heard, everywhere = self._hints.take(), now >= self._everywhere
        self._again = math.inf
        if not self._there():
            return
        known, clock = self._known, time.time_ns()
        paths = None if everywhere or heard.everywhere else heard.paths | known.held.keys()
        anew = paths is None and self._watcher.follow(self._source.folders())  # what was heard meanwhile may be lost
        found = self._look(known.built, paths)
        seen = Seen(found, time.monotonic(), clock, self._day(), bool(heard) or anew, paths)
        verdict, known = judge(known, seen)
        if verdict is Verdict.BUILD:
            self._unheard += not known.heard
            self._build(known, self._known.built)
            return
        self._known = known
        if verdict is Verdict.LOOK_AGAIN:
            pause = _AGAIN if known.heard else _UNHEARD_AGAIN
            self._again = seen.at + max(pause, 2 * (seen.at - now))
        elif known.built.files and not found.files:
            self._tell("gone", "the vault's folder is empty, the last good site stays")
        else:
            self._told.discard("gone")

    def _there(self) -> bool:
        """Whether the vault's folder is there; it is watched anew where another one has taken its place."""
        root = self._means.root()
        if root != self._root:
            self._root, self._unheard, self._short = root, 0, 0
            self._watcher.renew()
        if root is None:
            self._everywhere = math.inf
            self._tell("gone", "the vault's folder is not there, the last good site stays")
        return root is not None

    def _look(self, before: Snapshot | None, paths: frozenset[str] | None) -> Snapshot:
        """Look, and when it was everywhere, mind the watcher and settle when to do so next."""
        start = time.monotonic()
        found = self._source.look(before, paths)
        if paths is None:
            end = time.monotonic()
            self._short = self._short + 1 if self._watcher.misses(found.files) else 0
            if self._unheard >= _DEAF_AFTER or self._short >= _SHORT_AFTER:
                self._watcher.poll()
            soon = self._watcher.polling or self._short
            least, costs = (_POLL, _POLL_COSTS) if soon else (_SAFETY, _SAFETY_COSTS)
            pause = max(least, costs * (end - start))
            self._everywhere = end + pause
            if self._watcher.polling and not self._watcher.wanted:
                every = "every second" if pause < 1.5 else f"every {pause:.0f} seconds"
                self._tell("polling", f"the system does not tell of all changes here, looking {every} instead")
        return found

    def _build(self, known: Known, before: Snapshot | None) -> None:
        def first_word() -> str:
            changed = len(differing(before.files, known.built.files)) if before else 0
            files = "file" if changed == 1 else "files"
            return f"building, {changed:,} {files} changed" if changed else "building the site"

        if self._means.builder.build(known.built, known.day, first_word, lambda: self._means.root() == self._root):
            self._known = known
            self._told.discard("gone")
            if self._watcher.follow(self._source.folders()):
                self._hints.hear_everywhere()  # what happened in a folder before it was watched
            self._rest_at = time.monotonic() + _REST
        else:
            self._known = replace(self._known, owed=True)

    def _tell(self, matter: str, sentence: str) -> None:
        """Say something once."""
        if matter not in self._told:
            self._told.add(matter)
            self._means.say(sentence)

    def _sleep(self, held_up: bool) -> None:
        now = time.monotonic()
        seconds = _GIT if held_up else min(_TICK, max(self._next() - now, 0.0))
        if self._hints.due() is None:
            self._hints.wait(seconds)
        else:
            time.sleep(min(seconds, EACH_QUIET))  # the next word may bring the moment nearer
