"""Reports: papers composed from the ledger, and the record of what was delivered."""
