"""Numbers, dates and quotations: what has a value that can be set beside another."""
