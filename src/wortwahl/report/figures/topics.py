"""What articles are about: the words of a topic, and where and when it is strong."""

import pandas as pd

from wortwahl.report.figures.axes import fitting, panels, percent_axis, period_axis, with_places
from wortwahl.report.figures.style import BLUE, Plate, plate, short, styled, title
from wortwahl.report.wording import Wording

MAX_TOPICS = 12
MAX_WORDS = 8
MAX_OUTLETS = 20


def topic_labels(topics: pd.DataFrame) -> dict:
    """Return each topic's label; where that is missing, its first three words."""
    labels = {}
    for topic, rows in topics.sort_values("rank", kind="stable").groupby("topic", sort=True):
        label = rows["label"].iloc[0] if "label" in rows else None
        labels[topic] = (
            str(label) if isinstance(label, str) and label else ", ".join(map(str, rows["term"].head(3)))
        )
    return labels


@styled
def topic_words_figure(topics: pd.DataFrame, lang: str = "en") -> Plate:
    """Draw the words that weigh most in each topic.

    Parameters
    ----------
    topics : DataFrame
        Columns `topic`, `label`, `rank`, `term`, `weight`.
    lang : str
        "en" or "de".

    Returns
    -------
    Plate
        At most the first twelve topics, eight words each. Bars compare words within a topic only.
    """
    wording, labels = Wording(lang), topic_labels(topics)
    keys = list(labels)[:MAX_TOPICS]
    figure, axes = panels(max(len(keys), 1), 0.15 * MAX_WORDS + 0.42, columns=4)
    for ax, key in zip(axes, keys, strict=False):
        rows = topics[topics["topic"] == key].sort_values("rank", kind="stable").head(MAX_WORDS)
        weights = rows["weight"].astype(float)
        ax.barh(range(len(rows)), weights / (weights.max() or 1), height=0.62, color=BLUE, alpha=0.75)
        ax.set_yticks(range(len(rows)), [short(term, 15) for term in rows["term"]])
        ax.set_ylim(MAX_WORDS - 0.4, -0.6)
        ax.set_xticks([])
        for side in ("left", "bottom"):
            ax.spines[side].set_visible(False)
        # The label is made of words that stand below it anyway: the number leads to the table.
        ax.set_title(wording.text("figure.topic", number=str(key)), fontsize=7.5)
    figure.alt = wording.text(
        "alt.topic_words",
        topics="; ".join(
            f"{key}: {', '.join(str(t) for t in topics.loc[topics['topic'] == key, 'term'].head(5))}"
            for key in keys
        ),
    )
    return figure


def _panel(outlets: int) -> float:
    return (0.165 if outlets <= 12 else 0.145) * max(outlets, 2) + 0.5


def topics_drawn(outlets: int) -> int:
    """Return how many topics `topic_shares_figure` has room for."""
    return MAX_TOPICS if outlets <= 1 else min(MAX_TOPICS, fitting(_panel(min(outlets, MAX_OUTLETS))))


