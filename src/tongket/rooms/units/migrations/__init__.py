"""Migrations, linear, named by what they do."""
