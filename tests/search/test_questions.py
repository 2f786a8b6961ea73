"""Questions made from today's data, in short: right where held, said where not, never another's number."""

from pathlib import Path

import pytest
from bench.search.asked import judged, merged, report
from bench.search.not_held import outsiders
from bench.search.questions import questions

from tests.search.conftest import needs_node

pytestmark = needs_node
OF_A_KIND = 12


@pytest.fixture(scope="module")
def tallies(real, site: Path) -> dict:
    return judged(questions(real.kb, OF_A_KIND), site)


def test_what_is_held_is_answered(tallies):
    held = merged(one for (kind, _), one in tallies.items() if "not held" not in kind)
    told = report(tallies) + "\n" + "\n".join(held.failures)
    assert held.right >= 0.93 * held.asked, told
    assert held.wrong <= 0.04 * held.asked, told


def test_what_is_not_held_is_said_and_nothing_else_shown(tallies):
    lacking = merged(one for (kind, _), one in tallies.items() if "not held" in kind)
    told = report(tallies) + "\n" + "\n".join(lacking.failures)
    assert lacking.said >= 0.97 * lacking.asked, told
    assert lacking.wrong <= 0.015 * lacking.asked, told


def test_enough_names_stand_outside_the_data(real):
    assert len(outsiders(real.kb)) >= 80
