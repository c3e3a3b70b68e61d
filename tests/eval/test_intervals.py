"""Intervals and the paired test, against published values and by their properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.intervals import Share, mcnemar


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (20, 20, 0.8389, 1.0)],
)
def test_wilson_interval_of_published_cases(hits: int, total: int, low: float, high: float) -> None:
    """Newcombe 1998, table I, method 3; the last is the third mirrored."""
    assert Share(hits=hits, total=total).interval == pytest.approx((low, high), abs=6e-4)


@given(st.integers(1, 500).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_the_interval_holds_the_share_and_narrows_with_more_questions(case: tuple[int, int]) -> None:
    hits, total = case
    one, more = Share(hits=hits, total=total), Share(hits=4 * hits, total=4 * total)
    assert one.interval is not None
    assert more.interval is not None
    low, high = one.interval
    assert 0 <= low <= hits / total <= high <= 1
    assert more.interval[1] - more.interval[0] < high - low


def test_nothing_has_no_share() -> None:
    assert Share(hits=0, total=0).value is None
    assert Share(hits=0, total=0).interval is None
    assert str(Share(hits=0, total=0)) == "–"


@pytest.mark.parametrize(
    ("fixed", "broken", "p"), [(0, 0, 1.0), (5, 5, 1.0), (0, 1, 1.0), (10, 0, 2 / 1024), (8, 2, 112 / 1024)]
)
def test_mcnemar_is_the_sign_test_on_what_changed(fixed: int, broken: int, p: float) -> None:
    assert mcnemar(fixed, broken) == pytest.approx(p)
    assert mcnemar(broken, fixed) == pytest.approx(p)
