"""Terms: which words are frequent, which set an outlet apart, and which keep company."""

from wortwahl.report.document import Block, Code, Heading, Line, Paragraph, Plot, Table
from wortwahl.report.figures.terms import MAX_OUTLETS, MAX_TERMS, keyness_figure
from wortwahl.report.results import Results
from wortwahl.report.sections.parts import columns, cut
from wortwahl.report.wording import Wording

OUTLET_ROWS = 30
TERMS_LISTED = 12
KEYNESS_A_OUTLET = 5
COLLOCATES_A_TERM = 6
ROWS = 60


def terms(results: Results, wording: Wording) -> list[Block]:
    """Return the section on terms, or nothing if no terms were counted."""
    parts = [*_frequent(results, wording), *_keyness(results, wording), *_collocates(results, wording)]
    if not parts:
        return []
    return [Heading(wording.text("terms.title")), Paragraph(wording.runs("terms.intro")), *parts]


def _frequent(results: Results, wording: Wording) -> list[Block]:
    if not results.has("terms_outlet"):
        return []
    rows: list[list[Line]] = []
    for outlet, part in results["terms_outlet"].groupby("outlet", sort=False, dropna=False):
        top = part.nlargest(TERMS_LISTED, "per_million", keep="first")
        listed = ", ".join(
            f"{term}\u00a0({wording.formats.number(rate)})"
            for term, rate in zip(top["term"], top["per_million"], strict=True)
        )
        rows.append([str(outlet), listed])
    rows, note = cut(rows, OUTLET_ROWS, "terms_outlet", wording)
    return [
        Heading(wording.text("terms.frequent_title"), 2),
        Table(
            "terms",
            wording.runs("terms.frequent_caption"),
            columns(wording, "outlet", ("terms", 2.0)),
            rows,
            note,
        ),
    ]


def _keyness(results: Results, wording: Wording) -> list[Block]:
    if not results.has("keyness") or results["keyness"]["outlet"].nunique() < 2:
        return []
    formats = wording.formats
    table = results["keyness"].sort_values("g2", ascending=False, kind="stable")
    order = {outlet: place for place, outlet in enumerate(dict.fromkeys(results["keyness"]["outlet"]))}
    top = table[table["log_ratio"] > 0].groupby("outlet", sort=False).head(KEYNESS_A_OUTLET)
    top = top.sort_values("outlet", kind="stable", key=lambda names: names.map(order))
    rows: list[list[Line]] = [
        [
            str(row.outlet),
            str(row.term),
            formats.number(row.count_target),
            formats.number(row.count_reference),
            formats.number(row.g2, 1),
            formats.number(row.log_ratio, 2),
            f"{formats.number(row.low, 1)} … {formats.number(row.high, 1)}",
            formats.p(row.p),
        ]
        for row in top.itertuples()
    ]
    if not rows:
        return []
    caption = wording.runs("terms.keyness_figure", n=MAX_TERMS)
    if len(order) > MAX_OUTLETS:
        caption = (*caption, " ", *wording.runs("corpus.cap_first", shown=MAX_OUTLETS, n=len(order)))
    shown, _ = cut(rows, ROWS, "keyness", wording)
    rest = len(table) - len(shown)
    note = wording.runs("table.more", n=rest, file=Code("tables/keyness.csv")) if rest else ()
    heads = columns(
        wording, "outlet", "term", "#count_target", "#count_reference", "#g2", "#log_ratio", "#interval", "#p"
    )
    return [
        Heading(wording.text("terms.keyness_title"), 2),
        Paragraph(wording.runs("terms.keyness_text")),
        Plot("keyness", caption, keyness_figure(results["keyness"], wording.lang)),
        Table("keyness", wording.runs("terms.keyness_caption"), heads, shown, note, group=True),
    ]


def _collocates(results: Results, wording: Wording) -> list[Block]:
    if not results.has("collocates"):
        return []
    formats = wording.formats
    table = results["collocates"]
    order = {term: place for place, term in enumerate(dict.fromkeys(table["term"]))}
    top = table.sort_values("log_dice", ascending=False, kind="stable")
    top = top.groupby("term", sort=False).head(COLLOCATES_A_TERM)
    top = top.sort_values("term", kind="stable", key=lambda names: names.map(order))
    rows: list[list[Line]] = [
        [
            row.word,
            str(row.collocate),
            formats.number(row.observed),
            formats.number(row.expected, 1),
            formats.number(row.log_dice, 1),
            formats.number(row.g2, 1),
        ]
        # `count` would hide the tuple's own method
        for row in top.rename(columns={"count": "observed"}).assign(word=top["term"].astype(str)).itertuples()
    ]
    shown, _ = cut(rows, ROWS, "collocates", wording)
    rest = len(table) - len(shown)
    note = wording.runs("table.more", n=rest, file=Code("tables/collocates.csv")) if rest else ()
    heads = columns(wording, "term", "collocate", "#count", "#expected", "#log_dice", "#g2")
    return [
        Heading(wording.text("terms.collocates_title"), 2),
        Paragraph(wording.runs("terms.collocates_text")),
        Table("collocates", wording.runs("terms.collocates_caption"), heads, shown, note, group=True),
    ]
