"""Incremental = clean = stock MkDocs, black box: random players edit a vault, the command line builds it."""
