"""Findings brought together under their topics, for lists and reports."""

from collections.abc import Iterable
from dataclasses import dataclass

from policycheck.domain.findings import Finding, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingGroup:
    """The findings of one topic, in the order they came in."""

    topic: Topic
    findings: tuple[Finding, ...]

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """The different (document, reference) that the findings quote."""
        ends = [end for one in self.findings for end in (one.a, one.b) if end is not None]
        return tuple(dict.fromkeys((end.document, end.ref) for end in ends))


def by_topic(findings: Iterable[Finding]) -> list[FindingGroup]:
    """Return findings grouped by topic, topics in the order in which they first appear.

    A finding without a topic stands alone, under its own id and message.
    """
    groups: dict[str, list[Finding]] = {}
    topics: dict[str, Topic] = {}
    for one in findings:
        topic = one.topic or Topic(id=one.id, title=one.message)
        topics.setdefault(topic.id, topic)
        groups.setdefault(topic.id, []).append(one)
    return [FindingGroup(topic=topics[key], findings=tuple(found)) for key, found in groups.items()]
