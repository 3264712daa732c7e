"""Places: where a town lies, from an offline gazetteer that may be there or not."""
