"""Whether a noun phrase can be "er", "sie" (one or many) or "es", told from its article, noun and name."""

import re
from functools import lru_cache

from wortwahl.language.wordlists import word_set

_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
# "Sprecherin", "Ministerin", "Ärztin"; not Putin, Martin or Berlin
_FEMALE_NOUN = re.compile(
    r"(?:er|or|ist|ent|ant|eur|ärzt|anzl|retär|chef|log|graf|nom|wält|yst|minist|ät|öt|schaft|osteß|öss|änd|oll|eg"
    r"|rt|at|kt|ib|ch)in$"
    r"|^(?:Frau|Königin|Chefin|Ärztin|Mutter|Tochter|Schwester|Witwe)$"
)
_NOT_FEMALE = word_set("Martin Berlin Bulletin Medizin Benzin Dublin Turin Augustin Valentin Tamin Termin")
_FEMALE_NAMES = word_set(
    """
    Andrea Angela Angelika Anja Anke Anna Annalena Anne Annette Antje Barbara Beate Bettina Birgit Brigitte
    Christiane Christina Christine Claudia Cornelia Dagmar Doris Elena Elisabeth Emma Eva Franziska Gabriele
    Hannah Hanna Heidi Heike Helga Hillary Ilse Ines Inge Ingrid Irina Jana Jennifer Jessica Johanna Julia
    Juliane Jutta Karen Karin Karine Karola Katarina Katharina Kathrin Katja Katrin Klara Kristina Laura Lea
    Lena Lisa Luise Manuela Margarete Margot Maria Marie Marina Marion Martina Melanie Michelle Mona Monika
    Nadine Nancy Natalia Natalja Nicola Nicole Nina Olga Petra Renate Ricarda Rosa Ruth Sabine Sandra Sara
    Sarah Saskia Silke Silvia Simone Sonja Sophie Stefanie Susanne Svenja Swetlana Sylvia Tanja Theresa
    Ulrike Ursula Ute Uta Vera Verena Viktoria Yvonne Alice Beatrix Gesine Ingeborg Kerstin Kirsten Ellen
    Astrid Hildegard Gerda Edith Judith Agnes Henrike Mareike Wiebke Imke Elke Janine Isabel Ingelore Gudrun
    Sigrid Erika Emine Carolin Caren Kamala Nikki Liz Margaret Elizabeth Jane Mary Kate Susan Linda Karoline
    Sanna Mette Magdalena Kaja Ingrida Zuzana Giorgia Roberta Ségolène Marine Valérie Jacinda Greta Luisa
    Ska Terry Aydan Sevim Filiz Sawsan Serap Dilek Alena Alina Amelie Annika Ariane Bärbel Britta Camilla
    Carla Charlotte Clara Constanze Cordula Dorothea Dorothee Elvira Esther Felicitas Friederike Gabi
    Gerlinde Gitta Hedwig Helene Hilde Inga Irene Iris Jacqueline Jasmin Joana Josephine Katarzyna Kirstin
    Larissa Leonie Liane Lilli Lydia Magda Maja Manja Margit Margret Mathilde Meike Michaela Miriam Nadia
    Nadja Natascha Nathalie Oksana Olena Iryna Julija Ljudmila Marija Darja Xenia Paula Pia Rebecca Regina
    Rita Romy Rosemarie Roswitha Sabrina Sahra Selina Sibylle Sigrun Stella Swantje Tatjana Tina Ulla
    Valentina Vanessa Waltraud Wilma Zoe
    """
)
_MALE_NAMES = word_set(
    """
    Alexander Andreas Anton Armin Barack Benjamin Bernd Boris Björn Christian Christoph Daniel David Dieter
    Dirk Dmitri Dmitry Donald Emmanuel Felix Frank Franz Friedrich Fritz Georg George Gerhard Guido Günter
    Günther Hans Heiko Heinrich Helmut Henning Herbert Hermann Horst Hubertus Ingo Jan Jens Jim Joachim
    Jochen Joe Johann Johannes John Jürgen Jörg Josef Karl Klaus Kurt Lars Lothar Ludwig Manfred Marco
    Marcus Mario Mark Markus Martin Matthias Max Michael Mohammed Nikolai Norbert Olaf Oliver Oskar Otto
    Patrick Paul Peter Philipp Rainer Ralf Richard Robert Roland Rolf Rudolf Sebastian Sergej Sigmar Simon
    Stefan Stephan Steffen Sven Thilo Thomas Tino Tobias Udo Uwe Viktor Volker Walter Werner Winfried
    Wladimir Wolfgang Wolodymyr Arne Malte Sönke Helge Hasso Bodo Jonas Lukas Elias Luca Kolja Sascha Mika
    Noah Joshua Ilja Nikita Petro Mykola Pjotr Pawel Igor Oleg Oleksij Burkhard Mateusz Andrzej Jarosław
    Janez Josep Pedro Antonio Giuseppe Matteo Luigi Silvio Paolo Sauli Gitanas Petr Miloš Zoran Aleksandar
    Edi Recep Ahmed Mohamed Hassan Ibrahim Yusuf Mustafa Rishi Keir Tony Gordon Bill Ronald Jimmy Mike Steve
    Antony Lloyd Jake Ned Mitch Chuck Anthony Stephen William James Charles Henry Edward Justin Narendra
    Imran Shinzo Fumio Joko Hakan Cem Alexej Alexei Dmytro Dmitrij Maxim Nikolaj Juri Andrij Oleksandr
    Serhij Denys Pawlo Wassyl Wiktor Witali Vitali Leonid Ruslan Ramsan Jewgeni Sergei Sergey Michail
    Anatoli Konstantin Arkadij Gerald Reinhold Erwin Alfred Albert Emil Ernst Eugen Ferdinand Gustav Heinz
    Hugo Jakob Julian Kai Konrad Leo Leon Leonhard Leopold Lorenz Marcel Maximilian Moritz Niels Nils Ole
    Philip Pascal Ralph Raphael Reiner Rüdiger Siegfried Theo Theodor Timo Tim Tom Torsten Thorsten Ulf
    Ullrich Uli Ulrich Veit Vincent Wilhelm Willi Willy Wolfram Achim Axel Bastian Bernhard Berthold Carl
    Carsten Karsten Claus Clemens Cornelius Detlef Detlev Dominik Eckhard Eberhard Egon Enrico Erich Erik
    Ewald Fabian Florian Gero Gregor Harald Hartmut Hendrik Holger Hubert Jannik Jérôme Jean Jost Kilian
    Kristian Lennart Marc Marius Marvin Michel Pierre Jacques François Nicolas Alain Bruno Rupert Sigurd
    Swen Tilman Tilo Tilmann Urs Reto Ueli Ignazio
    """
)
_OFFICE = re.compile(
    r"(?:minister|kanzler|präsident|sekretär|chef|sprecher|vorsitzende[rn]?|bürgermeister|experte|forscher|trainer"
    r"|direktor|anwalt|general|kommissar|botschafter|politiker|professor|bischof|gouverneur|berater|richter|herr"
    r"|kommandant|oberst|offizier|rat|leiter|historiker|ökonom|wissenschaftler|journalist|papst|könig|kanzleramtschef)$",
    re.IGNORECASE,
)
_AGENT = re.compile(
    r"(?:er|ist|ent|ant|eur|oge|nom|wirt|chef|mann|or|arzt|walt|soph|graf|zeuge|experte|kommissar|sekretär|general|oberst|könig|bischof"
    r"|vorsitzende[rn]?|beauftragte[rn]?|abgeordnete[rn]?|angehörige[rn]?|papst|rat)$",
    re.IGNORECASE,
)
_FEMININE_BODY = re.compile(
    r"(?:ung|heit|keit|schaft|ion|tät|ei|enz|anz|behörde|polizei|armee|firma|bank|zeitung|union|gruppe|kirche|stadt|kammer"
    r"|presse|agentur|welle|nato|eu|spd|cdu|csu|fdp|afd|osze|who|un|uno|iaea|nasa|wehr|opposition|spitze|seite)$",
    re.IGNORECASE,
)
_NEUTER_BODY = re.compile(
    r"(?:ium|ment|amt|institut|unternehmen|werk|haus|komitee|gericht|zentrum|team|militär|büro|blatt|magazin|bündnis|land|"
    r"netzwerk|gremium|departement|präsidium|russland|deutschland|moskau|kiew|kyjiw|washington|berlin|brüssel|peking)$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:regierung|führung|verwaltung|leitung|zeitung|kommission|fraktion|koalition|union|gewerkschaft|staatsanwaltschaft"
    r"|behörde|polizei|armee|firma|bank|partei|kammer|agentur|wehr|opposition|kirche|stadt|konzern|verband|verein"
    r"|sender|rat|senat|bund|kreml|generalstab|ministerium|parlament|amt|institut|unternehmen|komitee|gericht|militär"
    r"|blatt|magazin|bündnis|netzwerk|gremium|departement|präsidium|nato|eu|spd|cdu|csu|fdp|afd|osze|who|un|uno|iaea|nasa)$",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"(?:innen|leute|behörden|medien|forscher|politiker|kreise|experten|staaten|länder|truppen)$", re.I
)


