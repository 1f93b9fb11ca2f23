"""Displayed numbers as values: their intervals, notation, likeness and verdicts."""
