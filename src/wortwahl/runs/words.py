"""Words of a run: each part of the store is counted once, the rest is done on the sum."""

from pathlib import Path

import pandas as pd

from wortwahl import terms
from wortwahl.runs.by_part import ByPart
from wortwahl.runs.store import PART, WORDS, Part
from wortwahl.terms import TermMatrix

# In the report: words that are common enough to compare, groups that are large enough to have a style.
KEY_TERMS = 25
MINIMUM_COUNT = 5
TERMS_PER_OUTLET = 200

COUNTS = ByPart(
    name="terms",
    label="Words",
    rooms=("language", "terms"),
    make=lambda articles: terms.count_terms(articles),
    write=terms.save_matrix,
    read=terms.load_matrix,
    ending="npz",
    # What else is known of an article is joined when all is counted.
    columns=("id", "title", "text"),
)


def count_parts(parts: list[Part], facts: pd.DataFrame, processed: Path, quiet: bool = False) -> TermMatrix:
    """Return the matrix of a corpus, counting only the parts that are not yet counted."""
    whole = terms.join_genitives(terms.combine(COUNTS.of(parts, processed, quiet)))
    return select_articles(whole, facts)


def select_articles(matrix: TermMatrix, facts: pd.DataFrame) -> TermMatrix:
    """Return a matrix with the rows of `facts` only, in their order: a repeat in another file is left out."""
    first = ~matrix.articles["id"].duplicated()
    rows = pd.Series(range(len(matrix.articles)), index=matrix.articles["id"])[first.to_numpy()]
    wanted = rows.loc[facts["id"]].to_numpy()
    return TermMatrix(
        matrix.counts[wanted],
        # As the run has named them, which the store has not.
        facts.drop(columns=[PART, WORDS], errors="ignore").reset_index(drop=True),
        matrix.vocabulary,
        matrix.words[wanted],
    )


def term_tables(matrix: TermMatrix, level: float = 0.95) -> dict[str, pd.DataFrame]:
    """Return the most frequent words of each outlet, and the words that are its own against the rest."""
    frequencies = terms.term_frequencies(matrix, by="outlet")
    return {
        "terms_outlet": frequencies.groupby("outlet", sort=False)
        .head(TERMS_PER_OUTLET)
        .reset_index(drop=True),
        "keyness": terms.keyness_of_groups(
            matrix, by="outlet", minimum_count=MINIMUM_COUNT, per_group=KEY_TERMS, level=level
        ),
    }
