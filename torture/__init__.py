"""The long trials of the store: what it keeps when the power, the disk or a process fails."""
