"""Tests of the watcher and the local server."""
