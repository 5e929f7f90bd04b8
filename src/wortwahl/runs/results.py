"""The tables of a run, each made by the function a notebook would call."""

import pandas as pd

from wortwahl import corpus, framing
from wortwahl.corpus.schema import joined_articles
from wortwahl.framing import Codebook
from wortwahl.framing.examples import in_turn
from wortwahl.framing.excerpts import Budget
from wortwahl.runs.choices import Choices
from wortwahl.runs.settings import Settings
from wortwahl.runs.store import PART, WORDS, Part, load_articles

# In the report, not in the tables: enough to judge the voice by, few enough to read.
EXAMPLES = 60
# Only the texts of these uses are held at once, however many a corpus has: the first for the examples, most
# of which are shown, and the first of every form of a term, one of which is.
_EXAMPLES_TRIED, _TRIED_A_FORM = 10 * EXAMPLES, 10


def corpus_tables(facts: pd.DataFrame, problems: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return what the corpus is: coverage, outlets, genres, lengths and problems."""
    counted = facts.assign(words=facts[WORDS])
    return {
        "coverage": corpus.coverage(counted, by=["outlet", "month"]),
        "outlets": corpus.outlet_summary(counted),
        "genres": corpus.genre_counts(counted),
        "lengths": corpus.length_quantiles(counted),
        "problems": problems,
        "story_sizes": framing.story_sizes(facts),
        "shared_copy": framing.shared_copy(facts),
    }


def framing_tables(
    uses: pd.DataFrame,
    facts: pd.DataFrame,
    parts: list[Part],
    codebook: Codebook,
    settings: Settings,
    chosen: Choices,
) -> dict[str, pd.DataFrame]:
    """Return who writes what in whose voice: shares, voices, speakers, examples and forms.

    All of them speak of the same genres, so that their totals agree; the table of uses itself has all,
    and so have the forms, which show what a codebook catches.
    """
    counted = uses[uses["genre"].isin(chosen.genres)]
    tables: dict[str, pd.DataFrame] = {}
    shown = {
        "genre": chosen.genres,
        "frames": list(codebook.frames),
        "min_stories": chosen.minimum_stories,
        "level": settings.level,
        "n_boot": settings.resamples,
        "seed": settings.seed,
    }
    texts = load_selected(parts, facts, perhaps_shown(uses, counted, settings.seed))
    # One for all that is shown, so that no article is put together from several tables.
    budget = Budget(texts)
    # Without a story in several articles, or a named agency, the three ways to count are one.
    if counted["story"].nunique() < counted["article"].nunique() or (counted["agency"] != "").any():
        tables["copies"] = framing.compare_copies(uses, by="outlet", **shown)
        # What no newsroom says for itself has no share to differ in.
        own = counted.loc[counted["voice"] == "newsroom", "frame"].unique()
        frames = [frame for frame in shown["frames"] if frame in own]
        if frames:
            tables["copy_effect"] = framing.copy_effect(uses, by="outlet", frame=frames, **shown)
    return {
        **tables,
        "shares": framing.frame_shares(uses, **shown),
        "compare_outlet": framing.compare_voices(uses, by="outlet", **shown),
        "shares_period": framing.frame_shares(uses, by=chosen.period, **shown),
        "voices": framing.voice_counts(counted, by="outlet"),
        "speakers": framing.quoted_speakers(counted),
        "examples": framing.examples(counted, texts, n=EXAMPLES, seed=settings.seed, budget=budget),
        "forms": framing.expand_terms(codebook, texts, uses=uses, budget=budget),
    }


def perhaps_shown(uses: pd.DataFrame, counted: pd.DataFrame, seed: int) -> set[str]:
    """Return the ids of the articles from which examples are taken, and examples of forms."""
    examples = counted["article"].iloc[in_turn(counted, seed)[:_EXAMPLES_TRIED]]
    by_field = uses.sort_values("field", kind="stable")  # as `expand_terms` looks: a text before a title
    forms = by_field.groupby(["frame", "term", "surface"], sort=False).head(_TRIED_A_FORM)["article"]
    return {*examples, *forms}


def load_selected(parts: list[Part], facts: pd.DataFrame, ids: set[str]) -> pd.DataFrame:
    """Return the articles with the given ids from the store, reading only the parts that hold them."""
    wanted = facts[facts["id"].isin(ids)].groupby(PART)["id"].agg(set)
    frames = [load_articles(part, wanted[part.key]) for part in parts if part.key in wanted.index]
    if not frames:
        return load_articles(parts[0], set()) if parts else pd.DataFrame()
    return joined_articles(frames)
