"""Stories of one person's month, and the queue worked out by hand."""
