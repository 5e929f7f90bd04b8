"""Who "er", "sie" or "der Minister" is: the nearest fitting name before it in the text.

1. a pronoun is the person named last before it that fits in gender: a name with an office or a first name
   in the sentence or two before ("Kanzlerin Birke reiste ab. Sie sagte …"), else the last fitting speaker
2. "der Minister", "die Sprecherin" is the nearest name before it with the same noun ("Außenminister Meier")
3. what fits nothing stays as written
"""

import re

from wortwahl.language.speech.reading import Reading
from wortwahl.language.speech.stretch import Quotation
from wortwahl.language.wordlists import word_set

_MALE = word_set("er dieser letzterer ihm")
_FEMALE_PRONOUN = word_set("sie diese letztere ihr")
_WORDS = re.compile(r"[^\W\d_][\w-]*")
_ARTICLE = re.compile(r"^(?:der|die|das|dem|den|des|ein|eine|einer|einem|eines)\s+", re.IGNORECASE)
# "Sprecherin", "Ministerin", "Ärztin"; not Putin, Martin or Berlin
_FEMALE_NOUN = re.compile(
    r"(?:er|or|ist|ent|ant|eur|ärzt|anzl|retär|chef|log|graf|nom|wält|yst|minist|ät|öt|schaft|osteß|öss|änd|oll|eg)in$"
    r"|^(?:Frau|Königin|Chefin|Ärztin|Mutter|Tochter|Schwester|Witwe)$"
)
_FEMALE_NAMES = word_set(
    """
    Andrea Angela Angelika Anja Anke Anna Annalena Anne Annette Antje Barbara Beate Bettina Birgit
    Brigitte Christiane Christina Christine Claudia Cornelia Dagmar Doris Elena Elisabeth Emma Eva
    Franziska Gabriele Hannah Hanna Heidi Heike Helga Hillary Ilse Ines Inge Ingrid Irina Jana Jennifer
    Jessica Johanna Julia Juliane Jutta Karen Karin Karine Karola Katarina Katharina Kathrin Katja
    Katrin Klara Kristina Laura Lea Lena Lisa Luise Manuela Margarete Margot Maria Marie Marina Marion
    Martina Melanie Michelle Mona Monika Nadine Nancy Natalia Natalja Nicola Nicole Nina Olga Petra
    Renate Ricarda Rosa Ruth Sabine Sandra Sara Sarah Saskia Silke Silvia Simone Sonja Sophie Stefanie
    Susanne Svenja Swetlana Sylvia Tanja Theresa Ulrike Ursula Ute Uta Vera Verena Viktoria Yvonne
    """
)
# An office or a first name before a last name: two or more capital words in a row.
_NAMES = re.compile(r"[A-ZÄÖÜ][\w’'-]+(?:\s+(?:von|de|van|der)\b)?(?:\s+[A-ZÄÖÜ][\w’'-]+)+")
_REACH = 350  # code points before the speech in which a name can be meant by a pronoun


def is_pronoun(text: str) -> bool:
    """Return whether a speaker as written is only a pronoun of the third person.

    Examples
    --------
    >>> is_pronoun("Sie"), is_pronoun("Die Ministerin")
    (True, False)
    """
    return text.lower() in _MALE or text.lower() in _FEMALE_PRONOUN


def resolve(reading: Reading, found: list[Quotation], title: str = "") -> list[tuple[str, int, int]]:
    """Return for each quotation the speaker as (name, start, end): the resolved name, the place as written.

    Parameters
    ----------
    reading : Reading
        The text.
    found : list of Quotation
        Sorted by start.
    title : str
        The article's title, whose names count as named before the text.
    """
    text = reading.text
    seen: list[str] = [m.group() for m in _NAMES.finditer(title)]
    answers: list[tuple[str, int, int]] = []
    for one in found:
        if one.speaker is None:
            answers.append(("", -1, -1))
            continue
        start, end = one.speaker
        written = text[start:end].strip(" ,")
        if is_pronoun(written):
            name = _pronoun(text, start, written.lower() in _FEMALE_PRONOUN, seen) or written
        else:
            name = _office(written, seen)
        answers.append((name, start, end))
        if not is_pronoun(name) and (not seen or seen[-1] != name):
            seen.append(name)
    return answers


def _pronoun(text: str, place: int, female: bool, seen: list[str]) -> str:
    """Rule 1: the nearest name that fits, first in the words before, then among those who spoke."""
    before = text[max(0, place - _REACH) : place]
    for match in reversed(list(_NAMES.finditer(before))):
        name = match.group()
        if is_female(
            before[max(0, match.start() - 60) : match.start()].rpartition(".")[2] + name
        ) == female and (female or _person(name)):
            return name
    for name in reversed(seen[-8:]):
        if (is_female(name) or name.lower().startswith("die ")) if female else _can_be_he(name):
            return name
    return ""


def _can_be_he(name: str) -> bool:
    """No woman, and no body: "die NASA", "das Amt", "der SPD"."""
    if is_female(name) or name.lower().startswith(("die ", "das ")):
        return False
    return not name.split()[-1].isupper()


def _person(name: str) -> bool:
    """A row of capital words with an office or a common first name before its last is a person."""
    return any(_OFFICE.search(word) or word in _MALE_NAMES for word in name.split()[:-1])


_OFFICE = re.compile(
    r"(?:minister|kanzler|präsident|sekretär|chef|sprecher|vorsitzende[rn]?|bürgermeister|experte|forscher|trainer"
    r"|direktor|anwalt|general|kommissar|botschafter|politiker|professor|bischof|gouverneur|berater|richter|herr)$",
    re.IGNORECASE,
)
_MALE_NAMES = word_set(
    """
    Alexander Andreas Anton Armin Barack Benjamin Bernd Boris Björn Christian Christoph Daniel David
    Dieter Dirk Dmitri Dmitry Donald Emmanuel Felix Frank Franz Friedrich Fritz Georg George Gerhard
    Guido Günter Günther Hans Heiko Heinrich Helmut Henning Herbert Hermann Horst Hubertus Ingo Jan Jens
    Jim Joachim Jochen Joe Johann Johannes John Jürgen Jörg Josef Karl Klaus Kurt Lars Lothar Ludwig
    Manfred Marco Marcus Mario Mark Markus Martin Matthias Max Michael Mohammed Nikolai Norbert Olaf
    Oliver Oskar Otto Patrick Paul Peter Philipp Rainer Ralf Richard Robert Roland Rolf Rudolf Sebastian
    Sergej Sigmar Simon Stefan Stephan Steffen Sven Thilo Thomas Tino Tobias Udo Uwe Viktor Volker
    Walter Werner Winfried Wladimir Wolfgang Wolodymyr
    """
)


def _office(written: str, seen: list[str]) -> str:
    """Rule 2: "der Minister" is a name before it that carries the noun."""
    words = _WORDS.findall(_ARTICLE.sub("", written))
    if len(words) != 1 or not _ARTICLE.match(written):
        return written
    noun = words[0].lower()
    for name in reversed(seen[-12:]):
        parts = _WORDS.findall(name)
        if name != written and len(parts) > 2 and any(part.lower().endswith(noun) for part in parts):
            return name
    return written


def is_female(name: str) -> bool:
    """Return whether a name or noun phrase is plainly a woman's or a feminine noun's.

    Examples
    --------
    >>> is_female("die Sprecherin Lena Birke"), is_female("Wladimir Putin")
    (True, False)
    """
    words = [w for w in _WORDS.findall(name) if w[0].isupper()]
    return any(_FEMALE_NOUN.search(w) or w in _FEMALE_NAMES for w in words)
