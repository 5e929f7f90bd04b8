"""Framing: what is said how often, in whose voice, where and when."""

import pandas as pd

from wortwahl.report.document import Block, Code, Heading, Line, Paragraph, Plot, Strong, Table
from wortwahl.report.figures.shares import MAX_FRAMES, MAX_OUTLETS, compare_figure, time_figure
from wortwahl.report.figures.voices import MAX_ROWS, voices_figure
from wortwahl.report.formats import is_missing
from wortwahl.report.results import Results
from wortwahl.report.sections.copies import copies
from wortwahl.report.sections.parts import columns, cut, uses_total
from wortwahl.report.sections.summary import speaker_name
from wortwahl.report.wording import Wording

COMPARE_ROWS = 60
SPEAKER_ROWS = 25
EXAMPLES_A_FRAME = 6
FORM_ROWS = 40
# No space stands between a word and these: „Krieg“, (Krieg), Krieg.
_OPENING = ("„", "»", "(", "[", "‚", "›", "-", "/")
_CLOSING = (".", ",", ";", ":", "!", "?", ")", "]", "“", "”", "«", "‘", "’", "‹", '"', "'", "-", "/")


def framing(results: Results, wording: Wording) -> list[Block]:
    """Return the section on frames."""
    blocks: list[Block] = [
        Heading(wording.text("framing.title")),
        Paragraph(wording.runs("framing.intro")),
        Paragraph(wording.runs("framing.counted", genres=_genres(results, wording))),
    ]
    total, _ = uses_total(results)
    if not total and not results.has("voices"):
        return [*blocks, Paragraph(wording.runs("framing.none")), *copies(results, wording)]
    blocks += _compare(results, wording)
    blocks += _time(results, wording)
    blocks += copies(results, wording)
    blocks += _voices(results, wording)
    blocks += _speakers(results, wording)
    blocks += _examples(results, wording)
    blocks += _forms(results, wording)
    return blocks


def _genres(results: Results, wording: Wording) -> Line:
    names = [wording.name("genre", key) for key in results.facts["genres_counted"]]
    return wording.listing(names) if names else wording.text("framing.all_genres")


def _compare(results: Results, wording: Wording) -> list[Block]:
    if not results.has("compare_outlet"):
        return []
    table = results["compare_outlet"]
    outlets, frames = table["outlet"].nunique(), table["frame"].nunique()
    caption = [*wording.runs("framing.compare_figure", level=wording.formats.percent(results.level()))]
    if outlets > MAX_OUTLETS:
        caption += [" ", *wording.runs("figure.cap_outlets", shown=MAX_OUTLETS, n=outlets)]
    if frames > MAX_FRAMES:
        caption += [" ", *wording.runs("figure.cap_frames", shown=MAX_FRAMES, n=frames)]
    figure = compare_figure(table, results.facts["frames"], wording.lang)
    return [
        Heading(wording.text("framing.compare_title"), 2),
        Paragraph(wording.runs("framing.compare_text")),
        Plot("compare", tuple(caption), figure),
        _compare_table(results, wording),
    ]


def _compare_table(results: Results, wording: Wording) -> Table:
    formats = wording.formats
    table = results["compare_outlet"]
    table = table[table["plain_uses"] > 0]
    rows: list[list[Line]] = [
        [
            str(row.outlet),
            results.frame(row.frame),
            wording.text("table.of", uses=int(row.plain_uses), n=int(row.plain_total)),
            formats.percent(row.plain_share),
            wording.text("table.of", uses=int(row.newsroom_uses), n=int(row.newsroom_total)),
            formats.percent(row.share),
            formats.interval(row.low, row.high),
            formats.points(row.difference),
        ]
        for row in table.itertuples()
    ]
    few = wording.runs("table.few_stories") if table["low"].isna().any() else ()
    rows, note = cut(rows, COMPARE_ROWS, "compare_outlet", wording, wording.runs("table.difference"), few)
    level = formats.percent(results.level())
    heads = columns(
        wording,
        *(
            "outlet",
            "frame",
            "#plain_uses",
            "#plain_share",
            "#own_uses",
            "#own_share",
            "#interval",
            "#difference",
        ),
    )
    caption = wording.runs("framing.compare_table", level=level)
    return Table("compare", caption, heads, rows, note, group=True)


def _time(results: Results, wording: Wording) -> list[Block]:
    table, period = results["shares_period"], results.period()
    if not period or _periods(table, period) < 2 or "outlet" in table.columns:
        return []  # one point is no line, and one line an outlet and frame is for a notebook
    level = wording.formats.percent(results.level())
    caption = wording.runs("framing.time_figure", period=wording.text(f"period.{period}"), level=level)
    unknown = table.loc[table[period].astype(str) == "unknown", "plain_uses"].sum()
    if unknown:
        caption = (*caption, " ", *wording.runs("framing.time_unknown", n=int(unknown)))
    return [
        Heading(wording.text("framing.time_title"), 2),
        Paragraph(wording.runs("framing.time_text")),
        Plot("time", caption, time_figure(table, results.facts["frames"], wording.lang)),
    ]


