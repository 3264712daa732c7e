"""A vault for others: made-up names, shifted days, no contact data and no notes."""
