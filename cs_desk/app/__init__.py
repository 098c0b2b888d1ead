"""What an agent or a supervisor can do with the desk; no Qt, no files."""
