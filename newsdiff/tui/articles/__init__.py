"""The list of articles, the first screen."""