def _periods(table: pd.DataFrame, column: str) -> int:
    return table.loc[table[column].astype(str) != "unknown", column].nunique()


def _voices(results: Results, wording: Wording) -> list[Block]:
    if not results.has("voices"):
        return []
    voices = results["voices"]
    method = wording.name("method", results.facts["voice_method"])
    blocks: list[Block] = [
        Heading(wording.text("framing.voices_title"), 2),
        Paragraph(wording.runs("framing.voices_text", method=method)),
        Plot(
            "voices",
            wording.runs("framing.voices_figure"),
            voices_figure(voices, "frame", results.facts["frames"], wording.lang),
        ),
    ]
    outlets = voices["outlet"].nunique()
    if outlets > 1:
        caption = wording.runs("framing.voices_outlet_figure")
        if outlets > MAX_ROWS:
            more = wording.runs("figure.cap_outlets", shown=MAX_ROWS, n=outlets)
            caption = (*caption, " ", *more)
        blocks.append(Plot("voices-outlet", caption, voices_figure(voices, "outlet", None, wording.lang)))
    return blocks


def _speakers(results: Results, wording: Wording) -> list[Block]:
    table = results["speakers"]
    table = table[table["voice"] != "newsroom"].sort_values("uses", ascending=False, kind="stable")
    if table.empty:
        return []
    shown = table.head(SPEAKER_ROWS)
    formats, order = wording.formats, _ranks(shown["frame"])
    rows: list[list[Line]] = [
        [
            results.frame(row.frame),
            str(row.term),
            speaker_name(row.speaker, row.actor, results, wording),
            wording.name("voice", row.voice),
            formats.number(row.uses),
            formats.number(row.articles),
        ]
        for row in shown.sort_values("frame", kind="stable", key=lambda keys: keys.map(order)).itertuples()
    ]
    rest = len(table) - len(shown)
    note = wording.runs("table.more", n=rest, file=Code("tables/speakers.csv")) if rest else ()
    heads = columns(wording, "frame", "term", "speaker", "voice", "#uses", "#articles")
    return [
        Heading(wording.text("framing.speakers_title"), 2),
        Paragraph(wording.runs("framing.speakers_text")),
        Table("speakers", wording.runs("framing.speakers_caption"), heads, rows, note, group=True),
    ]


def _examples(results: Results, wording: Wording) -> list[Block]:
    if not results.has("examples"):
        return []
    table = results["examples"]
    shown = table.groupby("frame", sort=False, dropna=False).head(EXAMPLES_A_FRAME)
    shown = shown.sort_values("frame", kind="stable", key=lambda keys: keys.map(_ranks(keys)))
    rows = [_example(row, results, wording) for row in shown.itertuples()]
    rest = len(table) - len(shown)
    note = wording.runs("table.more", n=rest, file=Code("tables/examples.csv")) if rest else ()
    heads = columns(wording, "frame", ("example", 1.6), ("voice", 1.1), ("outlet", 1.1))
    return [
        Heading(wording.text("framing.examples_title"), 2),
        Paragraph(wording.runs("framing.examples_text")),
        Table("examples", wording.runs("framing.examples_caption"), heads, rows, note, group=True),
    ]


def _ranks(keys: pd.Series) -> dict:
    return {key: place for place, key in enumerate(dict.fromkeys(keys))}


def _example(row: tuple, results: Results, wording: Wording) -> list[Line]:
    def side(value: object) -> str:
        return "" if is_missing(value) else " ".join(str(value).split())

    left, right = side(row.left), side(row.right)
    before = "" if not left or left.endswith(_OPENING) else " "
    after = "" if right.startswith(_CLOSING) else " "
    text = (left + before, Strong(side(row.surface)), after + right)
    voice = wording.name("voice", row.voice)
    if not is_missing(row.speaker):
        voice = f"{voice}: {row.speaker}"
    where = str(row.outlet) if is_missing(row.date) else f"{row.outlet}, {wording.formats.date(row.date)}"
    return [results.frame(row.frame), text, voice, where]


def _forms(results: Results, wording: Wording) -> list[Block]:
    if not results.has("forms"):
        return []
    formats = wording.formats
    table = results["forms"].sort_values("count", ascending=False, kind="stable")
    rows: list[list[Line]] = [
        [
            results.frame(row.frame),
            str(row.term),
            str(row.form),
            formats.number(row.uses),
            formats.number(row.articles),
        ]
        # `count` would hide the tuple's own method
        for row in table.rename(columns={"count": "uses"}).itertuples()
    ]
    rows, note = cut(rows, FORM_ROWS, "forms", wording)
    heads = columns(wording, "frame", "term", "form", "#uses", "#articles")
    return [
        Heading(wording.text("framing.forms_title"), 2),
        Paragraph(wording.runs("framing.forms_text")),
        Table("forms", wording.runs("framing.forms_caption"), heads, rows, note),
    ]
