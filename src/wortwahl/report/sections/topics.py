"""Topics: what the articles are about, whether a reader can trust it, and where and when."""

from wortwahl.report.document import Block, Heading, Line, Note, Paragraph, Plot, Table
from wortwahl.report.figures.topic_map import topic_map_figure
from wortwahl.report.figures.topics import (
    MAX_OUTLETS,
    MAX_TOPICS,
    topic_labels,
    topic_shares_figure,
    topic_time_figure,
    topic_words_figure,
    topics_drawn,
)
from wortwahl.report.formats import parse_period
from wortwahl.report.results import Results
from wortwahl.report.sections.parts import columns, cut
from wortwahl.report.wording import Wording

TOPIC_ROWS = 40
WORDS_LISTED = 10


def topics(results: Results, wording: Wording) -> list[Block]:
    """Return the section on topics, or nothing if no model was fitted."""
    if not results.has("topics"):
        return []
    table = results["topics"]
    labels = topic_labels(table)
    caption = wording.runs("topics.words_figure")
    if len(labels) > MAX_TOPICS:
        caption = (*caption, " ", *wording.runs("topics.cap", shown=MAX_TOPICS, n=len(labels)))
    return [
        Heading(wording.text("topics.title")),
        Paragraph(wording.runs("topics.intro", n=len(labels))),
        *_carried(results, wording),
        Heading(wording.text("topics.words_title"), 2),
        *_diagnostics(results, wording),
        Plot("topic-words", caption, topic_words_figure(table, wording.lang)),
        *_map(results, wording),
        *_shares(results, labels, wording),
        *_months(results, labels, wording),
    ]


def _diagnostics(results: Results, wording: Wording) -> list[Block]:
    formats = wording.formats
    words = {
        topic: ", ".join(part.sort_values("rank", kind="stable")["term"].astype(str).head(WORDS_LISTED))
        for topic, part in results["topics"].groupby("topic", sort=True)
    }
    if not results.has("topic_diagnostics"):
        rows: list[list[Line]] = [[str(topic), listed] for topic, listed in words.items()]
        rows, note = cut(rows, TOPIC_ROWS, "topics", wording)
        heads = columns(wording, "topic", ("top_words", 2.0))
        return [Table("topics", wording.runs("topics.words_caption"), heads, rows, note)]
    table = results["topic_diagnostics"]
    rows = [
        [
            str(row.topic),
            words.get(row.topic, str(row.label)),
            formats.number(row.articles),
            formats.number(row.coherence, 2),
            formats.number(row.exclusivity, 2),
            formats.number(row.stability, 2),
            wording.text("value.true" if row.readable else "value.false"),
        ]
        for row in table.itertuples()
    ]
    rows, note = cut(rows, TOPIC_ROWS, "topic_diagnostics", wording, wording.runs("topics.measures"))
    heads = columns(
        wording,
        "topic",
        ("top_words", 2.0),
        "#articles",
        "#coherence",
        "#exclusivity",
        "#stability",
        "readable",
    )
    blocks: list[Block] = [Table("topics", wording.runs("topics.diagnostics_caption"), heads, rows, note)]
    weak = int((~table["readable"].astype(bool)).sum())
    if weak:
        blocks.append(Note(wording.runs("topics.weak", n=weak)))
    return blocks


def _carried(results: Results, wording: Wording) -> list[Block]:
    if not results.has("topic_drift"):
        return []
    row, formats = results["topic_drift"].iloc[0], wording.formats
    if not (row["added"] or row["gone"]):
        return []
    values = {name: formats.number(int(row[name])) for name in ("fitted", "added", "gone")}
    return [
        Note(
            wording.runs(
                "topics.carried",
                **values,
                unknown=formats.percent(row["unknown_share"]),
                at_fit=formats.percent(row["at_fit"]),
            )
        )
    ]


def _map(results: Results, wording: Wording) -> list[Block]:
    if not results.has("topic_map") or len(results["topic_map"]) < 3:  # two points make no map
        return []
    return [
        Heading(wording.text("topics.map_title"), 2),
        Plot(
            "topic-map",
            wording.runs("topics.map_figure"),
            topic_map_figure(results["topic_map"], wording.lang),
        ),
    ]


def _shares(results: Results, labels: dict, wording: Wording) -> list[Block]:
    if not results.has("topic_shares"):
        return []
    table = results["topic_shares"]
    caption = wording.runs("topics.shares_figure", level=wording.formats.percent(results.level()))
    outlets = table["outlet"].nunique()
    shown = topics_drawn(outlets)
    if len(labels) > shown:
        caption = (*caption, " ", *wording.runs("topics.cap_largest", shown=shown, n=len(labels)))
    if outlets > MAX_OUTLETS:
        caption = (*caption, " ", *wording.runs("corpus.cap_first", shown=MAX_OUTLETS, n=outlets))
    return [
        Heading(wording.text("topics.shares_title"), 2),
        Paragraph(wording.runs("topics.shares_text")),
        Plot("topic-shares", caption, topic_shares_figure(table, labels, wording.lang)),
    ]


def _months(results: Results, labels: dict, wording: Wording) -> list[Block]:
    table = results["topic_months"]
    months = {parse_period(month, "month") for month in table["month"]} - {None}
    if len(months) < 2:
        return []
    caption = wording.runs("topics.months_figure")
    if len(labels) > MAX_TOPICS:
        caption = (*caption, " ", *wording.runs("topics.cap_largest", shown=MAX_TOPICS, n=len(labels)))
    return [
        Heading(wording.text("topics.months_title"), 2),
        Plot("topic-months", caption, topic_time_figure(table, labels, wording.lang)),
    ]
