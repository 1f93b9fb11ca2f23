"""The ledger as pages: the list, and one entry with its source and its proof."""
