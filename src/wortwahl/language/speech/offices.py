"""Who "der Minister", "Polens Regierungschef" or "die Partei" is: a name before it in the text.

1. the nearest name that carries the noun ("Außenminister Meier")
2. a person named near it that fits in gender and holds no other office
3. for "die Partei", "das Unternehmen": the nearest bare name of a body
"""

import re

from wortwahl.language.speech.page import ARTICLE, BODIES, COMMON, WORDS, Found, Page, better, core_of, fit
from wortwahl.language.speech.people import genders, is_body, is_female, is_person
from wortwahl.language.wordlists import word_set

_WHERE = re.compile(r"\s+(?:auf|in|im|am|bei|via|per|beim)\s+.*$")
_KIND_OF_BODY = word_set("Partei Unternehmen Konzern Firma Sender Hersteller Zeitung Blatt Magazin Verein")
_PARTIES = word_set("SPD CDU CSU FDP AfD ÖVP SPÖ FPÖ SVP BSW Grüne Grünen Linke Linken Linkspartei Union")
# Offices that one person of a text holds; "der Richter", "der Sprecher", "der Zeuge" are mostly nobody named.
_OFFICE = re.compile(
    r"(minister|kanzler|präsident|premier|sekretär|chef|bürgermeister|vorsitzende|general|papst|könig|gouverneur"
    r"|kommissar|senator|oberhaupt)",
    re.IGNORECASE,
)
# Offices that go by several names, the first that fits; one office has one holder.
_KINDS = (
    (
        re.compile(r"(?:minister|regierungs)(?:präsident|chef)|premier|regierungschef|kanzler", re.I),
        "government",
    ),
    (
        re.compile(
            r"(?:staats|kreml|us-|bundes)(?:präsident|chef|oberhaupt)|^präsident|staatsoberhaupt", re.I
        ),
        "state",
    ),
    (re.compile(r"minister|ressortchef", re.I), "minister"),
    (re.compile(r"bürgermeister|stadtchef|rathauschef", re.I), "mayor"),
    (re.compile(r"chef|vorsitzende|präsident", re.I), "head"),
)
# Words for anybody of a trade, whatever office they hold.
_TRADE = re.compile(
    r"(?:politiker|journalist|autor|schriftsteller|experte|forscher|wissenschaftler|historiker|ökonom|professor|jurist"
    r"|unternehmer|publizist|abgeordnete|diplomat|soziologe|philosoph|mediziner|virologe)(?:in|r)?$",
    re.IGNORECASE,
)
# An office that is none of the above: its holder is not "der Politiker".
_OTHER = re.compile(
    r"(?:anwält|anwalt|verteidiger|richter|sprecher|polizist|zeuge|trainer|bischof)", re.IGNORECASE
)


def office(page: Page, written: Found) -> Found | None:
    """Return who "der Minister" is: the nearest name that carries the noun, or a person or body near.

    Parameters
    ----------
    page : Page
        The text, with who was heard in it.
    written : tuple
        The name as written: an article and a noun, or "Polens Regierungschef"; all else gives None.
    """
    whole = written
    if ARTICLE.match(written[0]):
        short = _WHERE.sub("", written[0])  # "der Politiker auf Twitter"
        written = (short, written[1], written[1] + len(short))
    words = WORDS.findall(ARTICLE.sub("", written[0]))
    article = bool(ARTICLE.match(written[0]))
    owned = len(words) == 2 and words[0].endswith("s") and not article
    # "der Leipziger Oberbürgermeister", "der russische Präsident"
    described = article and 1 < len(words) < 4
    described = described and all(w[0].islower() or w.endswith("er") for w in words[:-1])
    if not (len(words) == 1 and article) and not owned and not described:
        return None
    noun = words[-1].lower()
    for name in reversed(page.heard[-12:]):
        parts = WORDS.findall(name.shown)
        if not parts:
            continue
        longer = len(parts) > 2 or len(parts[-1]) > len(words[-1])
        if (
            name.shown not in (written[0], whole[0])
            and longer
            and any(p.lower().endswith(noun) for p in parts)
        ):
            return name.shown, name.start, name.end
    held = _OFFICE.search(words[-1]) or _TRADE.search(words[-1])
    many = genders(written[0]) == "p" or (
        written[0].lower().startswith("die ") and not is_female(words[-1]) and not owned
    )
    if held and is_person(words[-1]) and not many and not written[0].lower().startswith(("ein", "des ")):
        return _person_near(page, written, genders(written[0])) or _named_below(page, written)
    if words[-1] in _KIND_OF_BODY:
        return _body_near(page, written[1], words[-1])
    return None


