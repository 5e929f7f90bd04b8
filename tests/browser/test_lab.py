"""Every notebook, run from top to bottom in JupyterLab in a real browser, as a researcher would."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
REQUIRED = os.environ.get("WORTWAHL_BROWSER") == "required"

ERROR = '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"]'
READY = "/\\| Idle/.test(document.querySelector('#jp-main-statusbar')?.textContent)"
# JupyterLab calls a kernel idle some time before it can be asked to run anything.
STARTED = "document.querySelector('.jp-CodeCell .jp-InputPrompt')?.textContent != '[ ]:'"
# A cell that has not run shows "[ ]:" and one that is running "[*]:".
FINISHED = f"""() => {{
    const prompts = [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(p => p.textContent);
    return document.querySelector('{ERROR}')
        || (prompts.length > 3 && prompts.every(text => /^\\[\\d+\\]:$/.test(text)));
}}"""

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        if REQUIRED:
            pytest.fail("WORTWAHL_BROWSER=required, but there is no Chromium")
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    return found


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a copy of the project's notebooks, and give the address with its token."""
    chromium()
    home = tmp_path_factory.mktemp("project")
    for name in ("notebooks", "data/sample", "codebooks"):
        shutil.copytree(ROOT / name, home / name)
    (home / "data/raw").mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = home / "lab.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "wortwahl", "lab", "--port", str(port), "--no-browser"],
            cwd=home,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=os.environ | {"JUPYTER_TOKEN": "test", "JUPYTER_CONFIG_DIR": str(home / "config")},
        )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(120):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{address}/api?token=test", timeout=2)  # noqa: S310 (our own server)
                break
            assert server.poll() is None, log.read_text("utf-8", "replace")
            time.sleep(0.5)
        else:
            pytest.fail(log.read_text("utf-8", "replace"))
        yield address
    finally:
        server.terminate()
        server.wait(20)


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_a_notebook_runs_from_top_to_bottom(lab: str, notebook: str, tmp_path: Path) -> None:
    from playwright.sync_api import TimeoutError, sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
        )
        page = browser.new_page(viewport={"width": 1400, "height": 1200})
        page.goto(f"{lab}/lab/tree/notebooks/{notebook}?token=test&reset", timeout=60_000)
        page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
        cells = page.locator(".jp-CodeCell").count
        page.wait_for_function(READY, timeout=90_000)
        for _ in range(10):
            page.get_by_role("menuitem", name="Run", exact=True).first.click()
            page.get_by_role("menuitem", name=re.compile("^Run All Cells$")).first.click()
            with contextlib.suppress(TimeoutError):
                page.wait_for_function(STARTED, timeout=10_000)
                break
        page.wait_for_function(FINISHED, timeout=180_000)
        page.screenshot(path=tmp_path / f"{notebook}.png")
        errors = page.locator(ERROR).all_inner_texts()
        figures = page.locator(".jp-RenderedImage, .jp-RenderedSVG, .jp-RenderedHTMLCommon svg").count()
        ran = cells()
        browser.close()
    assert not errors, errors[0]
    assert ran >= 5
    assert figures >= 1
