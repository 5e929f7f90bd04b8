"""Addresses in a text: web pages, e-mail, handles. They are no words, though letters stand in them."""

import re

# What an address is made of. Quotation marks, brackets and dashes end it: „www.bund.de“–so.
_SIGN = r"[^\s„“”\"»«‹›<>()\[\]{}|…–—]"
# Names of outlets that are their address (Bild.de) and bare ones (tagesschau.de/inland) end in one of these.
_ENDS = "de|at|ch|eu|com|org|net|info|int|ru|ua|uk|us|fr|tv|io|me"
_ADDRESS = re.compile(
    r"(?:"
    rf"\b[a-zA-Z]{{2,10}}://(?={_SIGN}*[^\W_]){_SIGN}*"  # https://www.bund.de/a?b=c
    rf"|\bwww\.(?={_SIGN}*[^\W_]){_SIGN}*"  # www.bund.de
    rf"|[\w.+%-]*\w@\w[\w-]*(?:\.\w[\w-]*)+"  # presse@bund.de
    r"|(?<![^\W_])@\w+"  # @bundestag
    rf"|\b(?:\w[\w-]*\.)+(?:{_ENDS})\b(?![-‐‑'’*:]?[^\W_])(?:/{_SIGN}*)?"  # bund.de/rede
    r")",
    re.IGNORECASE,
)
# What every address has; most texts and nearly all pieces have none of it.
HINT = rf"://|@|(?i:www\.)|\.(?i:{_ENDS})"
_HINT = re.compile(HINT)


def without_addresses(text: str, sign: str = " ") -> str:
    """Return a text with blanks, or another sign, in the place of its addresses, so that all offsets stay.

    Parameters
    ----------
    text : str
    sign : str
        One character.

    Returns
    -------
    str
        As long as the text. Hashtags stay: #Zeitenwende is a word that somebody chose.

    Examples
    --------
    >>> without_addresses("Mehr auf www.bund.de, sagt Bild.de.").split()
    ['Mehr', 'auf', 'sagt', '.']
    """
    if not _HINT.search(text):
        return text
    return _ADDRESS.sub(lambda found: sign * len(found.group()), text)
