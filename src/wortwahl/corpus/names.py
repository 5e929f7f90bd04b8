"""One name for each outlet, whatever an export, a table or an address calls it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import pandas as pd
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from wortwahl.corpus.lines import Lines, read_yaml
from wortwahl.corpus.schema import ARTICLE_COLUMNS
from wortwahl.errors import InputError
from wortwahl.storage import content_key, file_key

BUNDLED = "german"
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}")
_KEY = re.compile(r"[^\W\d]\w*")


class _Outlet(BaseModel):
    """An entry of a names file; further keys are columns of the researcher's own."""

    model_config = ConfigDict(extra="allow")

    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = ""
    kind: _Text | str = ""
    hosts: list[_Text] = []
    spellings: list[_Text] = []


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    extends: str = ""
    outlets: dict[_Text, _Outlet | None]


@dataclass(frozen=True)
class Outlets:
    """A names file that was read and checked.

    Attributes
    ----------
    table : DataFrame
        A row an outlet: `outlet`, `country`, `kind`, and the file's own columns; "" where nothing is said.
    spellings, hosts : dict
        From a spelling, as `_folded` gives it, or a host to an outlet.
    key : str
        What the list says, for a manifest: another list has another key.
    """

    table: pd.DataFrame
    spellings: dict[str, str]
    hosts: dict[str, str]
    key: str

    def name_of(self, outlet: str) -> str:
        """Return the one name of an outlet, "" if it is not known.

        Examples
        --------
        >>> known = read_outlets()
        >>> [known.name_of(name) for name in ("SPIEGEL ONLINE", "www.m.spiegel.de", "Nordheimer Tagblatt")]
        ['Der Spiegel', 'Der Spiegel', '']
        """
        found = self.spellings.get(_folded(outlet))
        if found is None and _HOST.fullmatch(host := outlet.strip().casefold()):
            while found is None and "." in host:
                found = self.hosts.get(host)
                host = host.partition(".")[2]
        return found or ""


_NO_OUTLETS = Outlets(pd.DataFrame(columns=["outlet", "country", "kind"], dtype="str"), {}, {}, "")


def read_outlets(source: str | Path | Outlets = BUNDLED) -> Outlets:
    """Read a names file: what outlets are called, their country and kind.

    Parameters
    ----------
    source : str, Path or Outlets
        A YAML file, or "german" for the bundled list of German-language outlets. A file with
        ``extends: german`` adds to that list, and wins where both know a name or host.

    Returns
    -------
    Outlets

    Raises
    ------
    InputError
        With file and line, if something is wrong, or if two outlets share a spelling or a host.

    Examples
    --------
    >>> read_outlets().table.set_index("outlet").loc["ORF", ["country", "kind"]].tolist()
    ['AT', 'public broadcaster']
    """
    if isinstance(source, Outlets):
        return source
    return _bundled() if source == BUNDLED else _read(Path(source))


def name_outlets(articles: pd.DataFrame, outlets: str | Path | Outlets = BUNDLED) -> pd.DataFrame:
    """Return articles whose outlets have one name each, with country, kind and one's own columns.

    Parameters
    ----------
    articles : DataFrame
        As `read_corpus` gives them. Ids stay, though they were made with the outlet's first name.
    outlets : str, Path or Outlets
        As for `read_outlets`.

    Returns
    -------
    DataFrame
        `outlet` is the name of the list where it knows the outlet, and else as it was, in one line; then
        `country`, `kind` and the list's own columns, "" where nothing is said. Each can be used in `by`. A
        column of that name that the articles have already stays, and the list's is called
        ``outlet_`` and its name.

    Raises
    ------
    InputError
        As `read_outlets`; or if there is no column `outlet`.

    Examples
    --------
    >>> articles = pd.DataFrame({"outlet": ["www.spiegel.de", "SZ", "Nordheimer Tagblatt"]})
    >>> name_outlets(articles)[["outlet", "country"]].to_numpy().tolist()
    [['Der Spiegel', 'DE'], ['Süddeutsche Zeitung', 'DE'], ['Nordheimer Tagblatt', '']]
    """
    known, written = read_outlets(outlets), _written(articles)
    names = {name: known.name_of(name) or " ".join(name.split()) for name in written.unique()}
    found = articles.assign(outlet=written.map(names).astype("str"))
    facts = known.table.set_index("outlet")
    for column in facts.columns:
        own = f"outlet_{column}" if column in articles.columns else column
        found[own] = found["outlet"].map(facts[column]).fillna("").astype("str")
    return found


