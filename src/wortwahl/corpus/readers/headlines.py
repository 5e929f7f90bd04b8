"""Tables of headlines with addresses but without texts: each headline is the text of its article."""

from collections.abc import Iterable, Iterator, Mapping

from wortwahl.corpus.assemble import as_text
from wortwahl.corpus.columns import recognised
from wortwahl.corpus.records import Problem, Record

_ADD = "To analyse the articles themselves, add their texts as a column 'text'; else nothing."
_NO_HEADLINE = "Fill it in, or leave the row out."


def with_headlines(
    items: Iterable[Record | Problem], columns: Mapping[str, str], instead: str = ""
) -> Iterator[Record | Problem]:
    """Yield records as they are where they have a column for the text, and else their headlines as texts.

    A headline stands in `text` alone, so that no word of it is counted twice, and a further column
    `extent` says "headline". One problem says how many there are.

    Parameters
    ----------
    items : iterable of Record and Problem
        What a reader of tables gives.
    columns : mapping
        The caller's names, which come first.
    instead : str
        A column whose words stand for a headline that is empty: those of the link to the article.
    """
    count = 0
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        ours = recognised(item.fields, columns)
        if "text" in ours.values():
            yield item
            continue
        title = next((own for own, name in ours.items() if name == "title"), "")
        headline = next(filter(str.strip, (as_text(item.fields.get(own)) for own in (title, instead))), "")
        if not headline:
            yield Problem(item.row, "the row has neither text nor headline.", _NO_HEADLINE)
            continue
        count += 1
        rest = {own: value for own, value in item.fields.items() if own != title}
        yield Record(item.row, {**rest, "text": headline, "extent": "headline"})
    if count:
        yield Problem(0, f"the table has no texts: {count:,} headlines are read as such.", _ADD)
