"""What all articles of a story tell, from comparisons of its pairs."""
