"""Whether a use is denied: "kein Angriffskrieg, sondern …", "nicht von einer Invasion sprechen"."""

import re

_SENTENCE = re.compile(r"[.!?]\s|\n\s*\n")
_CLAUSE = re.compile(r"[,;:–—]|\b(?:sondern|aber|doch)\b")
_KEIN = re.compile(
    r"(?i)\b(?:kein(?:e[nrms]?)?|keinerlei|weder|niemals|nie)\s+(?:[\w-]+\s+){0,3}[\"„“»«›‹‚‘']?$"
)
# "ohne eine Invasion", but not "Ohne Russland über die Spezialoperation zu beraten": only small words between
_OHNE = re.compile(r"\b[Oo]hne\s+(?:(?!über|zu|von|auf|für|mit|in|an)[a-zäöüß]+\s+){0,2}[\"„“»«›‹‚‘']?$")
# "nicht die Spezialoperation" denies the word only where nothing stands before it that is set against it:
# "die Sanktionen und nicht die Spezialoperation hätten geschadet" does not
_NICHT = re.compile(
    r"(?i)(?<!\bund )\bnicht\s+(?!zuletzt|nur|einmal|mehr als|weniger|allein|bloß)"
    r"(?:(?:länger|mehr|etwa|wirklich|einfach)\s+)?(?:von|vom|um|als|ein(?:e[nrms]?)?|d(?:er|ie|as|em|en)|für|im|in|mit|gegen)?\s*"
    r"(?:[\w-]+\s+){0,2}[\"„“»«›‹‚‘']?$"
)
_QUESTION = re.compile(r"(?i)^\s*[\"„»]?(?:warum|weshalb|wieso|wozu)\b")
# The denial closes the clause: "gibt es nicht", "könne keine Rede sein"; not "ist nicht vom Himmel gefallen".
_AFTER = re.compile(
    r"(?i)^[\"“”«»›‹‘’']?\s*(?:(?!und\b|oder\b)[\w-]+\s+){0,6}?"
    r"(?:gibt|gab|gebe|ist|war|sei|handelt|handle|kann|könne|konnte|darf|dürfe|will|wäre|existiert|existiere)\s+"
    r"(?:(?!und\b|oder\b)[\w-]+\s+){0,6}?"
    r"(?:(?:nicht(?!\s+(?:nur|zuletzt|allein|mehr als))|keine\s+Rede|nie(?:mals)?)"
    r"(?:\s+(?:mehr|sein|geben|gesprochen|werden|die\s+Rede))*)\s*$"
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
    question = before.rfind("? ") < 0 and _QUESTION.match(before.strip()) is not None
    if _KEIN.search(clause) or _OHNE.search(clause) or (_NICHT.search(clause) and not question):
        return True
    if _DENIAL.search(before):
        return True
    after = text[end : end + 160]
    stop = _SENTENCE.search(after)
    after = after[: stop.start()] if stop else after
    own = _CLAUSE.split(after, maxsplit=1)[0]
    if _AFTER.match(own.rstrip(" .!?")):
        return True
    return bool(re.search(r"(?i)\bnicht\b", clause) and _SONDERN.match(after))
