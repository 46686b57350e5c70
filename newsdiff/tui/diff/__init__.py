"""Two articles next to each other: the screen newsdiff exists for."""