def unknown_outlets(articles: pd.DataFrame, outlets: str | Path | Outlets = BUNDLED) -> pd.DataFrame:
    """Return the outlets that a names file does not know.

    Parameters
    ----------
    articles, outlets
        As for `name_outlets`.

    Returns
    -------
    DataFrame
        `outlet`, `articles`; the one with most articles first. Articles without an outlet are not listed.

    Examples
    --------
    >>> unknown_outlets(pd.DataFrame({"outlet": ["SZ", "Talblick", "Talblick", ""]})).to_numpy().tolist()
    [['Talblick', 2]]
    """
    known, written = read_outlets(outlets), _written(articles)
    counts = written[written.str.strip() != ""].value_counts()
    rows = [(name, n) for name, n in counts.items() if not known.name_of(name)]
    table = pd.DataFrame(sorted(rows, key=lambda row: (-row[1], row[0])), columns=["outlet", "articles"])
    return table.astype({"outlet": "str", "articles": "int64"})


def _written(articles: pd.DataFrame) -> pd.Series:
    if "outlet" not in articles.columns:
        raise InputError("there is no column 'outlet'.", what_to_do="Give articles as read_corpus does.")
    return articles["outlet"].fillna("").astype("str")


def _folded(name: str) -> str:
    """Return what stays of a spelling without case, blanks, dots and dashes: F.A.Z. is FAZ."""
    letters = unicodedata.normalize("NFKC", name).casefold()
    return "".join(sign for sign in letters if sign.isalnum() or sign == "+")


@lru_cache(maxsize=1)
def _bundled() -> Outlets:
    installed = Path(str(files("wortwahl"))) / "outlets.yml"
    return _read(installed if installed.is_file() else installed.parents[2] / "data" / "outlets.yml")


def _read(path: Path) -> Outlets:
    value, lines = read_yaml(path, "names file")
    try:
        file = _File.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = tuple(part for part in first["loc"] if part != "[key]")
        raise _wrong(
            path, lines, place, f"{' → '.join(map(str, place)) or 'the file'}: {first['msg'].lower()}."
        ) from error
    if file.extends not in ("", BUNDLED):
        raise _wrong(path, lines, ("extends",), f"there is no list '{file.extends}'.")
    below = _bundled() if file.extends else _NO_OUTLETS
    rows, spellings, hosts = [], {}, {}
    for name, outlet in file.outlets.items():
        outlet = outlet or _Outlet()
        place = ("outlets", name)
        called = [("name", name), *(("spelling", text) for text in outlet.spellings)]
        for kind, text in [*called, *(("host", text) for text in outlet.hosts)]:
            table, key = (hosts, _host(text)) if kind == "host" else (spellings, _folded(text))
            if not key or (kind == "host" and not _HOST.fullmatch(key)):
                raise _wrong(path, lines, place, f"'{text}' is no {kind}.")
            if table.setdefault(key, name) != name:
                raise _wrong(path, lines, place, f"the {kind} '{text}' also stands at '{table[key]}'.")
            if kind == "host":  # "stern.de" is a spelling too: a list of one's own wins with either
                spellings.setdefault(_folded(key), name)
        own = {
            key: _cell(path, lines, (*place, key), value) for key, value in (outlet.model_extra or {}).items()
        }
        rows.append({"outlet": name, "country": outlet.country, "kind": outlet.kind, **own})
    table = pd.concat([pd.DataFrame(rows), below.table[~below.table["outlet"].isin(file.outlets)]])
    table = table.fillna("").astype("str").reset_index(drop=True)
    key = content_key(file_key(path), below.key)
    return Outlets(table, {**below.spellings, **spellings}, {**below.hosts, **hosts}, key)


def _host(text: str) -> str:
    return text.strip().casefold().removeprefix("www.")


def _cell(path: Path, lines: Lines, place: tuple, value: object) -> str:
    key = place[-1]
    if not _KEY.fullmatch(key) or key in ARTICLE_COLUMNS:
        raise _wrong(path, lines, place, f"'{key}' cannot be the name of a column.")
    if value is not None and not isinstance(value, str):
        raise _wrong(path, lines, place, f"'{key}' must be a word.")
    return value or ""


def _wrong(path: Path, lines: Lines, place: tuple, problem: str) -> InputError:
    while place and place not in lines:
        place = place[:-1]
    return InputError(
        problem, where=f"{path}, line {lines.get(place, 1)}", what_to_do="See the names file in docs/data.md."
    )
