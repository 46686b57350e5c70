"""What several screens have in common: bars, help, themes, drawing."""
