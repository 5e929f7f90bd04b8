"""Wortwahl: which words a German-language outlet uses, and in whose voice."""

from importlib import import_module

__version__ = "0.1.0"

# Each public name and its home. A home is imported when its first name is asked for, so that
# `wortwahl --help` and a worker process do not wait for what they never use.
_HOMES = {
    "wortwahl.errors": ("InputError",),
    "wortwahl.corpus": (
        "coverage",
        "genre_counts",
        "iter_corpus",
        "length_quantiles",
        "name_outlets",
        "outlet_summary",
        "read_changes",
        "read_corpus",
        "read_outlets",
        "read_problems",
        "unknown_outlets",
    ),
    "wortwahl.corpus.wire": ("find_stories", "version_difference"),
    "wortwahl.framing": (
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
        "voice_counts",
    ),
    "wortwahl.terms": (
        "change_points",
        "collocate_network",
        "collocates",
        "concordance",
        "dispersion",
        "document_term_matrix",
        "find_terms",
        "keyness",
        "keyness_of_groups",
        "term_frequencies",
        "term_trend",
    ),
    "wortwahl.topics": (
        "choose_topics",
        "fit_topics",
        "representative_articles",
        "topic_map",
        "topic_prevalence",
        "words_table",
    ),
    "wortwahl.report.figures": (
        "compare_figure",
        "coverage_figure",
        "keyness_figure",
        "lengths_figure",
        "network_figure",
        "time_figure",
        "topic_map_figure",
        "topic_shares_figure",
        "topic_time_figure",
        "topic_words_figure",
        "trend_figure",
        "voices_figure",
    ),
    "wortwahl.runs": ("choose_number_of_topics", "default_corpus"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME_OF)


def __getattr__(name: str) -> object:
    """Import a public name from its home (PEP 562)."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'wortwahl' has no attribute '{name}'")
    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, for tab completion."""
    return [*__all__, "__version__"]
