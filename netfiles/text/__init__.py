"""Text in, values out: front matter, wikilinks, tasks, Markdown to safe HTML."""
