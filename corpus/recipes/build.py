"""Build every file of the sample corpus from the texts: python corpus/recipes/build.py."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from sample_text import SampleText, read_text
from write_docx import write_docx
from write_html import write_policy, write_regulations
from write_markup import write_clml, write_markdown
from write_pdf import write_guidance, write_policy_pdf

CORPUS = Path(__file__).parent.parent
Writer = Callable[[SampleText, Path], None]

LEGISLATION: dict[str, tuple[str, Writer]] = {
    "sample-missing-children-regulations": ("html", write_regulations),
    "sample-care-planning-guidance": ("pdf", write_guidance),
    "sample-staff-and-carer-standards": ("docx", partial(write_docx, style_numbered=True)),
    "sample-complaints-regulations": ("md", write_markdown),
    "sample-records-regulations": ("xml", write_clml),
}
LOCAL_POLICIES: dict[str, tuple[str, Writer]] = {
    "missing-children-policy": ("docx", partial(write_docx, style_numbered=False)),
    "care-planning-and-visits-policy": ("docx", partial(write_docx, style_numbered=True)),
    "complaints-and-representations-policy": ("pdf", write_policy_pdf),
    "allegations-procedure": ("html", write_policy),
    "records-and-information-policy": ("md", write_markdown),
}
FOLDERS = {"legislation": LEGISLATION, "local_policies": LOCAL_POLICIES}


def files() -> dict[str, tuple[str, SampleText]]:
    """File name -> (folder, text), for every document of the corpus."""
    return {
        f"{name}.{suffix}": (folder, read_text(name))
        for folder, recipes in FOLDERS.items()
        for name, (suffix, _) in recipes.items()
    }


def build(corpus: Path) -> None:
    """Write all files below `corpus` and print each with its number of clauses."""
    total = 0
    for folder, recipes in FOLDERS.items():
        for name, (suffix, writer) in recipes.items():
            sample = read_text(name)
            path = corpus / folder / f"{name}.{suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            writer(sample, path)
            clauses = len(sample.refs())
            total += clauses
            print(f"{clauses:4}  {path.relative_to(corpus)}  {path.stat().st_size} bytes")
    print(f"{total:4}  clauses in all")


if __name__ == "__main__":
    build(CORPUS)
