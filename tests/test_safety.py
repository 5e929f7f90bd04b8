"""Text from outside shows as itself and does nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortwahl import safety


@pytest.mark.parametrize(
    "start", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", " =1", "＝1+1", "\r=1", "\ufeff=1"]
)
def test_a_formula_becomes_text(start: str) -> None:
    assert str(safety.sheet(start))[0] in "'\ufffd"


@pytest.mark.parametrize("value", ["-1", "+3,5", "-2.75", "Krieg", "", 3, -1.5, None, "a=b"])
def test_numbers_and_plain_words_stay(value: object) -> None:
    assert safety.sheet(value) == value


def test_html_in_an_attribute_and_in_an_element() -> None:
    assert safety.html("<script>\"'&") == "&lt;script&gt;&quot;&#x27;&amp;"


def test_typst_markup_is_inside_a_literal() -> None:
    assert safety.typst('#eval("1") $x$ `y` \\') == '"#eval(\\"1\\") $x$ `y` \\\\"'


@given(st.text())
def test_a_typst_literal_ends_only_at_its_end(text: str) -> None:
    literal = safety.typst(text)
    assert literal[0] == literal[-1] == '"'
    inside = literal[1:-1].replace("\\\\", "")
    assert '"' not in inside.replace('\\"', "")
    assert "\n" not in literal


def test_the_terminal_gets_no_escape_sequence_and_no_change_of_direction() -> None:
    assert safety.terminal("a\x1b[2Jb\u202ec") == "a\ufffd[2Jb\ufffdc"


def test_markdown_shows_its_own_signs() -> None:
    assert safety.markdown("*a* <b> [c](d) | $e$") == r"\*a\* &lt;b&gt; \[c\]\(d\) \| \$e\$"
