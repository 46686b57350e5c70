"""Whether a text states a claim, and which of its sentences do."""

from newsdiff.aligning.claims.finder import (
    Claimed,
    Difference,
    Differs,
    FoundClaim,
    find_claim,
    find_claim_in,
    is_statement,
)
from newsdiff.aligning.claims.meaning import EncodedClaim

__all__ = [
    "Claimed",
    "Difference",
    "Differs",
    "EncodedClaim",
    "FoundClaim",
    "find_claim",
    "find_claim_in",
    "is_statement",
]
