"""Ledger entries and an outline in, a paper out."""
