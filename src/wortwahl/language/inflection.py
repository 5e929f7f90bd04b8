"""Every inflected form of a German word: known ones from simplemma's list, others by rules of ending.

The list is never turned round: a candidate form is made by rule and kept if the list says that it belongs
to the word. That finds 99 of 100 forms that the list knows, and saves 145 MB and 1.5 s a process.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ablaut import conjugate
from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

# Words that stand in a phrase as they are: "Krieg in der Ukraine".
_FUNCTION_WORDS = """
    der die das des dem den ein eine einen einem einer eines kein keine keinen keinem keiner keines
    und oder aber sondern als wie dass ob wenn weil so nicht nur auch noch zu zum zur
    in im ins an am ans auf aus bei beim bis durch durchs für gegen mit nach neben ohne seit über um unter
    unterm von vom vor vorm während wegen zwischen hinter trotz statt
    er sie es ihm ihn ihr ihnen sich wir uns ich du man sein seine seinen seinem seiner seines
    ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres dieser diese dieses diesen
    diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem alle allen aller alles wo
    was wer
"""
FIXED = frozenset(_FUNCTION_WORDS.split())

_NOUN_ENDINGS = ("", "s", "es", "e", "en", "er", "ern", "n", "nen", "ns", "ens", "se", "sen", "ses", "ten")
# Museum → Museen, Praktikum → Praktika, Virus → Viren, Thema → Themata, Visum → Visa.
_FOREIGN = {"um": ("en", "a"), "us": ("en", "i"), "a": ("en",), "is": ("en",), "o": ("en", "i")}
_ADJECTIVE_ENDINGS = ("", "e", "en", "em", "er", "es")
_DEGREES = ("", "er", "r", "st", "est", "t")  # militärischer, (teu)rer, militärischst, berühmtest, größt
# Lemmas that the list gives too few forms: Rechtsextreme, Nationalkonservative.
_PERSONS = ("extreme", "radikale", "liberale", "nationale", "konservative", "sitzende")
_LIKE_ADJECTIVE = re.compile(r"(isch|lich|ig|bar|sam|haft|los|iv|al|ell|är|ös|nt|rt|gt|ert)$")
_UMLAUT = {"a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü"}
_VOWEL = re.compile(r"[aeiouyäöü]", re.IGNORECASE)

# What an unknown noun's last letters say about its other forms, first match wins.
_BY_ENDING: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"(ung|heit|keit|schaft|ion|tät|enz|anz|ur)$", ("", "en")),  # Entrussifizierung
    (r"in$", ("", "nen", "s")),  # Kremlsprecherin; Putin
    (r"ismus$", ("",)),  # Putinismus
    (r"(ist|ant|ent|at|graf|loge)$", ("", "en", "n")),  # Putinist
    (r"(end|et|en|nt|rt|gt)e$", ("", "n", "r", "m", "s")),  # Schutzsuchende, Geflüchtete, Vertriebene
    (r"e$", ("", "n")),  # Flüchtlingskrise
    (r"(chen|lein|en)$", ("", "s")),  # Kriegchen
    (r"(er|el|ling)$", ("", "s", "n", "e", "en")),  # Putinversteher
    (r"[iouy]$", ("", "s")),  # Selenskyi
    (r"[sßxz]$", ("", "es", "e", "en")),
    (r"", ("", "s", "es", "e", "en")),
)


def _known() -> Mapping[str, str]:
    """Return simplemma's list, from form to lemma (read once a process, in 1.3 s)."""
    return DEFAULT_DICTIONARY_FACTORY.get_dictionary("de")


