"""The ledger: entries that are appended, sealed, and never changed."""
