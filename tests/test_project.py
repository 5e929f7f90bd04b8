"""The house rules that no single module can hold: import order, one set of dependencies, clean lock file."""

import ast
import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "wortwahl"
# The order in which data flow; a module imports only from those before it.
ORDER = [
    "errors", "safety", "storage", "language", "corpus", "statistics", "framing", "terms", "topics",
    "validation", "sharing", "report", "lab", "runs", "__init__", "cli", "__main__",
]  # fmt: skip


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def is_module(name: str) -> bool:
    place = PACKAGE.parent.joinpath(*name.split("."))
    return place.is_dir() or place.with_suffix(".py").is_file()


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.split(".")[0] == "wortwahl"}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; name the module in full"
            if node.module and node.module.split(".")[0] == "wortwahl":
                for alias in node.names:
                    below = f"{node.module}.{alias.name}"
                    found.add(below if is_module(below) else node.module)
    return found


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_from_those_before_it(path: Path) -> None:
    own = path.relative_to(PACKAGE).with_suffix("").parts[0]
    assert own in ORDER, f"{own} has no place in the order"
    for module in imports(path):
        other = room(module)
        assert other == own or ORDER.index(other) < ORDER.index(own), f"{own} imports {module}"


def test_there_is_no_circle_of_imports_inside_a_folder() -> None:
    graph = {}
    for path in modules():
        name = ".".join(("wortwahl", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
            ".__init__"
        )
        graph[name] = imports(path)
    visiting, done = [], set()

    def visit(name: str) -> None:
        assert name not in visiting, " → ".join([*visiting, name])
        if name in done:
            return
        visiting.append(name)
        for other in graph.get(name, ()):
            if other in graph and not name.startswith(other + "."):
                visit(other)
        visiting.pop()
        done.add(name)

    for name in graph:
        visit(name)


def test_only_small_files() -> None:
    long = {path.name: n for path in modules() if (n := len(path.read_text("utf-8").splitlines())) > 400}
    assert not long


def test_nothing_pickles() -> None:
    pickling = re.compile(r"import (pickle|joblib)|from (pickle|joblib)|allow_pickle=True|(to|read)_pickle\(")
    assert not [path for path in modules() if pickling.search(path.read_text("utf-8"))]


def test_environment_yml_and_pyproject_name_the_same_dependencies() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    conda = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))["dependencies"]
    pip = next(entry["pip"] for entry in conda if isinstance(entry, dict))
    listed = [entry for entry in conda if isinstance(entry, str) and entry != "pip"]
    python = f"python{project['requires-python']}"
    assert sorted(listed + pip) == sorted([*project["dependencies"], python, "-e ."])


def test_the_lock_file_pins_every_dependency_with_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert not re.search(r"https?:|file:|--(extra-)?index|--find-links", lock)
    pinned = set(re.findall(r"^([A-Za-z0-9_.-]+)==", lock, re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {re.match(r"[A-Za-z0-9_-]+", line).group().lower() for line in wanted}
    assert names <= pinned
    assert lock.count("==") <= lock.count("--hash=sha256:")


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.name)
def test_a_notebook_is_committed_without_outputs_and_defines_nothing(path: Path) -> None:
    cells = json.loads(path.read_text("utf-8"))["cells"]
    assert 15 <= len(cells) <= 32
    assert sum("parameters" in cell["metadata"].get("tags", []) for cell in cells) == 1
    for before, cell in zip([None, *cells], cells, strict=False):
        if cell["cell_type"] != "code":
            continue
        assert not cell["outputs"]
        assert cell["execution_count"] is None
        assert before is not None, "a sentence stands before every code cell"
        assert before["cell_type"] == "markdown", f"no sentence before: {''.join(cell['source'])[:60]}"
        assert not re.search(r"^\s*(def|class) ", "".join(cell["source"]), re.MULTILINE)
