"""Whether a text states a claim, and which of its sentences do."""

from newsdiff.aligning.claims.finder import (
    Claimed,
    FoundClaim,
    claim_in,
    find_claim,
    is_statement,
)

__all__ = ["Claimed", "FoundClaim", "claim_in", "find_claim", "is_statement"]
