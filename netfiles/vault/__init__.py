"""The disk: the only place where the owner's files are opened."""
