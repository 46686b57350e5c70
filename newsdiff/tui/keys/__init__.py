"""The table of all keys, what a person made of it, and the list of all commands."""
