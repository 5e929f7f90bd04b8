"""Quotations that are signed: „…“ (Leo Tolstoi)."""

import re
from collections.abc import Sequence

from wortwahl.language.speech.stretch import Quotation

# Two to four capital words in brackets right behind the closing mark; not "(Foto: …)", "(SPD)", "(2019)".
_SIGNED = re.compile(
    r"[“”\"»«]?[ \u00a0]{0,2}\(((?:(?:Dr|Prof)\. ){0,2}[^\W\d_a-zäöüß][\w’'-]+"
    r"(?: (?:(?:von|van|de|zu|der)\b ?)*[^\W\d_a-zäöüß][\w.’'-]+){1,3})\)"
)


def signed(text: str, found: Sequence[Quotation]) -> list[Quotation]:
    """Return quotations with the name that stands in brackets behind them, where nobody else was found.

    Parameters
    ----------
    text : str
    found : sequence of Quotation

    Examples
    --------
    >>> from wortwahl.language.speech import stretches
    >>> [one.speaker for one in stretches("„Krieg ist Wahnsinn“ (Leo Tolstoi).", method="rules")]
    ['Leo Tolstoi']
    """
    done = []
    for one in found:
        if one.type == "Direct" and one.speaker is None and not one.frame:
            end = one.parts[-1][1]
            name = _SIGNED.match(text, end)
            if name:
                one = one._replace(speaker=name.span(1))
        done.append(one)
    return done
