"""Business cards: what an engine reads on them, and which line is what."""
