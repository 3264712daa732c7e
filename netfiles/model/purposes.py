"""What a talk can be for, as far as a brief knows questions for it."""

from typing import Literal

TalkPurpose = Literal["information-interview", "catch-up", "introduction", "interview", "follow-up", "thanks", "update"]
