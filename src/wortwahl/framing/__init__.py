"""Framing: a codebook's terms found in a corpus, each with the voice that uses it, and their shares."""

from wortwahl.framing.codebook import Actor, Codebook, Frame, Term
from wortwahl.framing.codebook_file import read_codebook

__all__ = ["Actor", "Codebook", "Frame", "Term", "read_codebook"]
