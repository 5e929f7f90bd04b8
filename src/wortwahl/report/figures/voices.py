"""Who says a frame's words: the outlet itself, a person quoted, or nobody in earnest."""

import pandas as pd
from matplotlib.patches import Patch

from wortwahl.report.figures.axes import percent_axis
from wortwahl.report.figures.style import VOICE_COLOURS, Plate, legend_above, plate, short, styled
from wortwahl.report.wording import Wording

MAX_ROWS = 24


@styled
def voices_figure(
    table: pd.DataFrame, by: str = "frame", labels: dict[str, str] | None = None, lang: str = "en"
) -> Plate:
    """Draw what part of the uses stands in each voice, one bar a frame or an outlet.

    Parameters
    ----------
    table : DataFrame
        Columns `outlet`, `frame`, `voice`, `uses`.
    by : str
        "frame" or "outlet": what a bar stands for.
    labels : dict, optional
        Key → label for the bars.
    lang : str
        "en" or "de".

    Returns
    -------
    Plate
        Bars in order of uses, at most 24, with the number of uses in each part that has room.
    """
    wording, labels = Wording(lang), labels or {}
    counts = table.pivot_table(
        index=by, columns="voice", values="uses", aggfunc="sum", fill_value=0, sort=False
    )
    counts = counts.reindex(columns=[*VOICE_COLOURS, *(v for v in counts.columns if v not in VOICE_COLOURS)])
    counts = counts.fillna(0)
    totals = counts.sum(axis=1)
    keys = list(totals[totals > 0].nlargest(MAX_ROWS, keep="first").index)
    figure = plate(0.24 * max(len(keys), 1) + 0.4)
    ax = figure.add_subplot()
    for place, key in enumerate(keys):
        left = 0.0
        for voice in counts.columns:
            width = counts.loc[key, voice] / totals[key]
            ax.barh(place, width, left=left, height=0.68, color=VOICE_COLOURS.get(voice, "#dddddd"))
            if width > 0.045:
                colour = "white" if voice == "newsroom" else "#222222"
                text = wording.formats.number(counts.loc[key, voice])
                ax.text(left + width / 2, place, text, ha="center", va="center", color=colour, fontsize=6.5)
            left += width
        ax.text(1.015, place, wording.text("figure.n", n=int(totals[key])), va="center", fontsize=6.5)
    ax.set_yticks(range(len(keys)), [short(labels.get(key, key), 34) for key in keys])
    ax.set_ylim(max(len(keys), 1) - 0.5, -0.5)
    ax.set_xlim(0, 1)
    percent_axis(ax.xaxis, wording.formats)
    ax.grid(False)
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    shown = [voice for voice in VOICE_COLOURS if counts.get(voice, pd.Series(dtype=float)).sum() > 0]
    handles = [Patch(color=VOICE_COLOURS[voice]) for voice in shown]
    names = [wording.name("voice", voice) for voice in shown]
    legend_above(figure, handles, names)
    figure.alt = wording.text(
        "alt.voices",
        bars="; ".join(
            wording.text(
                "alt.voices_bar",
                name=str(labels.get(key, key)),
                parts=", ".join(
                    f"{wording.name('voice', voice)} {wording.formats.number(counts.loc[key, voice])}"
                    for voice in counts.columns
                    if counts.loc[key, voice]
                ),
            )
            for key in keys[:12]
        ),
    )
    return figure
