import pandas as pd
import pytest

from wortwahl.runs.choices import choose, choose_genres, choose_number_of_topics, choose_period


def dates(first, last):
    return pd.Series(pd.to_datetime([first, None, last]))


@pytest.mark.parametrize(
    ("first", "last", "stories", "period"),
    [
        ("2024-06-01", "2024-06-10", 500, "day"),
        ("2024-06-01", "2024-06-10", 15, "week"),
        ("2024-04-01", "2024-06-20", 500, "week"),
        ("2022-02-24", "2024-06-18", 5000, "month"),
        ("2022-02-24", "2024-06-18", 50, "quarter"),
        ("2022-02-24", "2024-06-18", 49, "year"),
        ("2014-01-01", "2024-06-18", 50_000, "quarter"),
        ("1990-01-01", "2024-06-18", 50_000, "year"),
        ("2024-06-01", "2024-06-01", 1, "year"),
    ],
)
def test_a_period_has_enough_stories_and_not_too_many_steps(first, last, stories, period):
    assert choose_period(dates(first, last), stories) == period


def test_what_was_asked_for_is_taken():
    assert choose_period(dates("2022-01-01", "2024-01-01"), 1, "day") == "day"


def test_without_a_date_there_is_some_period():
    assert choose_period(pd.Series([pd.NaT, pd.NaT]), 100) == "month"


def test_genres_are_news_where_there_is_news():
    assert choose_genres(pd.DataFrame({"genre": ["speech", "commentary"]})) == ("commentary", "speech")
    assert choose_genres(pd.DataFrame({"genre": ["speech", ""]})) == ("report", "liveblog", "")


def test_choices_do_not_change_the_tables():
    facts = pd.DataFrame({"genre": ["report"] * 3, "story": list("abc")})
    uses = pd.DataFrame({"date": dates("2022-01-01", "2024-01-01"), "story": list("abc")})
    before = facts.copy(), uses.copy()
    chosen = choose(facts, uses)
    pd.testing.assert_frame_equal(facts, before[0])
    pd.testing.assert_frame_equal(uses, before[1])
    assert (chosen.period, chosen.minimum_stories) == ("year", 1)


@pytest.mark.parametrize(("articles", "topics"), [(1, 5), (200, 10), (100_000, 30)])
def test_topics_grow_with_the_corpus(articles, topics):
    assert choose_number_of_topics(articles) == topics
    assert choose_number_of_topics(articles, 7) == 7
