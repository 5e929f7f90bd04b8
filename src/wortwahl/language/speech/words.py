"""What a word can be, as bits, looked up once a type."""

from functools import cache

from wortwahl.language.saying import CONVINCED, NOUNS, SOURCES, forms_of, infinitives_of
from wortwahl.language.subjunctive import subjunctive_forms
from wortwahl.language.verbs import verb_forms
from wortwahl.language.wordlists import word_set

FINITE = 1 << 0  # indicative of the third person
KONJ1 = 1 << 1  # certain Konjunktiv I
KONJ2 = 1 << 2  # Konjunktiv II
KONJ_WEAK = 1 << 3  # a form that is more often another word
INFINITIVE = 1 << 4
PARTICIPLE = 1 << 5
ZU_FUSED = 1 << 6  # anzugeben
SAY = 1 << 7  # finite form of a verb of saying
SAY_PART = 1 << 8  # its participle
SAY_STEM = 1 << 9  # a stem that needs a particle: teilte … mit
THINK = 1 << 10
THINK_PART = 1 << 11
DEMAND = 1 << 12
DEMAND_PART = 1 << 13
DEMAND_STEM = 1 << 14
SUM = 1 << 15
SUM_PART = 1 << 16
SUM_STEM = 1 << 17
NAME = 1 << 18
NAME_PART = 1 << 19
SUBORDINATOR = 1 << 20
RELATIVE = 1 << 21  # der, die, das …: relative pronoun, article or demonstrative
QUESTION = 1 << 22  # w-words
PREPOSITION = 1 << 23
DETERMINER = 1 << 24
PRONOUN = 1 << 25
CAPITAL = 1 << 26
SAY_NOUN = 1 << 27
SOURCE_NOUN = 1 << 28
AUXILIARY = 1 << 29
THINK_STEM = 1 << 30
CONVINCED_ADJ = 1 << 31
NUMBER = 1 << 32
ADVERB = 1 << 33
SAY_CONTENT = 1 << 34  # dass, ob
HEARSAY = 1 << 36  # soll, sollen
SAY_INF = 1 << 35  # infinitive of a verb of saying

KONJ = KONJ1 | KONJ2
VERB = FINITE | KONJ1 | KONJ2
ANY_SAY = SAY | SAY_PART | SAY_STEM | THINK | THINK_PART | THINK_STEM | DEMAND | DEMAND_PART | DEMAND_STEM

