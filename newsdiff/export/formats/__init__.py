"""One module a format of a whole comparison."""
