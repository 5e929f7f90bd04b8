"""Words in numbers: how often, where more than elsewhere, beside which others, in which contexts."""

from wortwahl.terms.change_points import change_points
from wortwahl.terms.collocates import collocates
from wortwahl.terms.concordance import concordance
from wortwahl.terms.dispersion import dispersion
from wortwahl.terms.finding import find_terms
from wortwahl.terms.frequencies import term_frequencies
from wortwahl.terms.joining import combine, join_compounds, join_genitives, keep_common
from wortwahl.terms.key_words import keyness_of_groups
from wortwahl.terms.keyness import keyness
from wortwahl.terms.main_frames import add_main_frame
from wortwahl.terms.matrix import count_terms, count_voices, document_term_matrix
from wortwahl.terms.matrix_files import load_matrix, save_matrix
from wortwahl.terms.network import collocate_network
from wortwahl.terms.term_matrix import TermMatrix
from wortwahl.terms.trends import term_trend
from wortwahl.terms.voices import of_voice

__all__ = [
    "TermMatrix",
    "add_main_frame",
    "change_points",
    "collocate_network",
    "collocates",
    "combine",
    "concordance",
    "count_terms",
    "count_voices",
    "dispersion",
    "document_term_matrix",
    "find_terms",
    "join_compounds",
    "join_genitives",
    "keep_common",
    "keyness",
    "keyness_of_groups",
    "load_matrix",
    "of_voice",
    "save_matrix",
    "term_frequencies",
    "term_trend",
]
