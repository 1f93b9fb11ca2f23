"""The catalogue as pages: search, and one indicator with its series."""
