"""What belongs to a library as a whole: files, editions, merges, edits."""
