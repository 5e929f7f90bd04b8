"""The report's own words: one message file a language, filled with values that are never parsed."""

import string
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import yaml

from wortwahl.report.document import Inline, Run
from wortwahl.report.formats import Formats


@cache
def _catalogue(lang: str) -> dict:
    Formats(lang)  # refuses an unknown language with a message
    text = files("wortwahl.report").joinpath("messages", f"{lang}.yml").read_text("utf-8")
    return dict(_flat(yaml.safe_load(text)))


def _flat(tree: dict, above: str = "") -> Iterator[tuple[str, str | dict]]:
    for key, value in tree.items():
        name = f"{above}{key}"
        if isinstance(value, dict) and not {"one", "other"} <= value.keys():
            yield from _flat(value, f"{name}.")
        else:
            yield name, value


class Wording:
    """The messages and formats of one language.

    A message is a text with ``{placeholders}``, or a pair ``one``/``other`` chosen by the value
    ``n``. Whole numbers are written as the language does. A value is put in after the message was
    taken apart, so that braces or markup in it show as text.

    Parameters
    ----------
    lang : str
        "en" or "de".

    Examples
    --------
    >>> Wording("en").text("count.articles", n=1), Wording("de").text("count.articles", n=1200)
    ('1 article', '1.200 Artikel')
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.formats = Formats(lang)
        self._messages = _catalogue(lang)

    def runs(self, key: str, **values: Inline | int) -> tuple[Inline, ...]:
        """Return a message as inline runs; a value may be a run itself (`Strong`, `Code`) or a tuple."""
        message = self._messages[key]
        if isinstance(message, dict):
            message = message["one" if values.get("n") == 1 else "other"]
        found: list[Inline] = []
        for literal, field, _, _ in string.Formatter().parse(message):
            if literal:
                found.append(literal)
            if field is None:
                continue
            value = values[field]
            if isinstance(value, tuple):
                found.extend(value)
            elif isinstance(value, Run):
                found.append(value)
            else:
                found.append(value if isinstance(value, str) else self.formats.number(value))
        return tuple(found)

    def text(self, key: str, **values: str | int) -> str:
        """Return a message as one text."""
        return "".join(part if isinstance(part, str) else part.text for part in self.runs(key, **values))

    def has(self, key: str) -> bool:
        """Return True if there is a message of this name."""
        return key in self._messages

    def name(self, group: str, key: str) -> str:
        """Return the name of a code ("voice", "direct"); a code without one stays as it is."""
        return self.text(f"{group}.{key or 'none'}") if self.has(f"{group}.{key or 'none'}") else key

    def listing(self, parts: list) -> tuple[Inline, ...]:
        """Return parts as "a, b and c"."""
        found: list[Inline] = []
        for place, part in enumerate(parts):
            if place:
                found.append(self.text("list.last") if place == len(parts) - 1 else self.text("list.comma"))
            found.extend(part if isinstance(part, tuple) else (part,))
        return tuple(found)
