"""The first page: five sentences that say what was found, and the two tables they rest on."""

from itertools import combinations

import pandas as pd

from wortwahl.report.document import Block, Heading, Items, Line, Note, Paragraph, Strong, Table
from wortwahl.report.formats import is_missing
from wortwahl.report.results import Results
from wortwahl.report.sections.parts import columns, cut, uses_total, whole
from wortwahl.report.wording import Wording

QUOTED_ROWS = 8
# Below this a share can be given, but no reader should build on it.
FEW_ARTICLES = 30
# Half a percentage point: what a reader sees as the same number.
SAME = 0.005


def summary(results: Results, wording: Wording) -> list[Block]:
    """Return the first page."""
    facts = results.facts
    blocks: list[Block] = [Heading(wording.text("summary.title"), numbered=False)]
    if facts["codebook_question"]:
        blocks.append(Paragraph(wording.runs("summary.question", question=facts["codebook_question"])))
    if facts["sample"]:
        blocks.append(Note(wording.runs("summary.sample")))
    blocks.append(Items(sentences(results, wording), ordered=True, style="lead"))
    if results.has("shares"):
        blocks.append(_shares_table(results, wording))
        if whole(facts["articles"]) < FEW_ARTICLES:
            blocks.append(Note(wording.runs("summary.few", n=whole(facts["articles"]))))
    if results.has("speakers"):
        blocks.append(_quoted_table(results, wording))
    return blocks


def sentences(results: Results, wording: Wording) -> list[Line]:
    """Return the five sentences, each true for any corpus: an empty one, one article, one outlet."""
    return [
        _corpus(results, wording),
        _plain(results, wording),
        _own(results, wording),
        _outlets(results, wording),
        _others(results, wording),
    ]


def _corpus(results: Results, wording: Wording) -> Line:
    facts, dates = results.facts, wording.formats
    counts = {
        "articles": Strong(wording.text("summary.articles", n=whole(facts["articles"]))),
        "words": wording.text("summary.words", n=whole(facts["words"])),
        "outlets": Strong(wording.text("summary.outlets", n=whole(facts["outlets"]))),
    }
    first, last = facts["first_date"], facts["last_date"]
    if is_missing(first) or is_missing(last):
        return wording.runs("summary.corpus_undated", **counts)
    if str(first) == str(last):
        return wording.runs("summary.corpus_day", first=dates.date(first), **counts)
    return wording.runs("summary.corpus", first=dates.date(first), last=dates.date(last), **counts)


def _plain(results: Results, wording: Wording) -> Line:
    total, _ = uses_total(results)
    if not total:
        return wording.runs("summary.plain_none", codebook=results.facts["codebook_name"])
    shares = results["shares"]
    most = int(shares["plain_uses"].max())
    top = shares[shares["plain_uses"] == most]
    names = wording.listing([_quoted(results.frame(key), wording) for key in top["frame"]])
    if most == total:
        return wording.runs("summary.plain_all", n=total, frame=names)
    if len(top) > 1:
        return wording.runs("summary.plain_tie", frames=names, uses=most, n=total)
    share = wording.formats.percent(most / total)
    return wording.runs("summary.plain", frame=names, uses=most, n=total, share=share)


def _own(results: Results, wording: Wording) -> Line:
    total, own = uses_total(results)
    if not total:
        return wording.runs("summary.own_none")
    if not own:
        return wording.runs("summary.own_zero", n=total)
    shares = results["shares"]
    shares = shares[shares["plain_uses"] > 0]
    counted = shares["uses"] / own - shares["plain_uses"] / total
    gaps = shares["share"].astype(float) - shares["plain_share"].astype(float)
    known = gaps.notna() & shares["low"].notna()
    row = shares.loc[_widest(gaps[known] if known.any() else counted)]
    counts = {
        "frame": _quoted(results.frame(row["frame"]), wording),
        "uses": whole(row["uses"]),
        "n": own,
        "plain_uses": whole(row["plain_uses"]),
        "plain_total": total,
        "plain_share": wording.formats.percent(row["plain_uses"] / total),
    }
    if not known.any():
        return wording.runs("summary.own_few", **counts)
    if gaps[known].abs().max() < SAME:
        return wording.runs("summary.own_same")
    return wording.runs(
        "summary.own",
        share=Strong(wording.formats.percent(row["share"])),
        level=wording.formats.percent(results.level()),
        interval=wording.formats.interval(row["low"], row["high"]),
        **counts,
    )


def _widest(gaps: pd.Series) -> object:
    """Return where the gap is widest; of two as wide, where others say more than the outlet itself."""
    order = pd.DataFrame({"size": gaps.abs().round(9), "gap": gaps})
    return order.sort_values(["size", "gap"], ascending=[False, True], kind="stable").index[0]


