"""What the project measures and writes about itself."""
