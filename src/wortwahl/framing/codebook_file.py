"""Read a codebook from a file or by its name; every error names file, line and key."""

import difflib
import re
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from wortwahl.corpus.lines import Lines, read_yaml
from wortwahl.errors import InputError
from wortwahl.framing.codebook import Actor, Codebook, Frame
from wortwahl.framing.patterns import fault_of


def read_codebook(path_or_name: str | Path) -> Codebook:
    """Read a codebook from a file, or by its name.

    Parameters
    ----------
    path_or_name : str or Path
        A file, or a name without ending: looked for in ``./codebooks``, then among those that come with
        the package.

    Returns
    -------
    Codebook
        Checked: every key known, no term twice.

    Raises
    ------
    InputError
        With file, line and key, if something is wrong.

    Examples
    --------
    >>> codebook = read_codebook("ukraine-war")
    >>> codebook.label_of("special-operation", "de")
    'Spezialoperation'
    """
    path = _find(path_or_name)
    value, lines = read_yaml(path, "codebook")
    if not isinstance(value, dict):
        raise InputError(
            "this is no codebook: it has no keys.", str(path), "Begin with name, language and frames."
        )
    try:
        codebook = Codebook.model_validate(value)
    except ValidationError as error:
        raise _explain(path, lines, error) from error
    _check_texts(path, lines, codebook)
    _check_repeats(path, lines, codebook)
    return codebook


def shipped_codebooks() -> Path:
    """Return the folder of the codebooks that come with the package, installed or in the repository."""
    installed = Path(str(files("wortwahl"))) / "codebooks"
    return installed if installed.is_dir() else installed.parents[2] / "codebooks"


def _find(path_or_name: str | Path) -> Path:
    path = Path(path_or_name)
    if path.is_file():
        return path
    folders = [Path("codebooks"), shipped_codebooks()]
    is_name = isinstance(path_or_name, str) and re.fullmatch(r"[\w-]+", path_or_name)
    if is_name:
        for folder in folders:
            for ending in (".yml", ".yaml"):
                if (folder / f"{path_or_name}{ending}").is_file():
                    return folder / f"{path_or_name}{ending}"
    names = sorted({file.stem for folder in folders for file in folder.glob("*.y*ml")})
    raise InputError(
        "there is no codebook of this name." if is_name else "there is no such file.",
        where=str(path_or_name),
        what_to_do=f"Give a file, or one of: {', '.join(names)}.",
    )


def _where(path: Path, lines: Lines, place: tuple[str | int, ...]) -> str:
    """Return file and line of an entry, or of the nearest entry around it that has one."""
    while place and place not in lines:
        place = place[:-1]
    return f"{path}, line {lines.get(place, 1)}"


def _explain(path: Path, lines: Lines, error: ValidationError) -> InputError:
    """Put the first error of a codebook into words; a wrong key comes before what is missing for it."""

    def order(found: dict) -> tuple[bool, int]:
        place = found["loc"]
        return found["type"] != "extra_forbidden", lines.get(place, lines.get(place[:-1], 0))

    found = min(error.errors(include_url=False), key=order)
    place = found["loc"]
    name = next((part for part in reversed(place) if isinstance(part, str) and part != "[key]"), "")
    kind = "empty" if found["input"] is None else found["type"]
    if kind == "extra_forbidden":
        known = _known_keys(place)
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
        problem = f"unknown key '{name}'."
        what_to_do = f"Did you mean '{near[0]}'?" if near else f"Known here are: {', '.join(known)}."
    elif kind == "missing":
        problem, what_to_do, place = f"the key '{name}' is missing here.", "Add it.", place[:-1]
    else:
        problem, what_to_do = _WORDING.get(kind, ("'{name}': {msg}.", "See docs/codebook.md."))
        problem = problem.format(name=name, msg=found["msg"], input=found["input"])
    return InputError(problem, _where(path, lines, place), what_to_do)


_WORDING = {
    "empty": ("'{name}' is empty.", "Add an entry, or leave the key out."),
    "too_short": ("'{name}' is empty.", "Add an entry, or leave the key out."),
    "string_too_short": ("an entry of '{name}' is empty.", "Write a word, or take the entry out."),
    "string_too_long": ("an entry of '{name}' is too long to be a term.", "Shorten it."),
    "literal_error": ("'{name}' is '{input}'.", "The terms of a codebook are German: write 'de'."),
    "string_pattern_mismatch": ("'{name}' is no key.", "Use letters, digits and hyphens, at most 60."),
    "tuple_type": ("'{name}' must be a list.", "Begin each entry in a line of its own with '- '."),
    "dict_type": ("'{name}' must have keys of its own.", "See docs/codebook.md."),
    "model_type": ("'{name}' must have keys of its own.", "See docs/codebook.md."),
    "string_type": ("'{name}' must be a text.", "Write a word or a phrase; see docs/codebook.md."),
    "int_parsing": (
        "'{name}' is '{input}', which is no whole number.",
        "Write a number of words, such as 30.",
    ),
    "greater_than_equal": ("'{name}' is {input}.", "Write a number of words, at least 1."),
    "less_than_equal": ("'{name}' is {input}.", "Write a smaller number of words."),
}


def _known_keys(place: tuple[str | int, ...]) -> list[str]:
    if len(place) == 1:
        return list(Codebook.model_fields)
    if "terms" in place[:-1]:
        return ["term", "context", "within", "except"]
    return list((Frame if place[0] == "frames" else Actor).model_fields)


def _all_terms(codebook: Codebook) -> list[tuple[tuple[str | int, ...], str]]:
    """Return every text that is matched, with its place in the file."""
    found: list[tuple[tuple[str | int, ...], str]] = []
    for key, frame in codebook.frames.items():
        for i, term in enumerate(frame.terms):
            place = ("frames", key, "terms", i)
            found.append((place, term.term))
            found += [((*place, "context", j), text) for j, text in enumerate(term.context)]
            found += [((*place, "except", j), text) for j, text in enumerate(term.except_)]
    for key, actor in codebook.actors.items():
        found += [(("actors", key, "names", i), name) for i, name in enumerate(actor.names)]
    return found


def _check_texts(path: Path, lines: Lines, codebook: Codebook) -> None:
    for place, text in _all_terms(codebook):
        if fault := fault_of(text):
            raise InputError(fault[0], _where(path, lines, place), fault[1])


def _check_repeats(path: Path, lines: Lines, codebook: Codebook) -> None:
    first: dict[str, tuple[str, tuple[str | int, ...]]] = {}
    for key, frame in codebook.frames.items():
        for i, term in enumerate(frame.terms):
            place = ("frames", key, "terms", i)
            text = " ".join(term.term.split())
            if text in first:
                frame_key, before = first[text]
                same = "in the same frame" if frame_key == key else f"in the frame '{frame_key}'"
                raise InputError(
                    f"the term '{text}' of the frame '{key}' also stands {same}, in line "
                    f"{_where(path, lines, before).rpartition(' ')[2]}.",
                    where=_where(path, lines, place),
                    what_to_do="Keep it in one place only.",
                )
            first[text] = (key, place)
