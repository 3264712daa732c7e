"""Other people's vaults of notes, read."""
