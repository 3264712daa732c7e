"""Changes, decided: what a command means is a plan of edits and new files; nothing is written here."""
