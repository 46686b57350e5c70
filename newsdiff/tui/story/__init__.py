"""Tables of a whole story: who tells which fact, what each pair shares."""
