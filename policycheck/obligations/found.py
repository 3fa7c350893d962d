"""What a sentence was found to ask or allow, with its parts."""

from dataclasses import dataclass

from policycheck.domain.obligations import Modality, Threshold, TimeLimit


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that asks or allows something, with its parts; `has_subject` says it names its own subject."""

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
