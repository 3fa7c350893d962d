"""Where the sample corpus is: inside the installed package, or in a checkout."""

from pathlib import Path

from policycheck.errors import PolicycheckError


def sample_corpus() -> Path:
    """Return the folder that holds `legislation/` and `local_policies/`; raises PolicycheckError."""
    here = Path(__file__).resolve().parent
    for folder in (here / "sample_corpus", here.parent / "corpus"):
        if (folder / "local_policies").is_dir():
            return folder
    raise PolicycheckError("The sample corpus is not installed.", remedy="Reinstall policycheck.")
