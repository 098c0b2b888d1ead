"""What a reply desk is: plain values and pure functions; no Qt, no files, no clock."""
