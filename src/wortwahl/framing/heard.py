"""What has been heard of articles: their stretches of speech, kept so that nothing is listened to twice."""

import pandas as pd

from wortwahl.framing.speech import SPEECH_COLUMNS, SPEECH_TYPES
from wortwahl.language.speech import Stretch, stretches

HEARD_COLUMNS = ["article", "field", *SPEECH_COLUMNS]
# Stands in `start` where an article was listened to, and nobody speaks in it.
_NOBODY = -1


class Heard:
    """The stretches of the articles that were listened to, by one method.

    A codebook has no part in them: another one asks for the same stretches, and for those of a few more
    articles.

    Parameters
    ----------
    method : {"auto", "rules"}
        As in `find_speech`.
    table : DataFrame, optional
        What `table` returned before.

    Examples
    --------
    >>> heard = Heard("rules")
    >>> [found.voice for found in heard.stretches("a", "text", "Die Lage sei ernst, sagte die Ministerin.")]
    ['indirect']
    >>> again = Heard("rules", heard.table())
    >>> again.knows("a", "text"), again.grown
    (True, False)
    """

    def __init__(self, method: str, table: pd.DataFrame | None = None) -> None:
        self.method = method
        self.grown = False
        self._known: dict[tuple[str, str], list[Stretch]] = {}
        if table is not None:
            for article, field, *found in table[HEARD_COLUMNS].itertuples(index=False, name=None):
                here = self._known.setdefault((article, field), [])
                if found[0] != _NOBODY:
                    here.append(Stretch(*found))

    def knows(self, article: str, field: str) -> bool:
        """Tell whether a field of an article has been listened to."""
        return (article, field) in self._known

    def stretches(
        self, article: str, field: str, text: str, genre: str = "", title: str = ""
    ) -> list[Stretch]:
        """Return the stretches of a field, listening to it if that has not been done yet.

        Parameters
        ----------
        article : str
            The article's id: it stands for text, title and genre.
        field : {"title", "text"}
        text, genre, title : str
            As in `find_speech`.
        """
        place = article, field
        if place not in self._known:
            self._known[place] = stretches(text, method=self.method, genre=genre, title=title)
            self.grown = True
        return self._known[place]

    def table(self) -> pd.DataFrame:
        """Return all that was heard: `article`, `field`, then the columns of `find_speech`.

        An article in which nobody speaks has a row whose `start` is -1.
        """
        nobody = [(_NOBODY, _NOBODY, *_EMPTY)]
        rows = [(*place, *one) for place, found in self._known.items() for one in found or nobody]
        types = {"article": "str", "field": "str", **SPEECH_TYPES}
        return pd.DataFrame(rows, columns=HEARD_COLUMNS).astype(types)


_EMPTY = [{"str": "", "int64": -1, "float64": 0.0}[SPEECH_TYPES[name]] for name in SPEECH_COLUMNS[2:]]
