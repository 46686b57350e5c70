"""What outlives a screen: the open articles, where they were left, work behind it."""
