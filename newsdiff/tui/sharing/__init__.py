"""Taking something along: copying, saving, opening the source or the editor."""
