"""From documents to records, with every fault as a problem in plain words."""
