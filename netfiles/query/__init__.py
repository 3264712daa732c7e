"""The query language: what may be asked of people, and whom it means."""
