"""What a person makes of a comparison: sentences paired or parted, facts, notes.

A person's word is kept apart from what newsdiff found, by places in the texts, and put
on top of it by pure functions; `store` keeps it in a file. Nothing here asks or shows.
"""

from newsdiff.corrections.applying import links_said
from newsdiff.corrections.keeper import Corrections
from newsdiff.corrections.saying import (
    AGREE,
    About,
    Place,
    Saying,
    What,
    fact_place,
    in_force,
    joint_place,
    link_place,
    sentence_place,
)

__all__ = [
    "AGREE",
    "About",
    "Corrections",
    "Place",
    "Saying",
    "What",
    "fact_place",
    "in_force",
    "joint_place",
    "link_place",
    "links_said",
    "sentence_place",
]
