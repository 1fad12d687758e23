from __future__ import annotations

from dataclasses import replace

import pytest

from builder.base.text import say
from builder.building.estimate import expect_download
from builder.building.plan import Build, InstalledEngine, Planned
from builder.building.planner import make_plan
from builder.building.resources import choose_jobs, memory_limit
from builder.building.source import Downloaded, Source
from builder.engines.options import EngineOptions
from builder.feed.contents import Offer
from tests.support.plans import CLASSIC, RTX_4070, machine, package, record_of

PC = machine(RTX_4070, cores=4)
PLAN = make_plan(package({}), PC, [], EngineOptions())
(BUILD,) = PLAN.to_build
(TIMED,) = make_plan(package({}), machine(RTX_4070, libraries=CLASSIC), [], EngineOptions()).to_build
OFFER = Offer("engines/m0.engine", record_of(PLAN))
DOWNLOAD = replace(BUILD, source=Downloaded(expect_download(1000, from_folder=False), OFFER, say("it fits")))


@pytest.mark.parametrize(
    ("models", "asked", "jobs", "reason"),
    [
        ((BUILD,), None, 1, "1 model to build, 4 cores; as far as free memory allows"),
        ((BUILD,) * 3, None, 3, "3 models to build, 4 cores; as far as free memory allows"),
        ((BUILD,) * 9, None, 4, "9 models to build, 4 cores; as far as free memory allows"),
        ((), None, 1, "0 models to build, 4 cores; as far as free memory allows"),
        ((BUILD,) * 2, 7, 7, "the command line asks for it"),
        # Any download may have to be built in the end.
        ((DOWNLOAD,) * 3, None, 3, "4 cores; as far as free memory allows; downloads one by one"),
        ((BUILD, *(DOWNLOAD,) * 9), None, 4, "4 cores; as far as free memory allows; downloads one by one"),
        ((DOWNLOAD,), None, 1, "4 cores; as far as free memory allows; downloads one by one"),
        ((DOWNLOAD,), 2, 2, "the command line asks for it"),
        # Whatever is asked for.
        ((BUILD, TIMED), None, 1, "kernels are timed on the GPU, and two builds at once would disturb each other"),
        ((BUILD, TIMED), 8, 1, "kernels are timed on the GPU, and two builds at once would disturb each other"),
    ],
)
def test_as_many_builds_as_the_machine_can_do_unless_they_disturb_each_other(
    models: tuple[Planned, ...], asked: int | None, jobs: int, reason: str
) -> None:
    assert choose_jobs(models, PC, asked) == (jobs, reason)


def test_what_stays_is_no_build() -> None:
    there = InstalledEngine(record_of(PLAN), "intact")
    (keep,) = make_plan(package({}), PC, [there], EngineOptions()).kept
    assert choose_jobs((keep, BUILD), PC, None)[0] == 1
    large = replace(keep, expected=replace(keep.expected, memory_bytes=1 << 60))
    assert memory_limit((large,), PC, None)[0] == 18 << 30


def taking(memory_bytes: int) -> Source:
    return replace(BUILD.source, expected=replace(BUILD.source.expected, memory_bytes=memory_bytes))


SHARE = 18 << 30
USUAL, LARGE = "three quarters of the system memory", "the largest model may need as much"


@pytest.mark.parametrize(
    ("models", "asked", "limit", "reason"),
    [
        ((), None, SHARE, USUAL),
        ((replace(BUILD, source=taking(SHARE)),), None, SHARE, USUAL),
        ((replace(BUILD, source=taking(SHARE + 1)), BUILD), None, SHARE + 1, LARGE),
        ((BUILD, replace(DOWNLOAD, otherwise=taking(SHARE + 2))), None, SHARE + 2, LARGE),
        ((replace(BUILD, source=taking(SHARE + 1)),), 100, 100 << 20, "the command line asks for it"),
    ],
)
def test_builds_may_take_three_quarters_of_the_memory_and_what_one_of_them_needs(
    models: tuple[Build, ...], asked: int | None, limit: int, reason: str
) -> None:
    assert PC.memory_bytes == 24 << 30
    assert memory_limit(models, PC, asked) == (limit, reason)
