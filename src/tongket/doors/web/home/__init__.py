"""The first page: how a department stands in a period, at a glance."""
