"""The quote desk: quotations, sources and times of a whole story."""
