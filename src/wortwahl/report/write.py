"""A run's results as files: one report in two forms, a spreadsheet, and the tables themselves."""

from collections.abc import Mapping
from pathlib import Path

from wortwahl import storage
from wortwahl.report.document import Document
from wortwahl.report.html import to_html
from wortwahl.report.pdf import to_pdf
from wortwahl.report.results import Results
from wortwahl.report.sections.appendix import appendix
from wortwahl.report.sections.corpus import corpus
from wortwahl.report.sections.framing import framing
from wortwahl.report.sections.summary import summary
from wortwahl.report.sections.terms import terms
from wortwahl.report.sections.topics import topics
from wortwahl.report.sheets import to_xlsx
from wortwahl.report.wording import Wording


def make_document(results: Results, lang: str = "en") -> Document:
    """Return the report as a document, before it is HTML or PDF.

    Parameters
    ----------
    results : Results
        The facts and tables of a run.
    lang : str
        "en" or "de".
    """
    wording = Wording(lang)
    facts = results.facts
    program = f"{facts['program']} {facts['version']}".strip()
    name = str(facts["codebook_name"])
    parts = [
        wording.text("report.by", program=program),
        wording.formats.date(facts["created"]) if facts["created"] else "",
    ]
    return Document(
        title=wording.text("report.title_codebook", codebook=name) if name else wording.text("report.title"),
        subtitle=", ".join(part for part in parts if part),
        lang=lang,
        created=str(facts["created"]),
        program=program,
        front=summary(results, wording),
        body=[
            *corpus(results, wording),
            *terms(results, wording),
            *framing(results, wording),
            *topics(results, wording),
            *appendix(results, wording),
        ],
    )


def write_report(results: Mapping[str, object], out: str | Path, lang: str = "en") -> list[Path]:
    """Write `report.html`, `report.pdf`, `tables.xlsx` and `tables/<name>.csv` into a folder.

    Parameters
    ----------
    results : mapping
        `facts` (a dictionary) and any of the tables named in `wortwahl.report.results.TABLES`; a
        table that is missing is left out, and its section says so.
    out : str or Path
        The folder; made if need be.
    lang : str
        "en" or "de".

    Returns
    -------
    list of Path
        The files written, in the order of their writing. The same results give the same bytes.

    Raises
    ------
    InputError
        If a key, fact, column or language is unknown, or the folder cannot be written.
    """
    checked = Results(results)
    document = make_document(checked, lang)
    out = Path(out)
    # Everything is made before anything is written: a failure leaves the old report whole.
    pdf, html, xlsx = to_pdf(document), to_html(document), to_xlsx(checked, lang)
    written = []
    for name, table in checked.tables.items():
        path = out / "tables" / f"{name}.csv"
        storage.write_csv(table, path)
        written.append(path)
    for name, data in (("tables.xlsx", xlsx), ("report.pdf", pdf), ("report.html", html.encode("utf-8"))):
        storage.write_bytes(out / name, data)
        written.append(out / name)
    return written
