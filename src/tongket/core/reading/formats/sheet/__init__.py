"""Spreadsheets (.xlsx): every row a line, every cell with its address."""
