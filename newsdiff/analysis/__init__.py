"""What is known of one article alone, made once however often it is compared.

An `AnalysedArticle` is handed on: no function remembers the articles it has seen.
Whoever compares an article with several others keeps it, as `engine.Engine` does.
"""

from newsdiff.analysis.analyser import AnalysedArticle, analyse, both_encoded

__all__ = ["AnalysedArticle", "analyse", "both_encoded"]
