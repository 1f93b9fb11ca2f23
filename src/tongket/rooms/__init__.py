"""The rooms: Django apps in the order of the work."""
