"""Charts: values in, SVG out; calm, legible, and named for those who do not see them.

Every chart carries a title and a description; a page shows the same values as a table
beside it. Colours are attributes that a style sheet may override by class.
"""
