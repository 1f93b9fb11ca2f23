"""Portions: which numbers are parts, shares, totals and rests of others."""
