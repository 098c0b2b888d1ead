"""Libraries of replies as files: one module per format, and the rules for all of them."""
