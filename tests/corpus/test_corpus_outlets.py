"""Outlets from addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortwahl.corpus.outlets import outlet_of_url


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.bote.example/a?b#c", "bote.example"),
        ("http://BOTE.example:8080/", "bote.example"),
        ("https://news.bote.example/", "news.bote.example"),
        ("www.bote.example/politik", "bote.example"),
        ("bote.example", "bote.example"),
        ("https://müller.example/", "müller.example"),
        ("", ""),
        ("keine Adresse", ""),
        ("http://[", ""),
        ("mailto:a@bote", ""),
        ("https:///politik", ""),
    ],
)
def test_hosts(url, outlet):
    assert outlet_of_url(url) == outlet


@given(st.text())
def test_nothing_crashes(url):
    assert "\n" not in outlet_of_url(url)
