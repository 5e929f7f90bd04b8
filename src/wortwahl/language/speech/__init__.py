"""In whose voice a text speaks: reported speech, distancing and speakers, by a chain of small rules."""

from wortwahl.language.speech.negation import is_negated
from wortwahl.language.speech.stretch import Quotation, Stretch, Verdict
from wortwahl.language.speech.voice import quotations_of, stretches, voice_at

__all__ = ["Quotation", "Stretch", "Verdict", "is_negated", "quotations_of", "stretches", "voice_at"]
