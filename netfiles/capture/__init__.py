"""Quick capture: from one line in the owner's words to an entry of the journal."""