@lru_cache(maxsize=20_000)
def surface_forms(word: str) -> frozenset[str]:
    """Return every inflected form of a German word, in the case that dictionaries give it.

    A noun has its cases and plurals; an adjective its endings and, where simplemma's list knows them, its
    degrees; a verb its finite forms in one word, its participles with their endings, and the infinitive
    with an inner "zu". A form that is no lemma ("Kriege", "militärische") names the word it belongs to.
    Compounds that are in no list inflect as their last part that is.

    Parameters
    ----------
    word : str
        One word, hyphenated or not. Its case says what it is: a noun has a capital.

    Returns
    -------
    frozenset of str
        The word itself is always one of them.

    Notes
    -----
    Known forms: simplemma (Barbaresi, 2021). Verbs: the package ablaut. Endings: Duden 4, Die Grammatik.

    Examples
    --------
    >>> sorted(surface_forms("Angriffskrieg"))
    ['Angriffskrieg', 'Angriffskriege', 'Angriffskriegen', 'Angriffskrieges', 'Angriffskriegs']
    >>> sorted(surface_forms("Ukraine-Konflikt"))[:3]
    ['Ukraine-Konflikt', 'Ukraine-Konflikte', 'Ukraine-Konflikten']
    >>> "angriff" in surface_forms("angreifen"), "anzugreifen" in surface_forms("angreifen")
    (True, True)
    """
    if not word or word in FIXED or word.lower() in FIXED or not any(c.isalpha() for c in word):
        return frozenset({word})
    head, hyphen, last = word.rpartition("-")
    if hyphen and last:
        return frozenset(head + hyphen + form for form in surface_forms(last))
    if sum(c.isupper() for c in word) > 1:
        return _of_acronym(word)
    return _of_noun(word) if word[0].isupper() else _of_lower(word)


def phrase_forms(phrase: str) -> list[frozenset[str]]:
    """Return the forms of each word of a phrase, in their order; function words stay as they are.

    Examples
    --------
    >>> [sorted(forms)[:2] for forms in phrase_forms("militärische Operation in Syrien")]
    [['militärisch', 'militärische'], ['Operation', 'Operationen'], ['in'], ['Syrien', 'Syriens']]
    """
    return [surface_forms(word) for word in phrase.split()]


@lru_cache(maxsize=20_000)
def spellings(form: str) -> frozenset[str]:
    """Return the ways in which a form may be written: at a sentence's start, in capitals, the Swiss way.

    A noun is never written in lower case, so that "Überfall" is not "überfallen"; and a verb or an
    adjective takes no capital where that would make it another word's noun: "angriff", not "Angriff".

    Examples
    --------
    >>> sorted(spellings("Großangriff"))
    ['GROSSANGRIFF', 'GROẞANGRIFF', 'Grossangriff', 'Großangriff']
    >>> sorted(spellings("angriff")), sorted(spellings("besetzt"))
    (['angriff'], ['BESETZT', 'Besetzt', 'besetzt'])
    """
    ways = {form}
    capital = form[:1].upper() + form[1:]
    if capital == form or not _is_noun_beside_verb(form, capital):
        ways |= {capital, form.upper()}
    if "ß" in form:
        ways |= {way.replace("ß", "ss") for way in ways} | {way.replace("ß", "ẞ").upper() for way in ways}
        ways = {way for way in ways if not ("ẞ" in way and way != way.upper())}
    return frozenset(ways)


def _is_noun_beside_verb(form: str, capital: str) -> bool:
    """Say whether a verb's form would be another word's noun with a capital: "angriff", "überfall"."""
    known = _known()
    noun, verb = known.get(capital, ""), known.get(form, "")
    # "Überfallen" is its own lemma: the infinitive as a noun is the same word still.
    return noun[:1].isupper() and noun != verb.capitalize() and _is_verb(verb)


def _of_acronym(word: str) -> frozenset[str]:
    """NATO is also written Nato, and has a genitive: NATOs; SVO, AfD."""
    forms = {word, word + "s"}
    if word.isupper() and len(word) > 2:
        forms |= {word.capitalize(), word.capitalize() + "s"}
    return frozenset(forms)


