"""Who speaks: the subject of a verb of saying, wherever it stands, and whom a description means."""

import pytest

from wortwahl.language.speech import stretches


def who(text: str, title: str = "") -> list[str]:
    return [s.speaker for s in stretches(text, method="rules", title=title) if s.type != "Reported"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # behind what says when, where and to whom
        ("Im Vorfeld hatte das Komitee der Stadt betont, dass es kalt werde.", "das Komitee der Stadt"),
        ("Wenige Stunden später erklärte der Rat, es werde kalt.", "der Rat"),
        ("Am Montag sagte in Berlin Kanzler Jan Ahorn, es werde kalt.", "Kanzler Jan Ahorn"),
        ("Es werde kalt, sagte der Zeitung ein Fahrer.", "ein Fahrer"),
        ("Bislang glaubte niemand, dass es kalt werde.", "niemand"),
        ("Auch der frühere Trainer sagte, es werde kalt.", "der frühere Trainer"),
        ("Wie die Polizei am Montag mitteilte, wird es kalt.", "die Polizei"),
        # beside an auxiliary a participle is no present
        ("In einem Bericht der Stadt wurde vermutet, dass es kalt werde.", "einem Bericht der Stadt"),
        ("Heute hat der Senat entschieden, dass geheizt wird.", "der Senat"),
        # behind an insertion, behind "und", in a relative clause
        ("Wie der Direktor, Jan Ahorn, ausführte, sei es kalt.", "der Direktor, Jan Ahorn"),
        ("Der Chef, Jan Ahorn, dankte den Leuten und ergänzte, es werde kalt.", "Der Chef"),
        ("Ein Fahrer der Bahn, der sagte, es werde kalt, kam nicht.", "Ein Fahrer der Bahn"),
        # names that look like something else
        ("„Radio Eis“ berichtet, dass es kalt werde.", "„Radio Eis“"),
        ("Die taz vermutet, dass es kalt werde.", "Die taz"),
        # who is quoted, what a paper says, lists around a particle
        ("„Es wird kalt“, wird Jan Ahorn zitiert.", "Jan Ahorn"),
        ("Es werde kalt, so heißt es in einer Erklärung der Stadt.", "einer Erklärung der Stadt"),
        ("Es werde kalt, teilten die Polizei, die Feuerwehr und die Stadt mit.", "die Polizei"),
        # objects in front
        ("Eine „schwere Lage“ nannte Ahorn das.", "Ahorn"),
    ],
)  # fmt: skip
def test_the_subject_of_a_verb(text: str, expected: str) -> None:
    assert who(text)[0].startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Bewohner sehen das gelassen: „Es wird nicht kalt.“", "Die Bewohner"),
        ("Den Unmut brachte die Sprecherin zum Ausdruck: „Es wird kalt.“", "die Sprecherin"),
        ("Ahorn wörtlich: „Es wird kalt, sehr kalt.“", "Ahorn"),
        ("Lena Birke, Chefin der Bahn: „Es wird kalt, sehr kalt.“", "Lena Birke"),
        ("Aber es gilt weiterhin: „Es wird kalt, sehr kalt.“", ""),
    ],
)
def test_before_a_colon(text: str, expected: str) -> None:
    assert who(text) == [expected] or (expected and who(text)[0].startswith(expected))


def test_reported_speech_without_a_frame_is_of_whom_the_sentence_before_is_about() -> None:
    text = "Es werde kalt, sagte Jan Ahorn.\n\nDie Polizei warnte vor Glätte. Die Lage sei ernst."
    assert who(text)[-1] == "Die Polizei"


def test_hearsay_is_not_of_whom_it_is_about() -> None:
    text = "Der Mann floh, sagte die Polizei. Der Täter kam nicht weit. Er soll gefroren haben."
    assert who(text)[-1] != "Der Täter"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministerpräsident Jan Ahorn kam. Es werde kalt, sagte der Regierungschef.", "Jan Ahorn"),
        ("Oberbürgermeister Jan Ahorn kam. Es werde kalt, sagte der Städtetagspräsident.", "Jan Ahorn"),
        ("Außenminister Jan Ahorn kam. Es werde kalt, sagte der Bauminister.", "der Bauminister"),
        ("Kanzler Jan Ahorn kam. Es werde kalt, sagte der deutsche Regierungschef.", "Jan Ahorn"),
        ("Jan Ahorn und Lena Birke kamen. Es werde kalt, sagten die Forscher.", "die Forscher"),
        ("Nordlands Regierungschef warnt: Premier Jan Ahorn kam. Es werde kalt, sagte er.", "Jan Ahorn"),
        ("Die Feuerwehr zählt. Nach eigenen Angaben will sie bald fertig sein.", "Die Feuerwehr"),
    ],
)  # fmt: skip
def test_whom_a_description_means(text: str, expected: str) -> None:
    assert expected in who(text)[-1]
