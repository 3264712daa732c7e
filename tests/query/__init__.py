"""What the query language means, and what it says of what it does not understand."""
