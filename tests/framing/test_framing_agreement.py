"""`find_uses` and `find_speech` give one answer for one place."""

from pathlib import Path

from wortwahl.corpus import read_corpus
from wortwahl.framing import find_speech, find_uses

SAMPLE = Path(__file__).parents[2] / "data" / "sample"


def test_a_use_has_the_voice_of_the_innermost_stretch_that_covers_it() -> None:
    corpus = read_corpus(SAMPLE).set_index("id", drop=False)
    uses = find_uses(corpus.reset_index(drop=True), "ukraine-war", method="rules")
    compared = 0
    for (article, field), here in uses.groupby(["article", "field"]):
        row = corpus.loc[article]
        title = "" if field == "title" else row["title"]
        speech = find_speech(row[field], method="rules", genre=row["genre"], title=title)
        speech = speech[speech["type"] != "Reported"].assign(
            length=lambda table: table["end"] - table["start"],
            # Of two stretches on one place the distance decides, then the quotation marks.
            far=lambda table: table["type"] != "Distanced",
            marked=lambda table: table["type"] != "Direct",
        )
        speech = speech.sort_values(["length", "far", "marked"])
        for use in here.itertuples():
            around = speech[(speech["start"] <= use.start) & (speech["end"] >= use.end)]
            assert use.voice == (around.iloc[0]["voice"] if len(around) else "newsroom"), use.surface
            compared += 1
    assert compared == len(uses) > 200
