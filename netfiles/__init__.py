"""netfiles keeps the people of a job search in plain Markdown files and shows them as a private site."""

__version__ = "0.1.0"
