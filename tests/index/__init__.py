"""How the links of small vaults find their records, by the text of the format."""
