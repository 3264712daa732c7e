"""What an entry of the journal is called: `Coffee with Nia Okafor`, `Email to Bo Lee`, as its file's name says it."""

from collections.abc import Mapping, Sequence

_TALKS: Mapping[str, str] = {
    "call": "Call with",
    "video": "Video call with",
    "coffee": "Coffee with",
    "meeting": "Meeting with",
    "interview": "Interview with",
    "event": "Event with",
    "other": "Talk with",
}
_MESSAGES: Mapping[str, str] = {"email": "Email", "letter": "Letter", "message": "Message", "social": "Message"}
_PURPOSES: Mapping[str, str] = {"thanks": "Thanks to", "update": "Update to"}


def entry_title(names: Sequence[str], channel: str, way: str = "out", purpose: str = "") -> str:
    """The title of an entry with these people; `way` (out, in, both) tells who wrote a message."""
    if channel not in _MESSAGES:
        begin = _TALKS.get(channel, _TALKS["other"])
    elif way == "in":
        begin = f"{_MESSAGES[channel]} from"
    else:
        begin = _PURPOSES.get(purpose, f"{_MESSAGES[channel]} to")
    return f"{begin} {_listed(names)}"


def _listed(names: Sequence[str]) -> str:
    """`Nia, Bo and Omar`; of more than three the first two and how many more."""
    if len(names) > 3:
        return f"{', '.join(names[:2])} and {len(names) - 2} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
