"""What is remembered between two runs, signed, so that nobody else's bytes are ever believed."""