def _outlets(results: Results, wording: Wording) -> Line:
    total, own = uses_total(results)
    table = results["compare_outlet"]
    names = list(dict.fromkeys([*results["outlets"]["outlet"], *table["outlet"]]))
    if max(whole(results.facts["outlets"]), len(names)) <= 1:
        if names and not is_missing(names[0]):
            return wording.runs("summary.outlet_one", outlet=_quoted(str(names[0]), wording))
        return wording.runs("summary.outlet_single")
    if not total or not own:
        return wording.runs("summary.outlets_none")
    known = table[table["share"].notna() & table["low"].notna() & table["high"].notna()]
    best, pair = -1.0, None
    for _, rows in known.groupby("frame", sort=False):
        for one, other in combinations(rows.itertuples(), 2):
            if abs(one.share - other.share) > best:
                best, pair = abs(one.share - other.share), (one, other)
    if pair is None:
        return wording.runs("summary.outlets_few")
    if best < SAME:
        return wording.runs("summary.outlets_same")
    high, low = sorted(pair, key=lambda row: -row.share)
    apart = "summary.apart" if low.high < high.low else "summary.overlap"
    return wording.runs(
        "summary.outlets_differ",
        frame=_quoted(results.frame(high.frame), wording),
        high=_quoted(str(high.outlet), wording),
        high_share=Strong(wording.formats.percent(high.share)),
        high_uses=whole(high.newsroom_uses),
        high_total=whole(high.newsroom_total),
        low=_quoted(str(low.outlet), wording),
        low_share=Strong(wording.formats.percent(low.share)),
        low_uses=whole(low.newsroom_uses),
        low_total=whole(low.newsroom_total),
        verdict=wording.text(apart, level=wording.formats.percent(results.level())),
    )


def _others(results: Results, wording: Wording) -> Line:
    total, own = uses_total(results)
    if results.has("voices"):
        by_voice = results["voices"].groupby("voice")["uses"].sum()
        total, own = int(by_voice.sum()), int(by_voice.get("newsroom", 0))
        parts = [
            wording.text(f"summary.voice_{voice}", n=int(by_voice[voice]))
            for voice in ("direct", "indirect", "distanced")
            if by_voice.get(voice, 0)
        ]
    else:
        parts = []
    if not total:
        return wording.runs("summary.others_none")
    if total == own:
        return wording.runs("summary.others_zero", n=total)
    detail = (" (", *wording.listing(parts), ")") if parts else ""
    return wording.runs(
        "summary.others",
        n=total,
        others=Strong(wording.formats.number(total - own)),
        detail=detail,
        speaker=_most_quoted(results, wording),
        method=wording.name("method", results.facts["voice_method"]),
    )


def _most_quoted(results: Results, wording: Wording) -> Line:
    speakers = results["speakers"]
    speakers = speakers[speakers["voice"] != "newsroom"]
    named = speakers.assign(who=[_who(results, row) for row in speakers.itertuples()])
    named = named[named["who"] != ""]
    if named.empty:
        return ""
    counts = named.groupby("who", sort=True)["uses"].sum()
    if (counts == counts.max()).sum() > 1:
        return ""  # with a tie there is no "most often"
    return wording.runs(
        "summary.most_quoted", who=_quoted(str(counts.idxmax()), wording), uses=int(counts.max())
    )


def _who(results: Results, row: tuple) -> str:
    if not is_missing(row.actor):
        return results.actor(row.actor)
    return "" if is_missing(row.speaker) else str(row.speaker)


def _quoted(text: str, wording: Wording) -> tuple:
    return wording.runs("quote.text", text=Strong(text))


def _shares_table(results: Results, wording: Wording) -> Table:
    formats = wording.formats
    shares = results["shares"].sort_values("plain_uses", ascending=False, kind="stable")
    rows = [
        [
            results.frame(row.frame),
            formats.number(row.plain_uses),
            formats.percent(row.plain_share, 1),
            formats.number(row.uses),
            formats.percent(row.share, 1),
            formats.interval(row.low, row.high),
            formats.number(row.stories),
        ]
        for row in shares.itertuples()
    ]
    few = wording.runs("table.few_stories") if shares["low"].isna().any() else ()
    rows, note = cut(rows, 20, "shares", wording, few)
    level = formats.percent(results.level())
    heads = columns(
        wording, "frame", "#plain_uses", "#plain_share", "#own_uses", "#own_share", "#interval", "#stories"
    )
    return Table("summary-shares", wording.runs("summary.shares_caption", level=level), heads, rows, note)


def _quoted_table(results: Results, wording: Wording) -> Table:
    """Return who is quoted with which term: an actor where the codebook knows one, else as written."""
    formats = wording.formats
    speakers = results["speakers"]
    speakers = speakers[speakers["voice"] != "newsroom"]
    named = speakers.assign(who=[_who(results, row) for row in speakers.itertuples()])
    named = named[named["who"] != ""]
    keys = ["term", "who", "voice"]
    summed = named.groupby(keys, sort=True)["uses"].sum().reset_index()
    rows: list[list[Line]] = [
        [str(row.term), str(row.who), wording.name("voice", row.voice), formats.number(row.uses)]
        for row in summed.sort_values("uses", ascending=False, kind="stable").itertuples()
    ]
    unnamed = int(speakers["uses"].sum() - named["uses"].sum())
    none = wording.runs("summary.no_speaker", n=unnamed) if unnamed else ()
    rows, note = cut(rows, QUOTED_ROWS, "speakers", wording, none)
    heads = columns(wording, "term", "speaker", "voice", "#uses")
    return Table("summary-quoted", wording.runs("summary.quoted_caption"), heads, rows, note)


def speaker_name(speaker: object, actor: object, results: Results, wording: Wording) -> Line:
    """Return a speaker as written, with the codebook's actor where that says more."""
    name = "" if is_missing(speaker) else str(speaker)
    label = "" if pd.isna(actor) or not actor else results.actor(actor)
    if not name:
        return label or wording.text("speaker.none")
    return f"{name} ({label})" if label and label != name else name