def _of_noun(word: str) -> frozenset[str]:
    known = _known()
    lemma = known.get(word) or known.get(word.replace("ss", "ß")) or ""
    if _is_adjective_as_noun(word, lemma):
        stem = re.sub(r"(e|er|en|em|es)$", "", word)
        return frozenset({stem + ending for ending in _ADJECTIVE_ENDINGS[1:]} | {word})
    if lemma[:1].isupper():
        forms = _verified(lemma, _noun_candidates(lemma))
        if forms == {lemma}:
            # The list knows Russland and Arbeiterunruhe, but not Russlands and Arbeiterunruhen.
            forms |= {form for form in _as_compound(lemma, listed=True) if form not in known}
        genitive = {word + "s"} if word + "s" in known else set()
        return forms | _listed_elsewhere(lemma, forms) | genitive | {word}
    return _as_compound(word) | {word}


def _listed_elsewhere(lemma: str, forms: frozenset[str]) -> set[str]:
    """Return plural forms in -n that the list gives to another word: Blasen, Wünschen, Kriegen."""
    has_umlaut = any(not form.startswith(lemma[:-1]) for form in forms)
    # Überfalle is a dative, and Überfallen no form at all, since the plural is Überfälle.
    return {form + "n" for form in forms if form.endswith("e") and not (has_umlaut and form == lemma + "e")}


def _is_adjective_as_noun(word: str, lemma: str) -> bool:
    """Say whether a noun inflects as an adjective: Geflüchtete, Abgeordneter, Vertriebene, Linke, Rechte."""
    known = _known()
    stem = re.sub(r"(e|er|en|em|es)$", "", word)
    if stem == word:
        return False
    if word.endswith("e") and (lemma == word + "r" or known.get(word + "r") == word):
        return True
    if word.endswith("er") and known.get(stem + "e") == word:
        return True
    if stem.lower() + "em" not in known:
        return False
    if word.endswith("er"):
        return len(stem) > 5 and stem.endswith(("t", "n"))  # Angeklagter, Gefangener; not Alter
    # "Rechte" is listed under "Recht"; as an author writes it, it is the adjective. So are "Weißes" (Haus)
    # and "Tote", but not "Kriege" and not "Liebe", which is a lemma.
    return lemma != word or word.endswith(_PERSONS)


def _as_compound(word: str, listed: bool = False) -> frozenset[str]:
    """Inflect a word that no list has as its longest last part that one has: Putinkrieg as Krieg."""
    known = _known()
    for cut in range(2, len(word) - 3):
        part = word[cut:].capitalize()
        lemma = known.get(part, "")
        if lemma[:1].isupper() and _VOWEL.search(word[:cut]):
            return frozenset(word[:cut] + form.lower() for form in _of_noun(part))
    if listed:  # most often a name
        return frozenset({word} if word.endswith(("s", "ß", "x", "z")) else {word, word + "s"})
    return _by_rule(word)


def _by_rule(word: str) -> frozenset[str]:
    endings = next(endings for pattern, endings in _BY_ENDING if re.search(pattern, word))
    known = _known()
    # Tass has no form "Tasse": that is another word. But "Russlands" is listed as a lemma of its own.
    return frozenset(word + ending for ending in endings if ending in ("", "s") or word + ending not in known)


def _of_lower(word: str) -> frozenset[str]:
    known = _known()
    lemma = known.get(word) or known.get(word.replace("ss", "ß")) or ""
    noun = word.capitalize()
    if not lemma and known.get(noun, "")[:1].isupper():
        return _of_noun(noun)  # an author who writes "angriffskrieg" means the noun
    if not lemma[:1].islower() or _is_verb(word):
        lemma = word  # "reichen" is listed under "reich", "lieben" under "lieb"
    if _is_verb(lemma):
        return _verb_forms(lemma) | {word}
    forms = _verified(lemma, _adjective_candidates(lemma))
    inflects = _LIKE_ADJECTIVE.search(lemma) or any(lemma + ending in known for ending in ("e", "em"))
    if word in known and not inflects:
        return forms | {word}  # an adverb: "heute"
    stem = re.sub(r"(e|er|en|em|es)$", "", word) if lemma == word and word not in known else lemma
    return forms | {stem + ending for ending in _ADJECTIVE_ENDINGS} | {word}