def names_in(phrase: str) -> list[str]:
    """Return the capital words of a phrase."""
    return [w for w in _WORDS.findall(phrase) if w[0].isupper()]


@lru_cache(maxsize=20_000)
def is_female(name: str) -> bool:
    """Return whether a name or noun phrase is plainly a woman's or a feminine noun's.

    Examples
    --------
    >>> is_female("die Sprecherin Lena Birke"), is_female("Wladimir Putin")
    (True, False)
    """
    return any(
        (_FEMALE_NOUN.search(w) and w not in _NOT_FEMALE) or w in _FEMALE_NAMES for w in names_in(name)
    )


@lru_cache(maxsize=20_000)
def is_man(name: str) -> bool:
    """Return whether a name has an office or a first name that is a man's."""
    words = names_in(name)
    return any(_OFFICE.search(w) or w in _MALE_NAMES for w in words) and not is_female(name)


@lru_cache(maxsize=20_000)
def is_person(name: str) -> bool:
    """Return whether a phrase is a person: by an office, a first name, or the ending of who does something.

    Examples
    --------
    >>> is_person("Kanzler Ahorn"), is_person("die Ärztin"), is_person("die Regierung")
    (True, True, False)
    """
    if is_female(name) or is_man(name):
        return True
    words = names_in(name)
    return any(_AGENT.search(w) or w.endswith("innen") for w in words[:2])


