"""Other people's formats: what they say, as values; and what is known, in their words."""