@lru_cache(maxsize=20_000)
def _is_verb(word: str) -> bool:
    """Say whether a form of the verb is listed, or of the verb in its last part: rückerobern as erobern."""
    if not word.endswith(("en", "ern", "eln", "tun", "sein")):
        return False
    known = _known()
    for cut in range(len(word) - 3):
        part = word[cut:]
        try:
            verb = conjugate(part)
        except ValueError:
            continue
        finite = {_joined(row[i]) for row in (verb.present, verb.preterite) for i in (0, 2)}
        finite |= {verb.past_participle, verb.zu_infinitive}
        # "offen" would make "offt", which no list has.
        if any(form != part and known.get(form) == part for form in finite):
            return True
        if cut == 0 and known.get(word + "e") == word:
            return False  # "offene": an adjective
    return word.endswith("ieren")


def _verb_forms(infinitive: str) -> frozenset[str]:
    verb = conjugate(infinitive)
    rows = (verb.present, verb.preterite, verb.konjunktiv1, verb.konjunktiv2, verb.imperative or ())
    forms = {_joined(form) for row in rows for form in row if form}
    forms |= {
        participle + ending
        for participle in (verb.past_participle, verb.present_participle)
        for ending in _ADJECTIVE_ENDINGS
    }
    forms.add(infinitive)
    if " " not in verb.zu_infinitive:
        forms.add(verb.zu_infinitive)
    return frozenset(forms)


def _joined(form: str) -> str:
    """Return a separated form as it stands in a subordinate clause: "griff an" is "angriff"."""
    stem, _, particle = form.partition(" ")
    return particle + stem


def _verified(lemma: str, candidates: Iterable[str]) -> frozenset[str]:
    known = _known()
    return frozenset(form for form in candidates if known.get(form) == lemma) | {lemma}


def _noun_candidates(lemma: str) -> set[str]:
    stems = [lemma, *_umlauted(lemma)]
    forms = {stem + ending for stem in stems for ending in _NOUN_ENDINGS}
    for suffix, endings in _FOREIGN.items():
        if lemma.endswith(suffix):
            forms |= {lemma.removesuffix(suffix) + ending for ending in endings}
    return forms


def _adjective_candidates(lemma: str) -> set[str]:
    stems = [lemma, *_umlauted(lemma)]
    if lemma.endswith(("el", "er", "en")):
        stems.append(lemma[:-2] + lemma[-1])  # dunkel → dunkle
    if lemma.endswith("e"):
        stems.append(lemma[:-1])
    if lemma.endswith("hoch"):
        stems.append(lemma.removesuffix("ch") + "h")
    return {stem + degree + ending for stem in stems for degree in _DEGREES for ending in _ADJECTIVE_ENDINGS}


def _umlauted(word: str) -> list[str]:
    """Return the word with its last vowel turned: Überfall → Überfäll, Haus → Häus, Saal → Säl."""
    vowels = list(re.finditer(r"aa|au|[aou]", word, re.IGNORECASE))
    if not vowels:
        return []
    start, end = vowels[-1].span()
    rest = "" if word[start:end].lower() == "aa" else word[start + 1 : end]
    return [word[:start] + _UMLAUT[word[start]] + rest + word[end:]]


def noun_in_compound(tail: str) -> str:
    """Return the noun that a compound's last part is, or "": "krieg" is "Krieg", "russisch" is none.

    Examples
    --------
    >>> noun_in_compound("krieg"), noun_in_compound("russisch")
    ('Krieg', '')
    """
    known = _known()
    if tail[:1].isupper():
        return tail
    if known.get(tail) == tail:
        return ""
    noun = tail.capitalize()
    return noun if known.get(noun, "")[:1].isupper() else ""
