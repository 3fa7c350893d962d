"""What a sentence was found to ask or allow, with its parts."""

from dataclasses import dataclass, replace

from policycheck.domain.obligations import HolderSource, Modality, Threshold, TimeLimit


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that asks or allows something, with its parts.

    `has_subject` says that it names its own subject; `start` is where in the text the deciding words begin.
    """

    text: str
    modality: Modality
    signal: str
    duty_holder: str
    recipient: str
    act: str
    conditions: tuple[str, ...]
    exceptions: tuple[str, ...]
    time_limits: tuple[TimeLimit, ...]
    thresholds: tuple[Threshold, ...]
    has_subject: bool
    start: int
    holder_source: HolderSource = HolderSource.UNSAID
    holder_means: str = ""
    subject: str = ""
    purpose: str = ""

    def inside(self, text: str, moved: int, *, beyond: int = 0) -> "Found":
        """Return the same with the text around it: what stood at `beyond` or later moved by so many characters."""
        start = self.start + moved if self.start >= beyond else self.start
        return replace(self, text=text, start=start)