@styled
def topic_shares_figure(shares: pd.DataFrame, labels: dict | None = None, lang: str = "en") -> Plate:
    """Draw how much of each outlet's articles belongs to a topic, with intervals.

    Parameters
    ----------
    shares : DataFrame
        Columns `outlet`, `topic`, `share`, `low`, `high`.
    labels : dict, optional
        Topic → label.
    lang : str
        "en" or "de".

    Returns
    -------
    Plate
        A panel for each of the largest topics (`topics_drawn`), with at most 20 outlets; with one outlet a
        single panel, a row a topic.
    """
    wording, labels = Wording(lang), labels or {}
    size = shares.groupby("topic", sort=True)["share"].mean()
    outlets = list(dict.fromkeys(shares["outlet"]))[:MAX_OUTLETS]
    keys = list(size.nlargest(topics_drawn(len(outlets)), keep="first").index)
    single = len(outlets) <= 1
    if single:
        figure = plate(0.2 * max(len(keys), 2) + 0.5)
        axes, groups = [figure.add_subplot()], [(None, shares[shares["topic"].isin(keys)])]
    else:
        figure, axes = panels(len(keys), _panel(len(outlets)), columns=3, sharex=True, sharey=True)
        groups = [(key, shares[shares["topic"] == key]) for key in keys]
    for ax, (key, rows) in zip(axes, groups, strict=False):
        order, column = (keys, "topic") if single else (outlets, "outlet")
        rows = rows[rows[column].isin(order)]
        places = [order.index(name) for name in rows[column]]
        known = rows["low"].notna() & rows["high"].notna()
        marks = [place for place, there in zip(places, known, strict=True) if there]
        ax.hlines(
            marks, rows.loc[known, "low"], rows.loc[known, "high"], color=BLUE, alpha=0.45, linewidth=1.4
        )
        ax.plot(rows["share"], places, "o", color=BLUE, markersize=4.2)
        names = [f"{name} {labels.get(name, '')}".strip() for name in order] if single else order
        ax.set_yticks(range(len(order)), [short(name, 40 if single else 24) for name in names])
        ax.set_ylim(len(order) - 0.4, -0.6)
        if not single:
            ax.set_title(title(f"{key} {labels.get(key, '')}".strip(), 21), fontsize=7.5)
        percent_axis(ax.xaxis, wording.formats)
        ax.spines["left"].set_visible(False)
    for ax in axes:
        ax.set_xlim(left=min(0, ax.get_xlim()[0]))
    figure.alt = wording.text(
        "alt.topic_shares",
        topics="; ".join(
            f"{labels.get(key, key)}: "
            + ", ".join(
                f"{row.outlet} {wording.formats.percent(row.share)}"
                for row in shares[shares["topic"] == key].head(6).itertuples()
            )
            for key in keys[:6]
        ),
    )
    return figure


@styled
def topic_time_figure(months: pd.DataFrame, labels: dict | None = None, lang: str = "en") -> Plate:
    """Draw each topic's share of the articles of a month.

    Parameters
    ----------
    months : DataFrame
        Columns `month`, `topic`, `share`.
    labels : dict, optional
        Topic → label.
    lang : str
        "en" or "de".

    Returns
    -------
    Plate
        A panel for each of the twelve largest topics.
    """
    wording, labels = Wording(lang), labels or {}
    known = with_places(months, "month")
    keys = list(known.groupby("topic", sort=True)["share"].mean().nlargest(MAX_TOPICS, keep="first").index)
    first, last = (int(known["place"].min()), int(known["place"].max())) if len(known) else (0, 0)
    figure, axes = panels(max(len(keys), 1), 1.05, columns=4, sharex=True, sharey=True)
    parts = []
    for ax, key in zip(axes, keys, strict=False):
        rows = (
            known[known["topic"] == key]
            .drop_duplicates("place")
            .set_index("place")
            .reindex(range(first, last + 1))
        )
        share = rows["share"].astype(float)
        ax.fill_between(rows.index.to_numpy(), 0, share, color=BLUE, alpha=0.16, linewidth=0)
        ax.plot(
            rows.index.to_numpy(), share, color=BLUE, linewidth=1.0, marker="o" if last - first < 3 else ""
        )
        ax.set_title(title(f"{key} {labels.get(key, '')}".strip(), 18), fontsize=7)
        ax.set_ylim(bottom=0)
        percent_axis(ax.yaxis, wording.formats, 3)
        period_axis(ax, "month", first, last, wording.formats, ticks=4)
        if share.notna().any():
            top = wording.formats.period(rows.loc[share.idxmax(), "month"])
            parts.append(f"{labels.get(key, key)}: {wording.formats.percent(share.max())}, {top}")
    figure.alt = wording.text("alt.topic_months", topics="; ".join(parts))
    return figure