SUBORDINATORS = word_set(
    """
    dass daß ob weil da wenn falls obwohl obgleich nachdem bevor ehe während damit sodass indem solange
    sobald sofern soweit wobei wodurch wofür wogegen womit worauf worin wovon wovor wozu woran worüber
    weshalb weswegen wonach seitdem bis als wie statt anstatt ohne um sondern
    """
)
_QUESTION = word_set(
    """
    wer wen wem wessen was wo wohin woher wann warum wieso weshalb wie welche welcher welches
    """
)
_RELATIVE = word_set(
    """
    der die das den dem dessen deren denen welche welcher welches welchem welchen
    """
)
PREPOSITIONS = word_set(
    """
    in im ins an am ans auf aufs aus bei beim mit nach vor vom von für zu zum zur seit bis unter über
    überm durch gegen ohne um wegen trotz während gegenüber laut gemäß zufolge neben zwischen hinter
    infolge aufgrund angesichts anlässlich bezüglich hinsichtlich innerhalb außerhalb dank mittels per
    pro entgegen außer samt statt
    """
)
DETERMINERS = word_set(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
    dieser diese dieses diesen diesem jener jene jenes jenen jenem sein seine seinen seinem seiner
    seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer mein meine meinen
    meinem meiner euer eure jeder jede jedes jeden jedem alle allen aller mehrere mehreren mehrerer
    viele vielen vieler einige einigen einiger manche manchen beide beiden beider andere anderen anderer
    zahlreiche zahlreichen zwei drei vier fünf sechs sieben acht neun zehn zwölf welche welcher welches
    """
)
PRONOUNS = word_set(
    """
    er sie es ich wir man dieser diese jener jene letzterer beide viele einige manche
    """
)
AUXILIARIES = word_set(
    """
    hat haben hatte hatten habe hätte hätten ist sind war waren sei seien wäre wären wird werden wurde
    wurden werde würde würden kann können konnte konnten könne könnte könnten muss müssen musste mussten
    müsse müsste müssten soll sollen sollte sollten solle will wollen wollte wollten wolle darf dürfen
    durfte durften dürfe dürfte dürften mag mögen mochte mochten möge möchte möchten
    """
)
_ADVERBS = word_set(
    """
    auch aber jedoch allerdings außerdem zudem zugleich weiter weiterhin ferner dabei dazu hierzu heute
    gestern bereits schon noch nun jetzt daraufhin danach dann später zuvor vorher inzwischen
    mittlerweile derweil unterdessen hingegen dagegen dennoch trotzdem so nicht sich bisher erneut
    wieder nur sogar offenbar anschließend abschließend zunächst schließlich zuletzt kürzlich jüngst
    vorab wörtlich insbesondere gleichzeitig ebenfalls ebenso darauf davon damit dafür daran darüber
    deshalb daher somit folglich hier dort da denn doch etwa rund ungefähr mehrfach mehrmals öffentlich
    ausdrücklich offiziell telefonisch schriftlich sehr selbst immer nie niemals oft vielmehr einmal
    erstmals wohl vermutlich anders demnach demzufolge demgegenüber gegenüber nämlich eben zwar vor ab
    an auf aus ein hin mit nach zurück zu fest bekannt klar heraus hervor voraus vor wiederum laut
    morgen übermorgen vorgestern abends morgens mittags nachmittags montags seinerseits ihrerseits
    andererseits einerseits fast
    """
)

# Forms that a rare verb shares with a common one ("koste" of "kosen"), or with another word ("der achte").
_MISREAD = {"koste": KONJ1, "achte": KONJ_WEAK}
_known: dict[str, int] = {}


@cache
def _sets() -> list[tuple[int, frozenset[str]]]:
    forms = verb_forms()
    moods = subjunctive_forms()
    table: list[tuple[int, frozenset[str]]] = [
        (FINITE, forms.finite),
        (INFINITIVE, forms.infinitives),
        (PARTICIPLE, forms.participles),
        (ZU_FUSED, forms.fused),
        (KONJ1, frozenset(w for w, m in moods.items() if m == "I")),
        (KONJ2, frozenset(w for w, m in moods.items() if m == "II")),
        (KONJ_WEAK, frozenset(w for w, m in moods.items() if m == "I?")),
        (SUBORDINATOR, SUBORDINATORS),
        (RELATIVE, _RELATIVE),
        (QUESTION, _QUESTION),
        (PREPOSITION, PREPOSITIONS),
        (DETERMINER, DETERMINERS),
        (PRONOUN, PRONOUNS),
        (AUXILIARY, AUXILIARIES),
        (FINITE, frozenset(w for w in AUXILIARIES if w not in moods)),
        (HEARSAY, frozenset(("soll", "sollen"))),
        (CONVINCED_ADJ, CONVINCED),
        (ADVERB, _ADVERBS),
        (SAY_CONTENT, frozenset(("dass", "daß", "ob"))),
    ]
    for kind, finite_bit, participle_bit, stem_bit in (
        ("saying", SAY, SAY_PART, SAY_STEM),
        ("thinking", THINK, THINK_PART, THINK_STEM),
        ("demanding", DEMAND, DEMAND_PART, DEMAND_STEM),
        ("summing", SUM, SUM_PART, SUM_STEM),
        ("naming", NAME, NAME_PART, 0),
    ):
        finite, participles, apart = forms_of(kind)
        table.append((SAY_INF, infinitives_of(kind)) if kind != "naming" else (0, frozenset()))
        table += [(finite_bit | FINITE, finite - moods.keys()), (finite_bit, finite & moods.keys())]
        table += [(participle_bit, participles), (stem_bit, frozenset(apart))]
    return table


@cache
def _table() -> dict[str, int]:
    """All words of the sets with their bits, so that a new word is one look-up."""
    table: dict[str, int] = {}
    for bit, members in _sets():
        for member in members:
            table[member] = table.get(member, 0) | bit
    return table


def bits(word: str) -> int:
    """Return what a word can be as a sum of the bits above; a capital word keeps only what nouns have.

    Examples
    --------
    >>> bool(bits("sagte") & SAY), bool(bits("sei") & KONJ1), bool(bits("Angaben") & SOURCE_NOUN)
    (True, True, True)
    """
    value = _known.get(word)
    if value is None:
        if len(_known) > 300_000:
            _known.clear()
        value = _known[word] = _look_up(word)
    return value


def bits_of(words: list[str]) -> list[int]:
    """Return the bits of many words: faster than one by one where most are known.

    Examples
    --------
    >>> bits_of(["sagte"]) == [bits("sagte")]
    True
    """
    values = list(map(_known.get, words))
    if None in values:
        return list(map(bits, words))
    return values


def _look_up(word: str) -> int:
    first = word[0]
    if first.isdigit():
        return NUMBER
    value = 0
    if word in _MISREAD:
        return _MISREAD[word]
    if first.isupper():
        value |= CAPITAL
        if word in NOUNS:
            value |= SAY_NOUN
        if (
            word in SOURCES
            or word.rpartition("-")[2] in SOURCES
            or word.endswith(("angaben", "berichten", "meldungen", "aussagen", "informationen"))
        ):
            value |= SOURCE_NOUN
        return value
    value |= _table().get(word, 0)
    if not value and "ss" in word:
        return _look_up(word.replace("ss", "ß"))  # Swiss: "hiess", "äusserte"
    return value
