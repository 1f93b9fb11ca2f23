"""Intake: documents come in, their figures are confirmed and go to the ledger."""
