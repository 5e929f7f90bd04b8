"""Whether a use is denied: "kein Angriffskrieg, sondern …", "nicht von einer Invasion sprechen"."""

import re

_SENTENCE = re.compile(r"[.!?]\s|\n\s*\n")
_CLAUSE = re.compile(r"[,;:–—]|\b(?:sondern|aber|doch)\b")
_KEIN = re.compile(
    r"(?i)\b(?:kein(?:e[nrms]?)?|keinerlei|weder|ohne|niemals|nie)\s+(?:[\w-]+\s+){0,3}[\"„“»«›‹‚‘']?$"
)
_NICHT = re.compile(
    r"(?i)\bnicht\s+(?!zuletzt|nur|einmal|mehr als|weniger|allein|bloß)"
    r"(?:(?:länger|mehr|etwa|wirklich|einfach)\s+)?(?:von|vom|um|als|ein(?:e[nrms]?)?|d(?:er|ie|as|em|en)|für|im|in|mit|gegen)?\s*"
    r"(?:[\w-]+\s+){0,2}[\"„“»«›‹‚‘']?$"
)
_AFTER = re.compile(
    r"(?i)^[\"“”«»›‹‘’']?\s*(?:(?!und\b|oder\b)[\w-]+\s+){0,6}?"
    r"(?:nicht(?!\s+(?:nur|zuletzt|allein|mehr als))|keine\s+Rede|nie(?:mals)?)\b"
)
_DENIAL = re.compile(
    r"(?i)\b(?:bestr(?:itt|itten|eitet|eiten|eite)|leugne(?:t|te|ten|n)|dementier(?:t|te|ten|en)|verneint?e?n?)\b[^.;]{0,80},\s*"
    r"(?:dass|daß|es|sie|er)\b[^.;]*$"
)
_SONDERN = re.compile(r"^[^.;!?]{0,60},\s*sondern\b")


def is_negated(text: str, start: int, end: int) -> bool:
    """Return whether what stands at a place is denied there.

    Parameters
    ----------
    text : str
        The text.
    start, end : int
        Code points, end exclusive.

    Examples
    --------
    >>> text = "Das ist keine Spezialoperation, sondern ein Krieg."
    >>> is_negated(text, 14, 30), is_negated(text, 44, 49)
    (True, False)
    """
    before = text[max(0, start - 160) : start]
    for match in _SENTENCE.finditer(before):
        before_cut = match.end()
        before = " " * before_cut + before[before_cut:]
    clause = before
    for match in _CLAUSE.finditer(before):
        clause = before[match.end() :]
    if _KEIN.search(clause) or _NICHT.search(clause):
        return True
    if _DENIAL.search(before):
        return True
    after = text[end : end + 160]
    stop = _SENTENCE.search(after)
    after = after[: stop.start()] if stop else after
    own = _CLAUSE.split(after, maxsplit=1)[0]
    match = _AFTER.match(own.rstrip(" .!?") + " ")
    if match and not re.search(r"(?i)\bnicht\s+\w+(?:en|t)\b.*\w", own[match.end() - 5 :]):
        # "eine Flüchtlingswelle gibt es nicht": the denial closes the clause, and only a verb stands between
        between = own[: match.end()]
        return bool(
            re.search(r"(?i)\b(?:gibt|gab|ist|war|sei|handelt|kann|darf|will|wäre|existiert)\b", between)
        )
    return bool(re.search(r"(?i)\bnicht\b", clause) and _SONDERN.match(after))
