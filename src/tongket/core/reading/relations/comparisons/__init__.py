"""Comparisons: changes, values before, and distances from plans."""
