"""Units: who exists, from which day to which day."""
