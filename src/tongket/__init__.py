"""Tongket: the yearly cycle of work of a Department of Science and Technology."""
