"""How good the rules are on the dev split, by the published metric: a floor only ever rises."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT.parent / "shared" / "data" / "quotations" / "dev.jsonl"
FLOORS = {
    "Message": 0.778,
    "Roles": 0.665,
    "Joint": 0.723,
    "Form": 0.755,
    "speaker met": 0.85,
    "token newsroom": 0.79,
    "token no Reported": 0.84,
    "token direct": 0.955,
    "token indirect": 0.80,
}


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    if not DEV.exists():
        pytest.skip("the quotation corpus (../shared/data/quotations) is not here")
    spec = importlib.util.spec_from_file_location("benchmark_voice", ROOT / "benchmarks" / "voice.py")
    voice = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(voice)
    return voice.measure(voice.read("dev", DEV.parent), voice.METHODS["rules"])


@pytest.mark.parametrize("figure", FLOORS)
def test_rules_on_dev(figures: dict[str, float], figure: str) -> None:
    assert figures[figure] >= FLOORS[figure]
