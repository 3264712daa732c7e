"""How a meeting was held, by the words of its title and the places where calendars put a conference's address."""

import re
from collections.abc import Iterable

from netfiles.model.fields import Channel

_HOSTS = (
    "zoom.us zoom.com zoomgov.com meet.google.com teams.microsoft.com teams.live.com webex.com whereby.com meet.jit.si "
    "gotomeeting.com gotomeet.me goto.com bluejeans.com skype.com join.skype.com lync.com facetime.apple.com around.co "
    "chime.aws bigbluebutton.org 8x8.vc livestorm.co riverside.fm discord.gg discord.com slack.com/huddle tandem.chat "
    "global.gotomeeting.com pexip.me starleaf.com lifesize.com meet.goto.com gather.town app.gather.town"
).split()
_CONFERENCE = re.compile(
    r"https?://(?:[a-z0-9-]{1,63}\.){0,5}(?:"
    + "|".join(map(re.escape, _HOSTS))
    + r")(?=[/?#:\s\"'<>)]|$)[^\s\"'<>)]{0,500}",
    re.IGNORECASE,
)

# The first row whose words stand in the title decides; `video` in the middle stands for a conference's address.
_WORDS: tuple[tuple[Channel, str], ...] = (
    ("interview", "interview interviews vorstellungsgespräch entretien entrevista"),
    ("coffee", "coffee coffees lunch breakfast brunch dinner tea drinks beer beers kaffee mittagessen café cafe"),
    ("call", "phone telephone telefon telefonat téléphone teléfono"),
    ("video", "video zoom skype facetime webex videocall"),
)
_CALL = "call calls anruf appel llamada"
_EVENT = "conference meetup webinar fair"


def conference(texts: Iterable[str]) -> str:
    """The first address of a conference in these texts, empty where there is none."""
    for text in texts:
        if found := _CONFERENCE.search(text):
            return found[0]
    return ""


def channel(title: str, address: str) -> Channel:
    """How it was held, by its title and the address of a conference that may come with it.

    Calendars add such an address to everything: where the title says coffee, it was coffee.
    """
    words = frozenset(re.findall(r"[^\W\d_]+", title.casefold()))
    for said, signs in _WORDS:
        if not words.isdisjoint(signs.split()):
            return said
    if address:
        return "video"
    if not words.isdisjoint(_CALL.split()):
        return "call"
    return "event" if not words.isdisjoint(_EVENT.split()) else "meeting"
