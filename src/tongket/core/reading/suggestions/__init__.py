"""Suggesting indicators: which entry of the catalogue a figure of a text belongs to."""
