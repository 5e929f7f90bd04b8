"""The examples in the docstrings run."""

import doctest
import importlib
import pkgutil

import pytest

import wortwahl.corpus

MODULES = sorted(
    module.name for module in pkgutil.walk_packages(wortwahl.corpus.__path__, "wortwahl.corpus.")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("name", wortwahl.corpus.__all__)
def test_what_is_public_says_what_it_is(name):
    public = getattr(wortwahl.corpus, name)
    if callable(public):
        assert public.__doc__
        assert public.__doc__.split("\n")[0].endswith(".")
