"""Topics of a run: in a large corpus fitted once and carried to what is added, until a twentieth is new.

A new file would otherwise cost a whole new fit, and turn topic 3 of the last report into topic 5. A small
corpus is fitted each time, which takes seconds.
"""

from pathlib import Path

import pandas as pd

from wortwahl import storage, topics
from wortwahl.errors import InputError
from wortwahl.runs.choices import choose_number_of_topics
from wortwahl.runs.code import code_key
from wortwahl.runs.settings import Settings
from wortwahl.terms import TermMatrix
from wortwahl.topics import TopicModel

SMALL = 2000
# Articles added or gone, as a share of those fitted on, from which on topics are fitted again.
REFIT = 0.05


def topic_tables(matrix: TermMatrix, settings: Settings) -> dict[str, pd.DataFrame]:
    """Return the topics of a corpus, their shares and how far each is to be trusted.

    A corpus that is too small for topics has none, and the report says so; its framing is no less true.
    """
    path = model_path(settings)
    known = None if settings.refit_topics else _known(path)
    if known is None or not carries(known, matrix):
        wanted = choose_number_of_topics(len(matrix.articles), settings.topics)
        try:
            known = topics.fit_topics(matrix, n_topics=wanted, seed=settings.seed)
        except InputError:
            return {}
        topics.save_topics(known, path)
    model = topics.carry_topics(known, matrix)
    return {
        **topics.topic_tables(model, matrix.articles, level=settings.level, seed=settings.seed),
        "topic_drift": topics.change_since_fit(known, matrix),
    }


def carries(model: TopicModel, matrix: TermMatrix) -> bool:
    """Tell whether a corpus is large, and near enough to what a model was fitted on, to keep its topics."""
    change = topics.change_since_fit(model, matrix).iloc[0]
    moved = change["added"] + change["gone"]
    return moved == 0 or (change["fitted"] >= SMALL and moved <= REFIT * change["fitted"])


def model_path(settings: Settings) -> Path:
    """Return where the topics of a corpus are kept: by its paths, as its content is what may change."""
    key = storage.content_key(
        "topics",
        code_key("language", "terms", "topics"),
        [Path(path).as_posix() for path in settings.raw],
        sorted(settings.columns.items()),
        settings.topics,
        settings.seed,
    )
    return Path(settings.processed) / "store" / "topics" / f"{key}.npz"


def _known(path: Path) -> TopicModel | None:
    if not path.exists():
        return None
    try:
        return topics.load_topics(path)
    except InputError:  # damaged: fitting again mends it
        return None
