"""Library files that travel between people."""
