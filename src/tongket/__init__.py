"""Tongket: the yearly cycle of work of a provincial Department of Science and Technology."""
