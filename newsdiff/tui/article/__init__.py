"""One article alone, and who else carries its sentences."""
