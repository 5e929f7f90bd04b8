"""The file of weights: where it is looked for, and how it is read and written (npz without pickle)."""

import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from wortwahl.language.tagger.decoding import Chain, joined

FILE = "weights.npz"


CHAINS = ("first", "second", "marks", "roles")


class Weights(NamedTuple):
    """The four conditional random fields of the tagger, and the first two as one for what they share."""

    first: Chain
    second: Chain
    marks: Chain
    roles: Chain
    both: Chain


def find() -> Path | None:
    """Return the file of weights, or None where there is none.

    It is looked for in the folder that the environment variable WORTWAHL_MODELS names (where it is set, only
    there), in `models/voice` of the repository, and in `models/voice` of the working folder.
    """
    named = os.environ.get("WORTWAHL_MODELS")
    if named is not None:
        folders = [Path(named), Path(named) / "voice"] if named else []
    else:
        folders = [Path(__file__).resolve().parents[4] / "models" / "voice", Path("models") / "voice"]
    return next((folder / FILE for folder in folders if (folder / FILE).is_file()), None)


@lru_cache(maxsize=2)
def read(path: Path) -> Weights:
    """Read a file of weights."""
    with np.load(path, allow_pickle=False) as arrays:
        chains = [_chain(arrays, name) for name in CHAINS]
    return Weights(*chains, both=joined(chains[0], chains[1]))


def _chain(arrays: Mapping[str, np.ndarray], name: str) -> Chain:
    labels = bytes(arrays[f"{name}.labels"]).decode("utf-8").split("\n")
    names = bytes(arrays[f"{name}.names"]).decode("utf-8").split("\n")
    values = np.zeros((len(names), len(labels)))
    rows = np.repeat(np.arange(len(names)), arrays[f"{name}.counts"].astype(np.int64))
    values[rows, arrays[f"{name}.columns"]] = arrays[f"{name}.values"].astype(np.float64)
    return Chain(labels, names, values, arrays[f"{name}.steps"])


def table(labels: Sequence[str], weights: Mapping[str, Mapping[str, float]]) -> tuple[list[str], np.ndarray]:
    """Return the names that have a weight, sorted, and their weights, a column a label."""
    column = {label: number for number, label in enumerate(labels)}
    names = sorted(name for name, row in weights.items() if any(row.values()))
    values = np.zeros((len(names), len(labels)))
    for row, name in enumerate(names):
        for label, value in weights[name].items():
            values[row, column[label]] = value
    return names, values


def pack(name: str, chain: Chain) -> dict[str, np.ndarray]:
    """Return the arrays of one chain: only weights that are not zero are kept, as 16-bit floats."""
    values = chain.weights[:-1]
    rows, columns = np.nonzero(values)
    return {
        f"{name}.labels": np.frombuffer("\n".join(chain.labels).encode(), dtype=np.uint8),
        f"{name}.names": np.frombuffer("\n".join(chain.index).encode(), dtype=np.uint8),
        f"{name}.counts": np.bincount(rows, minlength=len(values)).astype(np.uint8),
        f"{name}.columns": columns.astype(np.uint8),
        f"{name}.values": values[rows, columns].astype(np.float16),
        f"{name}.steps": chain.steps.astype(np.float32),
    }