def _person_near(page: Page, written: Found, wanted: str) -> Found | None:
    """The named person nearest before it that fits and holds no other office."""
    place, noun = written[1], WORDS.findall(written[0])[-1]
    here = page.unit_at(place)
    best: tuple[float, Found] | None = None
    near: list[tuple[float, Found]] = []
    for name in page.heard[-8:]:
        near.append((2 + name.person, (name.shown, name.start, name.end)))
    for unit in range(max(0, here - 4), here + 1):
        near += [
            (one.subject + one.first, page.shown(one)) for one in page.mentions_of(unit) if one.end <= place
        ]
    for bonus, name in near:
        away = here - page.unit_at(name[1])
        if name[0] == written[0] or not 0 <= away <= 8:
            continue
        full = page.fullest(name)
        if not page.is_named(full[0]) or not _same_office(noun, full[0]) or _is_thing(full[0]):
            continue
        fits = fit(genders(core_of(full[0])), wanted)
        if fits:
            best = better(best, fits + bonus - 0.7 * away, full)
    if best is None:
        for name in page.in_title:
            fits = page.is_named(name[0]) and _same_office(noun, name[0]) and fit(genders(name[0]), wanted)
            if fits and name[1] >= 0:
                return name
    return best[1] if best else None


def _named_below(page: Page, written: Found) -> Found | None:
    """ "Regierungschef warnt: … der Ministerpräsident Meier": the name stands in the first sentence."""
    here = page.unit_at(written[1])
    if here > 1:
        return None
    noun = WORDS.findall(written[0])[-1]
    best: tuple[float, Found] | None = None
    for unit in range(here, min(here + 3, len(page.begins))):
        for one in page.mentions_of(unit):
            name = page.text[one.start : one.end]
            held, wanted = _kind(core_of(name))[0], _kind(noun)[0]
            fits = held and held == wanted and fit(one.genders, genders(written[0]))
            if fits and one.start > written[1] and page.is_named(name) and _same_office(noun, name):
                of = written[0][:3].lower()  # "Polens Regierungschef": "der polnische Ministerpräsident"
                same = any(w.lower().startswith(of) for w in WORDS.findall(name))
                core = core_of(name)
                best = better(best, 2 * same + one.first, (core, one.start, one.start + len(core)))
    return best[1] if best else None


def _is_thing(name: str) -> bool:
    """ "dem Amtsantritt von Lena Birke", "Radio Vatikan": a name in it, but no person."""
    return is_body(name) or bool(ARTICLE.match(name) and not is_person(core_of(name)))


def _body_near(page: Page, place: int, noun: str) -> Found | None:
    """ "die Partei", "das Unternehmen": the nearest bare name before it, no person and no place."""
    here = page.unit_at(place)
    for unit in range(here, max(-1, here - 6), -1):
        for one in page.mentions_of(unit):
            name = page.text[one.start : one.end]
            bare = ARTICLE.sub("", name)
            if one.end > place or one.person or " " in bare or bare in BODIES or not one.subject:
                continue
            if page.times[bare] < 2:
                continue  # the first word of a sentence can be anything
            party = bare in _PARTIES
            if party if noun == "Partei" else bare == name and not party and not COMMON.search(bare):
                return name, one.start, one.end
    return None


def _kind(name: str) -> tuple[str, str]:
    """The office in a name, and the word for it: "Ministerpräsident Meier" is of the government."""
    for word in WORDS.findall(name):
        if not _OFFICE.search(word):
            continue
        for pattern, kind in _KINDS:
            if pattern.search(word):
                return kind, word.lower()
        return _OFFICE.search(word)[1].lower(), word.lower()
    return "", ""


def _same_office(noun: str, name: str) -> bool:
    """ "der Präsident" is no "Außenminister Meier", but can be "Jan Meier".

    "der Regierungschef" is the "Ministerpräsident", and a minister or mayor can head a party or a club;
    "der Gesundheitsminister" is no "Außenminister Meier".
    """
    if _OTHER.search(name):
        return False
    wanted, noun_word = _kind(noun)
    held, word = _kind(name)
    if not wanted or not held:
        return True
    if wanted == held == "minister":
        return noun_word.startswith("minister") or word.startswith("minister") or noun_word[:6] == word[:6]
    heads = "head" in (wanted, held)
    return wanted == held or (heads and not {wanted, held} - {"head", "government", "minister", "mayor"})
