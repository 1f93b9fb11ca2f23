"""Composing: ledger entries and an outline become a paper of bound numbers."""
