"""Running a notebook with parameters, and opening the notebooks in JupyterLab."""

import os
import subprocess
import sys
from pathlib import Path

import papermill

from wortwahl import storage
from wortwahl.errors import InputError
from wortwahl.runs.settings import bundled


def run_notebook(name: str, parameters: dict[str, object], out: str | Path | None = None) -> Path:
    """Run a notebook from top to bottom and keep it with its outputs.

    Parameters
    ----------
    name : str
        A file, or the name of a bundled notebook: ``"03_framing"``.
    parameters : dict
        Values for the names in the notebook's parameters cell.
    out : path, optional
        The file to write; default ``reports/notebooks/NAME.ipynb``.

    Raises
    ------
    InputError
        If there is no such notebook, if it has no such parameter, or if a cell fails.
    """
    path = _find(name)
    known = papermill.inspect_notebook(str(path))
    if unknown := sorted(set(parameters) - set(known)):
        raise InputError(
            f"unknown parameter '{unknown[0]}'.",
            where=path.name,
            what_to_do=f"This notebook has: {', '.join(known)}.",
        )
    out = Path(out) if out else Path("reports/notebooks") / path.name
    # Papermill writes while it runs; what stands under the final name has run to its end.
    with storage.replacing(out) as temporary:
        target = temporary.with_suffix(".ipynb")
        try:
            papermill.execute_notebook(
                str(path), str(target), parameters=parameters, kernel_name="python3", progress_bar=False
            )
        except papermill.PapermillExecutionError as error:
            raise InputError(
                f"cell {error.exec_count} failed: {error.ename}: {error.evalue}",
                where=path.name,
                what_to_do="Open the notebook in JupyterLab to see the cell.",
            ) from error
        else:
            target.replace(temporary)
        finally:
            target.unlink(missing_ok=True)
    return out


def _find(name: str) -> Path:
    for path in (Path(name), bundled("notebooks") / f"{name}.ipynb", bundled("notebooks") / name):
        if path.is_file() and path.suffix == ".ipynb":
            return path
    names = ", ".join(sorted(path.stem for path in bundled("notebooks").glob("*.ipynb")))
    raise InputError(f"there is no notebook '{name}'.", what_to_do=f"Name a file, or one of: {names}.")


def open_lab(port: int = 8888, browser: bool = True) -> int:
    """Open JupyterLab on the project's folder and return its exit status when it ends.

    The notebooks are those of `notebooks/` here; where there is no such folder, the bundled ones are
    copied into it, once, so that they can be changed.
    """
    here = Path("notebooks")
    if not here.is_dir():
        for source in sorted(bundled("notebooks").glob("*.ipynb")):
            storage.write_bytes(here / source.name, source.read_bytes())
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.port={port}",
        "--LabApp.default_url=/lab/tree/notebooks",
    ]
    if not browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    return subprocess.call(command)  # noqa: S603 (our own interpreter, no text from outside)
