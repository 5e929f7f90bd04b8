"""A topic model on disk: one npz file of numbers, and tables as Parquet inside it; no pickle."""

import io
import json
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd

from wortwahl import storage
from wortwahl.errors import InputError
from wortwahl.topics.model import TopicModel
from wortwahl.topics.weights import Weighting

VERSION = 1
_TABLES = ("topics", "labels", "diagnostics")


def save_topics(model: TopicModel, path: str | Path) -> None:
    """Write a model as one file, whole or not at all.

    Parameters
    ----------
    model : TopicModel
    path : str or Path
        By custom with the ending ``.npz``.

    Raises
    ------
    InputError
        If the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from wortwahl.topics import fit_topics
    >>> corpus = pd.DataFrame({"title": "", "text": ["Ernte Feld", "Überfall Krieg"] * 6})
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save_topics(fit_topics(corpus, n_topics=2), f"{folder}/topics.npz")
    ...     load_topics(f"{folder}/topics.npz").labels["label"].tolist()
    ['Ernte, Feld', 'Krieg, Überfall']
    """
    shares = model.document_topics
    articles = pd.DataFrame({"id": shares.index, "strength": model.strength.to_numpy()})
    tables = {name: _bytes(getattr(model, name)) for name in _TABLES}
    settings = json.dumps(
        {"version": VERSION, "mean_length": model.weighting.mean_length, **model.settings},
        ensure_ascii=False,
        sort_keys=True,
    )
    with storage.replacing(path) as temporary, temporary.open("wb") as file:
        np.savez_compressed(
            file,
            allow_pickle=False,
            components=model.components,
            rarity=model.weighting.rarity,
            shares=shares.to_numpy(),
            articles=_bytes(articles),
            vocabulary=_bytes(pd.DataFrame({"term": model.vocabulary})),
            settings=np.frombuffer(settings.encode("utf-8"), dtype=np.uint8),
            **tables,
        )


def load_topics(path: str | Path) -> TopicModel:
    """Read a model that `save_topics` wrote.

    Parameters
    ----------
    path : str or Path

    Returns
    -------
    TopicModel

    Raises
    ------
    InputError
        If there is no such file, or it is no topic model of this version.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            part = {name: file[name] for name in file.files}
        settings = json.loads(part["settings"].tobytes().decode("utf-8"))
        if settings.pop("version") != VERSION:
            raise ValueError("another version")
        mean_length = settings.pop("mean_length")
        tables = {name: _table(part[name]) for name in (*_TABLES, "articles", "vocabulary")}
        components, rarity, shares = part["components"], part["rarity"], part["shares"]
        articles = tables["articles"]
        index = pd.Index(articles["id"], name="id")
        columns = pd.RangeIndex(1, len(components) + 1, name="topic")
        model = TopicModel(
            tables["topics"],
            tables["labels"],
            pd.DataFrame(shares, index=index, columns=columns),
            pd.Series(articles["strength"].to_numpy(), index=index, name="strength"),
            tables["diagnostics"],
            components,
            pd.Index(tables["vocabulary"]["term"], dtype="str", name=None),
            Weighting(rarity, mean_length),
            settings,
        )
        if components.shape[1] != len(model.vocabulary) or len(rarity) != len(model.vocabulary):
            raise ValueError("words and weights do not match")
    except (OSError, KeyError, ValueError, EOFError, TypeError, zipfile.BadZipFile) as error:
        raise InputError(
            "this is no topic model that can be read.", where=str(path), what_to_do="Fit it again."
        ) from error
    return model


def _bytes(table: pd.DataFrame) -> np.ndarray:
    buffer = io.BytesIO()
    table.to_parquet(buffer, index=False, compression="zstd")
    return np.frombuffer(buffer.getvalue(), dtype=np.uint8)


def _table(data: np.ndarray) -> pd.DataFrame:
    return pd.read_parquet(io.BytesIO(data.tobytes()))
