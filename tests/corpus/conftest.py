"""Small files for the readers' tests, written where the test says."""

import gzip
from pathlib import Path

import pytest

from wortwahl.corpus.limits import LIMITS
from wortwahl.corpus.raw import RawFile
from wortwahl.corpus.readers import reader_for
from wortwahl.corpus.records import Problem, Record

SHARED = Path(__file__).parents[3] / "shared" / "data"


@pytest.fixture
def put(tmp_path):
    """Write text or bytes to a file below `tmp_path` and return its path."""

    def write(name: str, content: str | bytes, encoding: str = "utf-8", packed: bool = False) -> Path:
        data = content if isinstance(content, bytes) else content.encode(encoding)
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(data, mtime=0) if packed else data)
        return path

    return write


@pytest.fixture
def records():
    """Read a file with the reader that recognises it: (reader's name, records, problems)."""

    def read(path: Path, columns=None, limits=LIMITS):
        raw = RawFile(path, limits)
        columns = columns or {}
        reader = reader_for(raw, columns)
        items = list(reader.read(raw, columns))
        return (
            reader.NAME,
            [item for item in items if isinstance(item, Record)],
            [item for item in items if isinstance(item, Problem)],
        )

    return read


@pytest.fixture
def shared():
    """The folder of real data, or a skip with the reason."""
    if not SHARED.is_dir():
        pytest.skip(f"real data are not there: {SHARED}")
    return SHARED
