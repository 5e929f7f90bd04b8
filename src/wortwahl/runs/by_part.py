"""What is made of each part of the store once, and found there from then on: counts, signatures."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import pandas as pd

from wortwahl import storage
from wortwahl.runs.cache import reading
from wortwahl.runs.code import code_key
from wortwahl.runs.progress import bar
from wortwahl.runs.store import Part, load_articles

Made = TypeVar("Made")


@dataclass(frozen=True)
class ByPart(Generic[Made]):
    """Something that is made of a part's articles, and of nothing else.

    Attributes
    ----------
    name : str
        The folder of the store that holds it.
    label : str
        What a progress bar calls it.
    rooms : tuple of str
        The folders of the program whose code makes it; when that changes, it is made anew.
    make : function of a DataFrame of articles
        It takes `columns`, or all.
    write : function of what was made and a path
    read : function of a path
    ending : str
    columns : tuple of str
    """

    name: str
    label: str
    rooms: tuple[str, ...]
    make: Callable[[pd.DataFrame], Made]
    write: Callable[[Made, Path], None] = storage.write_parquet
    read: Callable[[Path], Made] = storage.read_parquet
    ending: str = "parquet"
    columns: tuple[str, ...] = ()

    def path(self, part: Part, processed: Path) -> Path:
        """Return where it stands for a part, or would stand."""
        key = storage.content_key(self.name, self.columns, part.key, code_key(*self.rooms))
        return processed / "store" / self.name / key[:2] / f"{key}.{self.ending}"

    def of(self, parts: Sequence[Part], processed: Path, quiet: bool = True) -> Iterator[Made]:
        """Yield it for every part, making only what is not in the store."""
        with bar(sum(part.articles for part in parts), self.label, "articles", quiet) as progress:
            for part in parts:
                path = self.path(part, processed)
                if not path.exists():
                    articles = load_articles(part)
                    self.write(self.make(articles[list(self.columns)] if self.columns else articles), path)
                with reading(path):
                    made = self.read(path)
                progress.update(part.articles)
                yield made

    def done(self, parts: Sequence[Part], processed: Path) -> int:
        """Return for how many parts it is in the store."""
        return sum(self.path(part, processed).exists() for part in parts)
