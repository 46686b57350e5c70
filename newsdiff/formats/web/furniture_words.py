"""Words in the ids and classes of a page, and in its text, that tell furniture apart.

They are looked for in lower case, at the beginning and end of the parts of a name. A
word alone proves little: see `furniture`.
"""

from __future__ import annotations

import re
from typing import Final


def _words(*words: str) -> re.Pattern[str]:
    """A pattern of words in a class or id, at the beginning and end of its parts."""
    return re.compile(rf"(?<![a-z])(?:{'|'.join(words)})(?![a-z])")


MENU: Final = _words(
    "nav", "navbar", "navigation", "menus?", "main-?menu", "breadcrumbs?",
    "skip-?links?", "pagination", "pager", "toolbar", "site-?header", "site-?footer",
    "masthead", "page-?header-?nav", "global-?footer",
)  # fmt: skip
HIDDEN: Final = _words(
    "sr-only", "visually-?hidden", "screen-?reader(?:-?text|-?only)?", "visuallyhidden",
    "print-?only", "u-hidden", "is-hidden",
)  # fmt: skip
RELATED: Final = _words(
    "related\\w*", "recommend\\w*", "more-?(?:stories|news|on|from|articles|in|like)",
    "most-?(?:read|popular|viewed|shared|commented)", "trending", "popular(?:-?posts)?",
    "read-?(?:more|next|also|on)", "also-?(?:read|like|on)", "you-?may\\w*", "outbrain",
    "taboola", "onward\\w*", "next-?(?:article|story|up|post)", "prev(?:ious)?-?post",
    "post-?nav\\w*", "promos?", "teasers?", "see-?also", "further-?reading", "latest",
    "up-?next", "jp-relatedposts", "sidebar", "widgets?", "rail", "carousel",
    "internal-?links?", "storylinks?", "linkbox", "link-?list",
)  # fmt: skip
COMMENTS: Final = _words(
    "comments?(?:-?(?:area|section|list|form|respond|wrapper|container|box|thread))?",
    "comment-?list", "disqus\\w*", "respond", "livefyre", "coral", "reader-?comments",
    "conversation", "discussion",
)  # fmt: skip
NEWSLETTER: Final = _words(
    "newsletters?\\w*", "sign-?up\\w*", "subscribe", "mailing-?list", "email-?\\w*",
    "mc4wp\\w*", "mc_embed\\w*",
)  # fmt: skip
COOKIE: Final = _words(
    "cookies?\\w*", "consent\\w*", "gdpr\\w*", "onetrust\\w*", "didomi\\w*", "cmp\\w*",
    "privacy-?\\w*",
)  # fmt: skip
SHARING: Final = _words(
    "shar(?:e|ing)\\w*", "social\\w*", "addtoany\\w*", "addthis\\w*", "follow-?us",
    "sharedaddy", "bookmarks?", "tools?",
)  # fmt: skip
AUTHOR: Final = _words(
    "author-?(?:bio\\w*|box|info|card|profile|desc\\w*|about|details)",
    "about-?(?:the-?)?authors?", "bio", "biography", "writer-?bio", "contributor-?bio",
)  # fmt: skip
ADVERT: Final = _words(
    "ads?", "ad-?(?:slot|container|wrapper|unit|box|label)", "advert\\w*",
    "sponsor\\w*", "dfp\\w*", "gpt-?ad\\w*", "promoted", "commercial",
)  # fmt: skip
OFFER: Final = _words(
    "paywall\\w*", "regwall", "subscription\\w*", "subscribe\\w*", "piano\\w*", "meter",
    "offer\\w*", "support-?us", "donat\\w*", "registration", "login\\w*", "gate\\w*",
    "membership", "contribut\\w*",
)  # fmt: skip
TAGS: Final = _words(
    "tags?", "tag-?list", "topics?", "keywords", "categor(?:y|ies)", "cat-links"
)
SLIDES: Final = _words(
    "gallery\\w*", "slide-?shows?", "carousel\\w*", "slider\\w*", "slides?"
)
PULLED: Final = _words("pull-?quotes?", "pullquote", "quote-?pull")
ANY: Final = re.compile(
    "|".join(
        pattern.pattern
        for pattern in (
            *(MENU, HIDDEN, RELATED, COMMENTS, NEWSLETTER, COOKIE, SHARING),
            *(AUTHOR, ADVERT, OFFER, TAGS, SLIDES, PULLED),
        )
    )
)
"""Any of these: most elements have none."""
ASKS: Final = re.compile(
    r"\b(?:subscri|sign (?:in|up)|log in|regist|member|support|donat|free trial|"
    r"already|become|unlock|abonn|anmeld)",
    re.IGNORECASE,
)
"""What a box that wants something of its reader says."""
COMMENT_HEADING: Final = re.compile(
    r"\s*(?:\d+\s+)?"
    r"(?:(?:(?:top|all|recent|latest|reader)\s+)?(?:rated\s+)?comments?\b.{0,20}$|"
    r"responses?\b|thoughts? on|leave a (?:comment|reply)|post a comment|"
    r"join the (?:conversation|discussion)|add your comment|view comments|"
    r"what do you think|kommentare?|commentaires?)",
    re.IGNORECASE | re.MULTILINE,
)
