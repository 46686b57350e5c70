"""Text as a terminal has it: how wide it is, and what of it is safe to show."""
