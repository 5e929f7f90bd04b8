"""Framing: a codebook's terms found in a corpus, each with the voice that uses it, and their shares."""

from wortwahl.framing.codebook import Actor, Codebook, Frame, Term
from wortwahl.framing.codebook_file import read_codebook
from wortwahl.framing.copies import compare_copies
from wortwahl.framing.decomposition import copy_effect
from wortwahl.framing.examples import examples
from wortwahl.framing.excerpts import Budget
from wortwahl.framing.forms import expand_terms
from wortwahl.framing.shares import frame_shares
from wortwahl.framing.speech import find_speech
from wortwahl.framing.story_copies import shared_copy, story_sizes
from wortwahl.framing.uses import USE_COLUMNS, find_uses
from wortwahl.framing.voices import compare_voices, quoted_speakers, voice_counts

__all__ = [
    "USE_COLUMNS",
    "Actor",
    "Budget",
    "Codebook",
    "Frame",
    "Term",
    "compare_copies",
    "compare_voices",
    "copy_effect",
    "examples",
    "expand_terms",
    "find_speech",
    "find_uses",
    "frame_shares",
    "quoted_speakers",
    "read_codebook",
    "shared_copy",
    "story_sizes",
    "voice_counts",
]
