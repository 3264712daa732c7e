"""Calendars, read; and the one that others may subscribe to."""
