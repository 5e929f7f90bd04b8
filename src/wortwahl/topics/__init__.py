"""Topics: what articles are about, how far each topic is to be trusted, and where and when it is strong."""

from wortwahl.topics.carrying import carry_topics, change_since_fit
from wortwahl.topics.choosing import choose_topics
from wortwahl.topics.maps import topic_map
from wortwahl.topics.model import TopicModel, fit_topics
from wortwahl.topics.prevalence import topic_prevalence
from wortwahl.topics.reading import representative_articles
from wortwahl.topics.saved import load_topics, save_topics
from wortwahl.topics.stability import topic_stability
from wortwahl.topics.tables import topic_tables, words_table
from wortwahl.topics.windows import topic_coherence

__all__ = [
    "TopicModel",
    "carry_topics",
    "change_since_fit",
    "choose_topics",
    "fit_topics",
    "load_topics",
    "representative_articles",
    "save_topics",
    "topic_coherence",
    "topic_map",
    "topic_prevalence",
    "topic_stability",
    "topic_tables",
    "words_table",
]