@lru_cache(maxsize=20_000)
def is_body(name: str) -> bool:
    """Return whether the first noun of a phrase is an institution's.

    Examples
    --------
    >>> is_body("die Polizei"), is_body("der Baum")
    (True, False)
    """
    words = names_in(name)
    head = words[1] if len(words) > 1 and words[0].lower() in _BY_ARTICLE else words[0] if words else ""
    return bool(_BODY.search(head))


@lru_cache(maxsize=20_000)
def genders(core: str) -> str:
    """Return what a noun phrase can be: letters of "m", "f", "n" and "p" (many).

    Parameters
    ----------
    core : str
        Its article, adjectives and nouns, without what hangs on them (a genitive, a preposition).

    Examples
    --------
    >>> genders("die Sprecherin"), genders("das Amt"), genders("der Kanzler"), genders("Lena Birke")
    ('f', 'n', 'm', 'f')
    """
    words = _WORDS.findall(core)
    article = words[0].lower() if words else ""
    possible = _BY_ARTICLE.get(article, "")
    nouns = [w for w in words[1 if possible else 0 :] if w[0].isupper()]
    if not nouns:
        return ""
    if nouns[0].endswith("innen") or " und " in core:
        return "p"
    if is_female(core):
        return "f"
    by_noun = _by_noun(nouns, article)
    if possible and by_noun:
        return "".join(g for g in possible if g in by_noun) or possible
    return possible or by_noun or "mf"


def _by_noun(nouns: list[str], article: str) -> str:
    head = nouns[0]
    if any(w in _MALE_NAMES for w in nouns):
        return "m"
    if _FEMININE_BODY.search(head):
        return "f"
    if _NEUTER_BODY.search(head):
        return "n"
    if _PLURAL.search(head):
        return "pm" if head.endswith("er") else "p"
    if _OFFICE.search(head) or _AGENT.search(head):
        return "m" if len(nouns) > 1 or article in _BY_ARTICLE else "mp"
    if len(nouns) == 2:
        return "f" if head.endswith(("a", "ie", "ke")) else "m"
    return ""


_BY_ARTICLE = {
    "der": "mfp",
    "die": "fp",
    "das": "n",
    "den": "mp",
    "dem": "mn",
    "des": "mn",
    "ein": "mn",
    "eine": "f",
    "einen": "m",
    "einem": "mn",
    "einer": "f",
    "eines": "mn",
    "sein": "mn",
    "seine": "fp",
    "seinen": "mp",
    "seiner": "f",
    "ihr": "mn",
    "ihre": "fp",
    "ihren": "mp",
    "ihrer": "f",
    "unser": "mn",
    "unsere": "fp",
    "mehrere": "p",
    "viele": "p",
    "einige": "p",
    "zwei": "p",
    "drei": "p",
    "alle": "p",
    "beide": "p",
}
