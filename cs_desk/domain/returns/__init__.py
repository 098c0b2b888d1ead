"""Return cases: from the request to the refund, pure values and rules."""
