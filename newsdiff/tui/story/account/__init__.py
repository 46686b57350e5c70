"""The story in words, on a screen: a page that scrolls from statement to statement."""
