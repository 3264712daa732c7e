"""What follows from small vaults on a given day, by the text of the rules."""
