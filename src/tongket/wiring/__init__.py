"""Settings, addresses, and nothing else."""
