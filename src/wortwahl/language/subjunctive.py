"""The subjunctive of reported speech: which word is a form of Konjunktiv I or II.

Reported speech in German news stands in Konjunktiv I ("er sei krank"), or in Konjunktiv II where the first
is no different from the indicative ("sie hätten gewonnen"). Only forms that differ from the indicative of
the third person are kept: "sagen" and "sagte" say nothing about mood. (Duden 4, Die Grammatik, on indirect
speech; the forms come from the package ablaut.)
"""

from functools import cache
from typing import Literal

from ablaut import conjugate

from wortwahl.language.verbs import indicative, infinitives
from wortwahl.language.wordlists import word_set

Mood = Literal["", "I", "II", "I?"]

# Forms that are more often something else: an adjective ("eine klare Antwort"), a pronoun ("meine"), an
# adverb ("lange", "bitte"). They count only beside a certain form.
_AMBIGUOUS = word_set(
    """
    meine lange liebe bitte nahe gleiche schnelle wahre breite strenge enge weite kranke nötige schade
    leere reiche billige stille laute rege bange kräftige nähere fertige mildere lockere graue starre
    trübe runde kühle dichte tätige verdächtige sichere äußere danke lose irre wehe nütze schrille
    straffe maße ende poste träge feste teure faule bereite
    """
)
# "möchte" and "möge" are wishes, "dürfte" is the author's own guess; "verwendete" is a plain past.
_NEVER = word_set(
    """
    einige bessere heilige teilweise anstelle möchte möchten möge mögen dürfte dürften verwendete
    verwendeten wendete wendeten sendete sendeten verführen entführen stürben alle eine
    """
)


@cache
def subjunctive_forms() -> dict[str, Mood]:
    """Return the forms of the third person that differ from the indicative, with their mood.

    Returns
    -------
    dict
        From a lower-case word to "I", "II", or "I?" for a form that is more often another word.

    Examples
    --------
    >>> forms = subjunctive_forms()
    >>> forms["sei"], forms["hätten"], forms["leere"], forms.get("sagte")
    ('I', 'II', 'I?', None)
    """
    plain: set[str] = set()
    forms: dict[str, Mood] = {}
    for infinitive in infinitives():
        verb = conjugate(infinitive)
        plain |= indicative(infinitive)
        plain.update(row[i].split(" ")[0] for row in (verb.present, verb.preterite) for i in (2, 5))
        for row, mood in ((verb.konjunktiv2, "II"), (verb.konjunktiv1, "I")):
            for person in (2, 5):
                stem, _, particle = row[person].partition(" ")
                forms[particle + stem] = mood
    # "brauchte" is the book's form, "bräuchte" what is written
    forms |= {"bräuchte": "II", "bräuchten": "II"}
    return {
        form: "I?" if form in _AMBIGUOUS else mood
        for form, mood in forms.items()
        if form not in plain and form not in _NEVER
    }


def mood(word: str) -> Mood:
    """Return "I", "II" or "I?" where a word is a subjunctive form, else "".

    Parameters
    ----------
    word : str
        One word in lower case.

    Examples
    --------
    >>> mood("habe"), mood("käme"), mood("kommt")
    ('I', 'II', '')
    """
    return subjunctive_forms().get(word, "")
