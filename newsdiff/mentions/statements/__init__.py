"""Who says what, how surely: speakers, sources, agencies and certainty."""
