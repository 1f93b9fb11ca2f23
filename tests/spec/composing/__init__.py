"""What composing promises; read from top to bottom it is the manual of the sentences."""
