"""What two versions of a text change, word by word."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

import pandas as pd

from wortwahl import safety
from wortwahl.errors import InputError

DIFFERENCE_COLUMNS = ("kind", "words", "place")
# A word with the mark that follows it: "Genf." and "Genf" are the same word, the mark is another.
_PIECE = re.compile(r"\w+(?:[-’']\w+)*|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n]+")
# Beyond so many words, common ones are passed over as anchors: difflib grows with their square.
_MANY = 2000


class Step(NamedTuple):
    """A stretch of words: of the earlier text, of the later one, either may be empty."""

    tag: str
    earlier: slice
    later: slice


def version_difference(earlier: str, later: str) -> pd.DataFrame:
    """Return what stands in both versions of a text, what was removed and what was added.

    Paragraphs are aligned first, then the words of those that differ; line ends and spaces do not count, case
    and punctuation do.

    Parameters
    ----------
    earlier, later : str
        Two texts.

    Returns
    -------
    DataFrame
        In the order of reading: `kind` ("same", "removed" or "added"), `words` (the text as it stands there),
        `place` (code points before it: in the earlier text for what was removed, in the later one else).

    Raises
    ------
    InputError
        If one of them is no text.

    Notes
    -----
    The longest common stretches of Ratcliff and Metzener (1988), as Python's difflib finds them.

    Examples
    --------
    >>> version_difference("Der Angriff dauert an.", "Der Krieg dauert an.").values.tolist()
    [['same', 'Der', 0], ['removed', 'Angriff', 4], ['added', 'Krieg', 4], ['same', 'dauert an.', 10]]
    """
    for text in (earlier, later):
        if not isinstance(text, str):
            raise InputError(
                f"a version of type {type(text).__name__} is no text.", what_to_do="Give article['text']."
            )
    old, new = [[match.span() for match in _PIECE.finditer(text)] for text in (earlier, later)]
    rows: list[list] = []
    for tag, ours, theirs in _steps(earlier, later, old, new):
        if tag == "equal":
            rows.append(["same", *_cut(later, new[theirs])])
            continue
        rows += [["removed", *_cut(earlier, old[ours])]] if ours.stop > ours.start else []
        rows += [["added", *_cut(later, new[theirs])]] if theirs.stop > theirs.start else []
    table = pd.DataFrame(rows, columns=list(DIFFERENCE_COLUMNS))
    return table.astype({"kind": "str", "words": "str", "place": "int64"})


def difference_html(difference: pd.DataFrame) -> str:
    """Return a difference as HTML: `<del>` for what was removed, `<ins>` for what was added.

    Parameters
    ----------
    difference : DataFrame
        As `version_difference` gives it.

    Examples
    --------
    >>> difference_html(version_difference("Ein Angriff.", "Ein <Krieg>."))
    'Ein <del>Angriff</del> <ins>&lt;Krieg&gt;</ins> .'
    """
    frames = {"same": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
    parts = [
        frames[kind].format(safety.html(words))
        for kind, words in zip(difference["kind"], difference["words"], strict=True)
    ]
    return " ".join(parts)


def _steps(earlier: str, later: str, old: list, new: list) -> list[Step]:
    """Return the alignment of two texts' words, neighbours of one kind joined."""
    steps: list[Step] = []
    ours, theirs = _paragraphs(earlier, old), _paragraphs(later, new)
    names = [[words for words, _ in side] for side in (ours, theirs)]
    for tag, a, b, c, d in SequenceMatcher(None, *names, autojunk=False).get_opcodes():
        one, other = _stretch(ours, a, b), _stretch(theirs, c, d)
        if tag != "replace":
            steps.append(Step(tag, one, other))
            continue
        left = [earlier[start:end] for start, end in old[one]]
        right = [later[start:end] for start, end in new[other]]
        matcher = SequenceMatcher(None, left, right, autojunk=max(len(left), len(right)) > _MANY)
        for kind, i, j, k, m in matcher.get_opcodes():
            within = slice(one.start + i, one.start + j), slice(other.start + k, other.start + m)
            steps.append(Step(kind, *within))
    return _merged(steps)


def _merged(steps: list[Step]) -> list[Step]:
    """Return the steps with neighbours of one kind as one."""
    merged: list[Step] = []
    for step in steps:
        kind = "equal" if step.tag == "equal" else "change"
        if merged and merged[-1].tag == kind:
            before = merged.pop()
            step = Step(
                kind,
                slice(before.earlier.start, step.earlier.stop),
                slice(before.later.start, step.later.stop),
            )
        merged.append(Step(kind, step.earlier, step.later))
    return merged


def _paragraphs(text: str, pieces: list[tuple[int, int]]) -> list[tuple[tuple[str, ...], slice]]:
    """Return the words of each paragraph that has some, and which of the text's words they are."""
    found, place = [], 0
    for match in _PARAGRAPH.finditer(text):
        start = place
        while place < len(pieces) and pieces[place][1] <= match.end():
            place += 1
        if place > start:
            found.append((tuple(text[a:b] for a, b in pieces[start:place]), slice(start, place)))
    return found


def _stretch(paragraphs: list[tuple[tuple[str, ...], slice]], start: int, end: int) -> slice:
    """Return the words of some paragraphs in a row."""
    if start < end:
        return slice(paragraphs[start][1].start, paragraphs[end - 1][1].stop)
    at = paragraphs[start - 1][1].stop if start else 0
    return slice(at, at)


def _cut(text: str, pieces: list[tuple[int, int]]) -> tuple[str, int]:
    """Return the text from the first word to the last, and where it begins."""
    start = pieces[0][0]
    return text[start : pieces[-1][1]], start
