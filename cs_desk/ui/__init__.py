"""The window: one file per thing that a person can point at."""
