"""YAML with the line of every entry, so that an error in a file written by hand can name it."""

from pathlib import Path

import yaml

from wortwahl.errors import InputError

# Such a file is written by hand: the largest of ours has 30 kB. Anchors are counted as often as they are
# used, so that a few lines cannot stand for millions.
MAX_BYTES = 1_000_000
MAX_ENTRIES = 200_000
MAX_DEPTH = 20

Lines = dict[tuple[str | int, ...], int]
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path, kind: str) -> tuple[object, Lines]:
    """Return what a YAML file holds, with every scalar as text, and the line of each entry.

    Parameters
    ----------
    path : Path
        A file in UTF-8, with or without a byte-order mark.
    kind : str
        What it should be, for messages: "codebook".

    Returns
    -------
    value : dict, list, str or None
        "no" and "2022" stay text, so that no word of a language becomes a number or a truth value.
    lines : dict
        From the path to an entry, such as ``("frames", "war", "terms", 0)``, to its line; a mapping's
        entry has the line of its key.

    Raises
    ------
    InputError
        If the file cannot be read, is no YAML, is too large, or has a key twice.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"this file cannot be read ({error.strerror}).", str(path), "Check its name and rights."
        ) from error
    if len(data) > MAX_BYTES:
        raise InputError(
            f"this file has {len(data):,} bytes; a {kind} has at most {MAX_BYTES:,}.",
            where=str(path),
            what_to_do=f"Is it a {kind}?",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("this is not UTF-8.", f"{path}, line {line}", "Save the file as UTF-8.") from error
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise _no_yaml(path, error) from error
    except RecursionError as error:
        raise InputError(f"this is nested too deeply for a {kind}.", str(path), f"Is it a {kind}?") from error
    lines: Lines = {}
    reader = _Reader(path, lines, kind)
    return (None if node is None else reader.value(node, ())), lines


def _no_yaml(path: Path, error: yaml.YAMLError) -> InputError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    return InputError(
        f"this is no valid YAML: {problem}.",
        where=f"{path}, line {mark.line + 1}" if mark else str(path),
        what_to_do="Check the indentation, the colons and the quotes of this line and the one before.",
    )


class _Reader:
    """Turns nodes into values and notes their lines."""

    def __init__(self, path: Path, lines: Lines, kind: str) -> None:
        self._path = path
        self._lines = lines
        self._kind = kind
        self._entries = 0

    def value(self, node: yaml.Node, place: tuple[str | int, ...]) -> object:
        self._entries += 1
        if self._entries > MAX_ENTRIES or len(place) > MAX_DEPTH:
            raise InputError(
                f"this is too large or too deep for a {self._kind}.", str(self._path), "Shorten it."
            )
        self._lines.setdefault(place, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*place, i)) for i, child in enumerate(node.value)]
        return None if node.tag == "tag:yaml.org,2002:null" else node.value

    def _mapping(self, node: yaml.MappingNode, place: tuple[str | int, ...]) -> dict[str, object]:
        found: dict[str, object] = {}
        for key_node, child in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise InputError("a key must be a word.", f"{self._path}, line {line}", "Write key: value.")
            key = key_node.value
            if key in found:
                raise InputError(
                    f"the key '{key}' stands here twice, first in line {self._lines[(*place, key)]}.",
                    where=f"{self._path}, line {line}",
                    what_to_do="Keep one of them, or join the two.",
                )
            self._lines[(*place, key)] = line
            found[key] = self.value(child, (*place, key))
        return found
