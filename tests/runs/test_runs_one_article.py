"""A single article is a corpus: its framing is reported, and what it is too small for is left out."""

import json
from pathlib import Path

import pandas as pd
import pytest

from wortwahl import runs

TEXT = """date 2024-02 Moskau setze seine „militärische Spezialoperation“ fort, sagte der Kremlsprecher.

Der Angriffskrieg, in Russland als „Spezialoperation“ bezeichnet, dauert nun zwei Jahre.
"""


@pytest.mark.slow
def test_one_article_gives_a_report_with_a_wide_interval(tmp_path: Path) -> None:
    raw = tmp_path / "article.txt"
    raw.write_text(TEXT, "utf-8")
    settings = runs.settings_from(
        raw=(str(raw),), out=str(tmp_path / "out"), processed=str(tmp_path / "store"), voice_method="rules"
    )
    manifest = runs.run(settings, quiet=True)
    uses = pd.read_csv(tmp_path / "out/tables/uses.csv", keep_default_na=False)
    assert uses[["surface", "voice", "speaker"]].to_numpy().tolist() == [
        ["militärische Spezialoperation", "direct", "der Kremlsprecher"],
        ["Angriffskrieg", "newsroom", ""],
        ["Spezialoperation", "distanced", "Russland"],
    ]
    shares = pd.read_csv(tmp_path / "out/tables/shares.csv").set_index("frame").loc["special-operation"]
    assert (shares["uses"], shares["total"], shares["share"], shares["plain_uses"]) == (0, 1, 0, 2)
    assert shares["low"] == 0
    assert shares["high"] == pytest.approx(0.793, abs=0.001)
    assert (tmp_path / "out/report.pdf").stat().st_size > 10_000
    assert json.loads(manifest.read_text("utf-8"))["counts"]["articles"] == 1
