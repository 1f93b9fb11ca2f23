"""Wholes and parts: lists, the words that announce them, tables."""
