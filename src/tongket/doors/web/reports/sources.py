"""Where the computed numbers of a paper come from, for the list under its text."""

from dataclasses import dataclass

from tongket.core.nouns.paper import Fact, Paper


@dataclass(frozen=True, slots=True)
class Sources:
    """The facts of a paper: how many there are, and those that were computed."""

    facts: int
    entries: int
    computed: tuple[Fact, ...]


def sources(paper: Paper) -> Sources:
    """Return the facts of a paper; those of one entry lead to it by themselves."""
    return Sources(
        facts=len(paper.facts),
        entries=len({number for fact in paper.facts for number in fact.entries}),
        computed=tuple(fact for fact in paper.facts if len(fact.entries) > 1),
    )
