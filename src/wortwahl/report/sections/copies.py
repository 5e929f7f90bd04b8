"""Shared copy: how much of the corpus is printed twice, and what that does to the shares."""

import pandas as pd

from wortwahl.report.document import Block, Code, Heading, Line, Note, Paragraph, Strong, Table
from wortwahl.report.results import Results
from wortwahl.report.sections.parts import columns, cut
from wortwahl.report.wording import Wording

PAIR_ROWS = 15
SHOWN_FRAMES = 3
COPIES_ROWS = 45
# Half a percentage point: what a reader sees as the same number.
SAME = 0.005


def copies(results: Results, wording: Wording) -> list[Block]:
    """Return the part on shared copy; nothing where no story has more than one article."""
    if not (results["story_sizes"]["size"].gt(1).any() or results.has("shared_copy")):
        return []
    return [
        Heading(wording.text("copies.title"), 2),
        Paragraph((*wording.runs("copies.text"), *_how_many(results, wording))),
        *_pairs(results, wording),
        *_shares(results, wording),
        *_effect(results, wording),
    ]


def _how_many(results: Results, wording: Wording) -> Line:
    table = results["story_sizes"]
    several = table[table["size"] > 1]
    if several.empty:
        return ()
    found = wording.runs(
        "copies.articles",
        shared=Strong(wording.formats.number(several["articles"].sum())),
        n=int(table["articles"].sum()),
        stories=int(several["stories"].sum()),
        several=int(several["several_outlets"].sum()),
    )
    return (" ", *found)


def _pairs(results: Results, wording: Wording) -> list[Block]:
    if not results.has("shared_copy"):
        return []
    table = results["shared_copy"].sort_values("stories", ascending=False, kind="stable")
    cells = zip(table["outlet"], table["with"], table["stories"], strict=True)
    rows: list[list[Line]] = [
        [str(one), str(other), wording.formats.number(stories)] for one, other, stories in cells
    ]
    rows, note = cut(rows, PAIR_ROWS, "shared_copy", wording)
    heads = columns(wording, "outlet", "with", "#stories")
    return [Table("shared-copy", wording.runs("copies.pairs_caption"), heads, rows, note)]


def _shares(results: Results, wording: Wording) -> list[Block]:
    if not results.has("copies"):
        return []
    table = results["copies"]
    frames = table.groupby("frame", sort=False)["uses"].sum().nlargest(SHOWN_FRAMES)
    table = table[(table["total"] > 0) & table["frame"].isin(frames[frames > 0].index)]
    order = {frame: place for place, frame in enumerate(frames.index)}
    table = table.sort_values("frame", kind="stable", key=lambda keys: keys.map(order))
    if table.empty:
        return []
    rows: list[list[Line]] = [
        [
            results.frame(row.frame),
            str(row.outlet),
            wording.text("table.of", uses=int(row.uses), n=int(row.total)),
            _share(row.share, row.low, row.high, wording),
            _share(row.share_story, row.low_story, row.high_story, wording),
            _share(row.share_weighted, row.low_weighted, row.high_weighted, wording),
            wording.formats.number(row.agency_uses),
        ]
        for row in table.itertuples()
    ]
    few = wording.runs("table.few_stories") if table["share"].isna().any() else ()
    rows, note = cut(rows, COPIES_ROWS, "copies", wording, few)
    heads = columns(
        wording,
        *("frame", "outlet", "#uses", "#share_raw", "#share_story", "#share_weighted", "#agency_uses"),
    )
    caption = wording.runs("copies.shares_caption", level=wording.formats.percent(results.level()))
    return [
        Paragraph(wording.runs("copies.shares_text")),
        Table("copies", caption, heads, rows, note, group=True),
    ]


def _share(share: float, low: float, high: float, wording: Wording) -> str:
    text = wording.formats.percent(share)
    if pd.isna(low) or pd.isna(high):
        return text
    # Three of them stand side by side: the unit is said once.
    low, high = (wording.formats.number(100 * value) for value in (low, high))
    return f"{text} ({low}–{high})"


def _effect(results: Results, wording: Wording) -> list[Block]:
    table = results["copy_effect"].dropna(subset=["difference"])
    if table.empty:
        return []
    # The largest that is known with its interval; with few stories almost any difference is large.
    bounded = table.dropna(subset=[name for name in ("low", "high") if name in table])
    known = "low" in table and len(bounded) > 0
    table = bounded if known else table
    row = table.loc[table["difference"].abs().idxmax()]
    if abs(row["difference"]) < SAME:
        return [Paragraph(wording.runs("copies.effect_none"))]
    formats = wording.formats
    rest = row["against"] == "rest"
    found = wording.runs(
        "copies.effect",
        frame=Strong(results.frame(row["frame"])),
        outlet=Strong(str(row["outlet"])),
        share=formats.percent(row["share"]),
        other=wording.text("copies.rest") if rest else str(row["against"]),
        share_other=formats.percent(row["share_against"]),
        difference=formats.points(row["difference"], 1),
        copied=_part(row, "copy", wording),
        worded=_part(row, "wording", wording),
        file=Code("tables/copy_effect.csv"),
    )
    return [Note(found if known else (*found, " ", *wording.runs("copies.effect_few")))]


def _part(row: pd.Series, name: str, wording: Wording) -> str:
    text = wording.formats.points(row[f"{name}_part"], 1)
    low, high = row.get(f"{name}_low"), row.get(f"{name}_high")
    if pd.isna(low) or pd.isna(high):
        return text
    low, high = (wording.formats.points(value, 1) for value in (low, high))
    return wording.text("copies.bounds", part=text, low=low, high=high)
