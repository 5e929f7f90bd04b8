"""Wire copy: which articles carry the same text, and what two versions of it change."""

from wortwahl.corpus.wire.shingles import SIGNATURE_COLUMNS, shingle_hashes, signatures
from wortwahl.corpus.wire.stories import THRESHOLD, WINDOW_DAYS, find_stories, stories_of
from wortwahl.corpus.wire.versions import DIFFERENCE_COLUMNS, difference_html, version_difference

__all__ = [
    "DIFFERENCE_COLUMNS",
    "SIGNATURE_COLUMNS",
    "THRESHOLD",
    "WINDOW_DAYS",
    "difference_html",
    "find_stories",
    "shingle_hashes",
    "signatures",
    "stories_of",
    "version_difference",
]
