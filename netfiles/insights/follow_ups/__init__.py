"""Why someone is in the queue: one file a rule, one table of rules."""
