"""Departments and their units as pages."""
