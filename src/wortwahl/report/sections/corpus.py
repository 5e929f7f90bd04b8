"""The corpus: what was collected, from whom and when, so that no gap is read as silence."""

from wortwahl.report.document import Block, Heading, Line, Paragraph, Plot, Table
from wortwahl.report.figures.corpus import MAX_OUTLETS, coverage_figure, coverage_period, lengths_figure
from wortwahl.report.formats import is_missing
from wortwahl.report.results import Results
from wortwahl.report.sections.parts import columns, cut, whole
from wortwahl.report.wording import Wording

OUTLET_ROWS = 40
UNKNOWN_ROWS = 15


def corpus(results: Results, wording: Wording) -> list[Block]:
    """Return the section on the corpus."""
    blocks: list[Block] = [
        Heading(wording.text("corpus.title")),
        Paragraph(wording.runs("corpus.intro")),
        *_outlets(results, wording),
        *_coverage(results, wording),
        *_lengths(results, wording),
        *_genres(results, wording),
        *_languages(results, wording),
        *_unknown_outlets(results, wording),
        *_cleaning(results, wording),
    ]
    count = max(whole(results.facts["problems_count"]), len(results["problems"]))
    if count:
        blocks.append(Paragraph(wording.runs("corpus.problems", n=count)))
    return blocks


def _outlets(results: Results, wording: Wording) -> list[Block]:
    if not results.has("outlets"):
        return [Paragraph(wording.runs("corpus.no_outlets"))]
    formats = wording.formats
    table = results["outlets"].sort_values("articles", ascending=False, kind="stable")
    rows: list[list[Line]] = [
        [
            str(row.outlet),
            formats.number(row.articles),
            formats.number(row.words),
            formats.number(row.median_words),
            formats.date(row.first),
            formats.date(row.last),
            formats.number(row.undated),
        ]
        for row in table.itertuples()
    ]
    rows, note = cut(rows, OUTLET_ROWS, "outlets", wording)
    heads = columns(
        wording, ("outlet", 1.3), "#articles", "#words", "#median_words", "first", "last", "#undated"
    )
    return [
        Heading(wording.text("corpus.outlets_title"), 2),
        Table("outlets", wording.runs("corpus.outlets_caption"), heads, rows, note),
    ]


def _coverage(results: Results, wording: Wording) -> list[Block]:
    if not results.has("coverage"):
        return []
    table = results["coverage"]
    outlets, period = table["outlet"].nunique(), coverage_period(table)
    caption = wording.runs("corpus.coverage_figure", period=wording.text(f"period.{period}"))
    if outlets > MAX_OUTLETS:
        caption = (*caption, " ", *wording.runs("figure.cap_outlets", shown=MAX_OUTLETS, n=outlets))
    unknown = int(
        table.loc[table["month"].map(lambda month: is_missing(month) or month == "unknown"), "articles"].sum()
    )
    if unknown:
        caption = (*caption, " ", *wording.runs("corpus.coverage_unknown", n=unknown))
    return [
        Heading(wording.text("corpus.coverage_title"), 2),
        Paragraph(wording.runs("corpus.coverage_text")),
        Plot("coverage", caption, coverage_figure(table, wording.lang)),
    ]


def _lengths(results: Results, wording: Wording) -> list[Block]:
    table = results["lengths"].dropna(subset=["q50"])
    if table.empty:
        return []
    caption = wording.runs("corpus.lengths_figure")
    if len(table) > MAX_OUTLETS:
        caption = (*caption, " ", *wording.runs("corpus.cap_first", shown=MAX_OUTLETS, n=len(table)))
    return [
        Heading(wording.text("corpus.lengths_title"), 2),
        Plot("lengths", caption, lengths_figure(table, wording.lang)),
    ]


def _genres(results: Results, wording: Wording) -> list[Block]:
    if not results.has("genres"):
        return []
    table = results["genres"].sort_values("articles", ascending=False, kind="stable")
    counted = set(results.facts["genres_counted"])
    rows: list[list[Line]] = [
        [
            wording.name("genre", "" if is_missing(row.genre) else str(row.genre)),
            wording.formats.number(row.articles),
            wording.text("value.true" if not counted or (row.genre or "") in counted else "value.false"),
        ]
        for row in table.itertuples()
    ]
    return [
        Heading(wording.text("corpus.genres_title"), 2),
        Paragraph(wording.runs("corpus.genres_text")),
        Table(
            "genres",
            wording.runs("corpus.genres_caption"),
            columns(wording, "genre", "#articles", "counted"),
            rows,
        ),
    ]


def _languages(results: Results, wording: Wording) -> list[Block]:
    if not results.has("languages"):
        return []
    table = results["languages"].sort_values("articles", ascending=False, kind="stable")
    rows: list[list[Line]] = [
        [
            wording.name("language", "" if is_missing(row.language) else str(row.language)),
            wording.formats.number(row.articles),
            wording.text("value.true" if row.kept else "value.false"),
        ]
        for row in table.itertuples()
    ]
    heads = columns(wording, "language", "#articles", "kept")
    return [
        Heading(wording.text("corpus.languages_title"), 2),
        Table("languages", wording.runs("corpus.languages_caption"), heads, rows),
    ]


def _unknown_outlets(results: Results, wording: Wording) -> list[Block]:
    if not results.has("unknown_outlets"):
        return []
    table = results["unknown_outlets"].sort_values("articles", ascending=False, kind="stable")
    rows: list[list[Line]] = [
        ["–" if is_missing(row.outlet) else str(row.outlet), wording.formats.number(row.articles)]
        for row in table.itertuples()
    ]
    rows, note = cut(rows, UNKNOWN_ROWS, "unknown_outlets", wording)
    caption = wording.runs("corpus.unknown_outlets_caption")
    return [
        Heading(wording.text("corpus.unknown_outlets_title"), 2),
        Table("unknown-outlets", caption, columns(wording, "outlet", "#articles"), rows, note),
    ]


def _cleaning(results: Results, wording: Wording) -> list[Block]:
    if not results.has("cleaning"):
        return []
    # A table by file has a change more than once.
    table = results["cleaning"].groupby("change", sort=True)[["articles", "places"]].sum().reset_index()
    table = table.sort_values("articles", ascending=False, kind="stable")
    rows: list[list[Line]] = [
        [
            wording.name("change", str(row.change)),
            wording.formats.number(row.articles),
            wording.formats.number(row.places),
        ]
        for row in table.itertuples()
    ]
    heads = columns(wording, "change", "#articles", "#places")
    return [
        Heading(wording.text("corpus.cleaning_title"), 2),
        Paragraph(wording.runs("corpus.cleaning_text")),
        Table("cleaning", wording.runs("corpus.cleaning_caption"), heads, rows),
    ]
