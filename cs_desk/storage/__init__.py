"""The desk's own database on disk."""
