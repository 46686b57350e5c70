"""How newsdiff says things in words, the same on every screen and in every export."""
