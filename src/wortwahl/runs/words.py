"""Words of a run: each part of the store is counted once, the rest is done on the sum."""

from pathlib import Path

import pandas as pd

from wortwahl import storage, terms
from wortwahl.runs.cache import reading
from wortwahl.runs.code import code_key
from wortwahl.runs.progress import bar
from wortwahl.runs.store import PART, WORDS, Part, load_articles
from wortwahl.terms import TermMatrix

# In the report: words that are common enough to compare, groups that are large enough to have a style.
KEY_TERMS = 25
MINIMUM_COUNT = 5
TERMS_PER_OUTLET = 200
# Of an article; what else is known of it is joined when all is counted.
_NEEDED = ["id", "title", "text"]


def count_parts(parts: list[Part], facts: pd.DataFrame, processed: Path, quiet: bool = False) -> TermMatrix:
    """Return the matrix of a corpus, counting only the parts that are not yet counted."""
    made_by = code_key("language", "terms")
    matrices = []
    with bar(sum(part.articles for part in parts), "Words", "articles", quiet) as progress:
        for part in parts:
            name = storage.content_key("terms of", _NEEDED, part.key, made_by)
            path = processed / "store" / "terms" / name[:2] / f"{name}.npz"
            if path.exists():
                with reading(path):
                    matrices.append(terms.load_matrix(path))
            else:
                matrices.append(terms.count_terms(load_articles(part)[_NEEDED]))
                terms.save_matrix(matrices[-1], path)
            progress.update(part.articles)
    whole = terms.join_genitives(terms.combine(matrices))
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
