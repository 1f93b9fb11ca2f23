"""Numerals: digits with their separators, spelled-out numbers, scales."""
