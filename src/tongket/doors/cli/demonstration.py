"""Five departments' papers go through the doors that every document goes through."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from difflib import SequenceMatcher
from typing import TypedDict

from tongket.content.samples import Sample, SampleFigure, samples
from tongket.core.nouns.person import Person, Role
from tongket.core.nouns.proposal import Proposal, ProposedFigure
from tongket.doors.cli.installation import lay_tables
from tongket.rooms.checking import actions as checking
from tongket.rooms.checking import queries as findings
from tongket.rooms.intake import actions as intake
from tongket.rooms.intake import queries as shelf
from tongket.rooms.ledger import actions as ledger
from tongket.rooms.people import actions as people
from tongket.rooms.units import actions as units


class SampleNotRead(Exception):
    """The reader does not find a figure that the sample's list names."""


class Signature(TypedDict):
    """Who does something, and when."""

    by: str
    at: datetime


class Demonstration:
    """Fills a fresh database, step by step, so that a progress bar can follow."""

    def __init__(self, *, account: str, password: str, at: datetime) -> None:
        self._account, self._password = account, password
        self._signature: Signature = {"by": account, "at": at}
        self._samples = samples()
        self.posted = 0
        self.found = 0

    @property
    def length(self) -> int:
        """How many steps there are."""
        return len(self._samples) + 3

    def steps(self) -> Iterator[str]:
        """Do the work; yield the name of each step when it is done."""
        lay_tables()
        yield "bảng"
        self._open_units_and_account()
        yield "đơn vị"
        for sample in self._samples:
            self._take_in(sample)
            yield sample.department
        ledger.checkpoint(**self._signature)
        yield "điểm chốt"

    def _open_units_and_account(self) -> None:
        who = self._signature
        units.load_places(**who)
        for sample in self._samples:
            for unit in sample.units:
                units.found(unit=unit, **who)
        person = Person(
            username=self._account,
            full_name="Lãnh đạo Sở",
            role=Role.DIRECTOR,
        )
        people.create(person=person, password=self._password, **who)

    def _take_in(self, sample: Sample) -> None:
        """Receive a paper, decide about its figures as a clerk would, post, check."""
        who = self._signature
        document = intake.receive(
            data=sample.paper,
            name=sample.name,
            unit=sample.department,
            period=sample.period,
            **who,
        )
        for read, meant in paired(shelf.figures(document), sample):
            proposal = decided(read.proposal, meant, sample)
            intake.change(
                document=document, figure=read.figure.id, proposal=proposal, **who
            )
        self.posted += len(intake.post(document=document, **who).entries)
        checking.run(document=document, **who)
        open_ones = findings.how_many_open(department=sample.department)
        self.found += sum(open_ones.values())


def paired(
    read: tuple[ProposedFigure, ...], sample: Sample
) -> Iterator[tuple[ProposedFigure, SampleFigure]]:
    """Yield each figure of the sample's list with the figure that was read for it.

    Both are in the order of the text, so that equal runs of numbers belong together.
    Raises SampleNotRead when one was not read: a sample must show the whole job.
    """
    found = SequenceMatcher(
        None,
        [figure.figure.text for figure in read],
        [figure.text for figure in sample.figures],
        autojunk=False,
    )
    named = 0
    for block in found.get_matching_blocks():
        if block.size and block.b > named:
            break
        yield from zip(
            read[block.a : block.a + block.size],
            sample.figures[block.b : block.b + block.size],
            strict=True,
        )
        named = block.b + block.size
    if named < len(sample.figures):
        missing = sample.figures[named]
        raise SampleNotRead(f"{sample.department}: {missing.text} ({missing.measure})")


def decided(read: Proposal, meant: SampleFigure, sample: Sample) -> Proposal:
    """Return the proposal of a figure with what the clerk knows about it put in."""
    return replace(
        read,
        indicator=meant.indicator,
        kind=meant.kind,
        aspect=meant.aspect,
        period=meant.period or sample.period,
        unit=meant.unit or sample.department,
        measure=meant.measure,
        sign=meant.sign,
        breakdown=meant.breakdown,
    )
