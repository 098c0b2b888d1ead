"""The command line ``cs-desk``: one file per command."""
