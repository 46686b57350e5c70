"""Names of people, organisations and places, by capitals, word lists and chains."""
