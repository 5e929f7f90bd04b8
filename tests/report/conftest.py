import pypdf
import pytest
from edge_results import nasty, tiny
from made_up_results import made_up

from wortwahl.report import write_report


@pytest.fixture(scope="session")
def german_report(tmp_path_factory):
    """A whole report in German, written once."""
    results = made_up(outlets=3, months=3, scale=2, topics=3)
    results["problems"] = results["problems"].assign(problem="Kein Text.", what_to_do="Prüfen.")
    out = tmp_path_factory.mktemp("german")
    write_report(results, out, "de")
    return out


@pytest.fixture(scope="session")
def german_pdf(german_report):
    """The pages of that report."""
    return pypdf.PdfReader(german_report / "report.pdf")


@pytest.fixture(scope="session")
def tiny_report(tmp_path_factory):
    """The report on a single article, in German, written once."""
    out = tmp_path_factory.mktemp("tiny")
    write_report(tiny(), out, "de")
    return out


@pytest.fixture(scope="session")
def nasty_report(tmp_path_factory):
    """A report of which every text from outside tries to break out, written once."""
    out = tmp_path_factory.mktemp("nasty")
    write_report(nasty(), out, "en")
    return out
