"""Return cases and checklists as files."""
