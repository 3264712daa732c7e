"""Mailboxes and messages, read."""
