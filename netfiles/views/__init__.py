"""Pages as values: one file a page, its template beside it; no page knows what builds the site."""
