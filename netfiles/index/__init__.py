"""The network of records: names resolved, timelines, employers, mentions."""
