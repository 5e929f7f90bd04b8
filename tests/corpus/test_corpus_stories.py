"""Stories: exact copies, versions, wire copy within days, and what must not be joined."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortwahl.corpus.wire import find_stories, shingle_hashes, signatures, stories_of
from wortwahl.errors import InputError


def prose(seed: int, words: int = 200) -> list[str]:
    """Return made-up words that no other seed has in the same order."""
    numbers = np.random.default_rng(seed).integers(0, 3000, words)
    return [f"wort{number}ü" for number in numbers]


def corpus(*rows: tuple) -> pd.DataFrame:
    """Return articles of (id, day or "", outlet, words)."""
    table = pd.DataFrame(rows, columns=["id", "date", "outlet", "text"])
    return table.assign(
        text=[" ".join(words) for words in table["text"]],
        date_precision=["day" if day else "" for day in table["date"]],
        date=pd.to_datetime(table["date"].replace("", None)),
        agency="",
        story=table["id"],
    )


def stories(articles: pd.DataFrame, **parameters) -> str:
    """Return the stories as one string, an article a letter."""
    return "".join(find_stories(articles, **parameters)["story"])


A, B, C = prose(1), prose(2), prose(3)


def test_the_input_is_not_changed() -> None:
    articles = corpus(("a", "2024-01-01", "X", A), ("b", "2024-01-02", "Y", A))
    before = articles.copy(deep=True)
    found = find_stories(articles)
    pd.testing.assert_frame_equal(articles, before)
    assert found["story"].tolist() == ["a", "a"]
    pd.testing.assert_frame_equal(found.drop(columns="story"), before.drop(columns="story"))


@pytest.mark.parametrize(
    ("copy", "same"),
    [
        (A, True),
        (A[:60], True),  # cut from the end
        ([*prose(9, 40), *A[30:]], True),  # a new lead
        ([*A[100:], *A[:100]], True),  # swapped halves
        (["Kiew", "dpa", *A], True),  # a dateline
        ([word.upper() for word in A], True),
        ([*A[:70], *prose(8, 130)], False),  # a third is quoted
        (B, False),
        (A[:10], False),  # so few words say little
    ],
)
def test_copies(copy: list[str], same: bool) -> None:
    articles = corpus(("a", "2024-01-01", "X", A), ("b", "2024-01-03", "Y", copy))
    assert stories(articles) == ("aa" if same else "ab")


def test_a_story_is_named_by_its_earliest_article_and_by_the_smaller_id_of_one_day() -> None:
    assert stories(corpus(("b", "2024-01-02", "X", A), ("c", "2024-01-01", "Y", A))) == "cc"
    assert stories(corpus(("c", "2024-01-01", "X", A), ("b", "2024-01-01", "Y", [*A, "Ende"]))) == "bb"


def test_a_story_is_not_longer_than_the_window() -> None:
    late = corpus(("a", "2024-01-01", "X", A), ("b", "2024-01-09", "Y", A))
    assert stories(late) == "ab"
    assert stories(late, window_days=8) == "aa"
    assert stories(late, window_days=0) == "ab"
    chain = corpus(
        *((name, f"2024-01-{day:02}", "X", A) for name, day in zip("abcd", (1, 6, 10, 13), strict=True))
    )
    assert stories(chain) == "aacc"


def test_articles_without_a_day() -> None:
    undated = corpus(("a", "", "X", A), ("b", "2024-01-02", "Y", [*A, "Ende"]), ("c", "2025-01-02", "Z", A))
    assert stories(undated) == "cbc"
    month = corpus(("a", "2024-01-01", "X", A), ("b", "2024-01-20", "Y", [*A, "Ende"]))
    month["date_precision"] = ["month", "day"]
    assert stories(month) == "bb"
    month["date"] = pd.to_datetime(["2024-03-01", "2024-01-20"])
    assert stories(month) == "ab"
    assert stories(corpus(("a", "", "X", A), ("b", "", "Y", A))) == "aa"


def test_a_digest_does_not_join_what_it_collects() -> None:
    digest = corpus(("a", "2024-01-01", "X", A), ("b", "2024-01-01", "Y", B), ("c", "2024-01-02", "Z", A + B))
    assert stories(digest) in ("aba", "abb")


def test_a_chain_of_neighbours_is_no_story() -> None:
    # Each shares more than half with the next, and nothing with the one after that.
    words = prose(5, 1200)
    links = [
        (name, "2024-01-01", f"X{name}", words[i * 80 : i * 80 + 200])
        for i, name in enumerate("abcdefghijkl")
    ]
    found = find_stories(corpus(*links))["story"]
    assert found.value_counts().max() <= 3


def test_a_report_does_not_join_the_live_blog_in_which_it_stands() -> None:
    blog = [*prose(6, 2000), *A, *prose(7, 2000)]
    assert stories(corpus(("a", "2024-01-01", "X", A), ("b", "2024-01-01", "X", blog))) == "ab"


def test_standing_text_joins_nothing() -> None:
    advertisement = prose(4, 120)
    articles = corpus(
        *(
            (name, "2024-01-01", "X", [*prose(number, 100), *advertisement])
            for number, name in enumerate("abcd", 20)
        )
    )
    assert stories(articles) == "abcd"
    # The same words in versions of one article, and in other outlets, are copies.
    versions = corpus(*((name, "2024-01-01", "X", [*A, f"Stand{name}"]) for name in "abcd"))
    assert stories(versions) == "aaaa"
    assert stories(versions.assign(outlet="")) == "aaaa"


def test_copies_under_different_advertisements() -> None:
    ads = {outlet: prose(number, 90) for number, outlet in enumerate("XY", 40)}
    rows = [
        (f"{o}{i}", "2024-01-01", o, [*prose(60 + i + 10 * (o == "X"), 90), *ads[o]])
        for o in ads
        for i in range(4)
    ]
    rows += [("a", "2024-01-01", "X", [*A[:80], *ads["X"]]), ("b", "2024-01-01", "Y", [*A[:80], *ads["Y"]])]
    found = find_stories(corpus(*rows)).set_index("id")["story"]
    assert found["b"] == "a"
    assert found.drop("b").is_unique


def test_short_and_empty_texts_and_an_empty_corpus() -> None:
    assert stories(corpus(("a", "2024-01-01", "X", ["Mehr"]), ("b", "2024-01-01", "X", ["Mehr"]))) == "ab"
    assert stories(corpus(("a", "2024-01-01", "X", []), ("b", "", "", []))) == "ab"
    empty = corpus(("a", "2024-01-01", "X", A)).head(0)
    assert find_stories(empty)["story"].tolist() == []
    assert len(shingle_hashes("")) == 0
    assert stories(corpus(("a", "2024-01-01", "X", A[:14]), ("b", "2024-01-01", "Y", A[:14]))) == "aa"


@pytest.mark.parametrize("edited", [False, True])
def test_ten_thousand_copies_of_one_article(edited: bool) -> None:
    texts = [" ".join([*A[:80], f"Zeichen{i}"] if edited else A[:80]) for i in range(10_000)]
    articles = pd.DataFrame(
        {
            "id": [f"{i:05}" for i in range(10_000)],
            "date": pd.Timestamp("2024-01-01"),
            "date_precision": "day",
            "outlet": [f"X{i % 50}" for i in range(10_000)],
            "text": texts,
        }
    )
    assert find_stories(articles)["story"].unique().tolist() == ["00000"]


def small_corpus(plan: list[tuple[int, int, int, int]]) -> pd.DataFrame:
    """Return articles that are cuts and joins of three texts, by (text, cut, day, outlet)."""
    rows = []
    for number, (text, cut, day, outlet) in enumerate(plan):
        words = (A, B, C, A[:90] + C[:110])[text][:cut]
        rows.append((f"{number:02}", "" if day == 0 else f"2024-01-{day:02}", "XYZ"[outlet], words))
    return corpus(*rows)


plans = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 200), st.integers(0, 20), st.integers(0, 2)),
    min_size=1,
    max_size=12,
)


@settings(deadline=None, max_examples=30)
@given(plans, st.randoms(use_true_random=False))
def test_order_and_batches_do_not_matter(plan, random) -> None:
    articles = small_corpus(plan)
    whole = find_stories(articles).set_index("id")["story"]
    order = list(range(len(articles)))
    random.shuffle(order)
    mixed = articles.iloc[order]
    cut = random.randint(0, len(order))
    parts = pd.concat([signatures(mixed.iloc[cut:]), signatures(mixed.iloc[:cut])], ignore_index=True)
    found = stories_of(parts, mixed.drop(columns="text"))
    assert found.index.tolist() == mixed["id"].tolist()
    assert found.sort_index().equals(whole.sort_index().rename_axis("article"))
    # A story is named by one of its own, and is no longer than the window.
    members = articles.assign(story=whole.to_numpy()).groupby("story")
    assert all(name in set(part["id"]) for name, part in members)
    assert (members["date"].max() - members["date"].min()).max() <= pd.Timedelta(days=7) or articles[
        "date"
    ].isna().all()


def test_signatures_stay_the_same_after_parquet(tmp_path) -> None:
    articles = corpus(("a", "2024-01-01", "X", A), ("b", "2024-01-01", "Y", A[:100]))
    made = signatures(articles)
    made.to_parquet(tmp_path / "part.parquet", index=False)
    kept = pd.read_parquet(tmp_path / "part.parquet")
    assert stories_of(kept, articles).equals(stories_of(made, articles))
    assert made["signature"].map(len).max() < 2 * 200
    assert stories_of(kept.head(0), articles).tolist() == ["a", "b"]
    assert stories_of(kept, articles.head(1)).tolist() == ["a"]


def test_hashes_count_words_only() -> None:
    assert (
        shingle_hashes("Übung, macht den – Meister! Oder nicht")
        == shingle_hashes("übung MACHT den meister ODER nicht")
    ).all()
    text = " ".join(A)
    assert 0.2 < len(shingle_hashes(text)) / len(A) < 0.5


@settings(deadline=None)
@given(st.text())
def test_any_text_has_hashes(text) -> None:
    hashes = shingle_hashes(text)
    assert (np.diff(hashes.astype(np.int64)) > 0).all()


@pytest.mark.parametrize(
    ("change", "parameters"),
    [
        ("text", {}),
        ("outlet", {}),
        ("date_precision", {}),
        ("", {"window_days": -1}),
        ("", {"threshold": 1.5}),
    ],
)
def test_what_is_wrong_is_an_error(change: str, parameters: dict) -> None:
    articles = corpus(("a", "2024-01-01", "X", A)).drop(columns=[change] if change else [])
    with pytest.raises(InputError):
        find_stories(articles, **parameters)
