"""What is set aside: numbers that are no figures, each with its class and reason."""
