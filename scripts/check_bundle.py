"""Starts the bundle as a user without a network would, lets it check the sample, and prints its size.

The network is cut off by the kernel where that is permitted (`unshare`); otherwise the settings for proxies and
model hubs point nowhere.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BUNDLE = Path(__file__).resolve().parent.parent / "dist" / "policycheck"
PATIENCE = 900  # seconds
NOWHERE = "http://127.0.0.1:9"


def main() -> int:
    """Return 0 when the bundle works, 1 after saying what does not."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "bundle", nargs="?", type=Path, default=BUNDLE, help="its folder (default: %(default)s)"
    )
    bundle = parser.parse_args().bundle.resolve()
    program = bundle / "policycheck"
    if not program.is_file():
        sys.stderr.write(f"There is no {program}. Run: make bundle\n")
        return 1
    with tempfile.TemporaryDirectory() as home:
        problem = check_sample(program, Path(home)) or draw_views(bundle / "policycheck-desktop", Path(home))
    sys.stdout.write(f"{size(bundle) / 1e6:,.0f} MB in {bundle}\n")
    if problem:
        sys.stderr.write(f"{problem}\n")
    return int(bool(problem))


def check_sample(program: Path, home: Path) -> str:
    """Run the demonstration and look at its report; returns what is wrong, "" where nothing is."""
    out = home / "demo"
    run = start([str(program), "demo", "--out", str(out)], home)
    if run.returncode != 0:
        return f"“policycheck demo” ended with {run.returncode}:\n{run.stderr[-2000:]}"
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    if not all(document["status"] == "read" for document in report["documents"]):
        return "not every document of the sample was read"
    gaps = sum(one["policy"] == "*" and one["verdict"] != "covered" for one in report["coverage"])
    sys.stdout.write(
        f"The sample was checked: {len(report['obligations'])} obligations, {gaps} gaps, "
        f"{len(report['conflicts'])} contradictions.\n"
    )
    return "" if gaps and report["conflicts"] else "the sample shows no gap or no contradiction"


def draw_views(program: Path, home: Path) -> str:
    """Let the desktop program draw its views without a screen; returns what is wrong, "" where nothing is."""
    pictures = home / "pictures"
    workspace = home / "demo" / "sample.policycheck"
    run = start([str(program), str(workspace), "--screenshots", str(pictures)], home)
    if run.returncode != 0 or not list(pictures.glob("*.png")):
        return f"the window draws nothing (it ended with {run.returncode}):\n{run.stderr[-2000:]}"
    sys.stdout.write(f"The window drew {len(list(pictures.glob('*.png')))} pictures of its views.\n")
    return ""


def start(command: list[str], home: Path) -> subprocess.CompletedProcess[str]:
    """Run a program with a home of its own and nothing of this Python in reach, cut off from the network."""
    kept = ("PATH", "LANG", "LC_ALL", "OMP_NUM_THREADS")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "LOGNAME": "tester"}
    environment |= {"HTTP_PROXY": NOWHERE, "HTTPS_PROXY": NOWHERE, "HF_ENDPOINT": NOWHERE}
    command = [*without_network(), *command]
    return subprocess.run(  # noqa: S603 - our own words
        command, env=environment, cwd=home, capture_output=True, text=True, check=False, timeout=PATIENCE
    )


def without_network() -> list[str]:
    """Return the words that cut a program off from every network, none where this user may not."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return []
    for words in (["-n"], ["-r", "-n"]):
        tried = subprocess.run([unshare, *words, "true"], capture_output=True, check=False)  # noqa: S603
        if tried.returncode == 0:
            return [unshare, *words]
    return []


def size(folder: Path) -> int:
    """Return the bytes of all files in a folder, links counted once."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    sys.exit(main())
