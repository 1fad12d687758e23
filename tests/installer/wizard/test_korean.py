"""Korean particles fit whatever stands in a placeholder."""

from __future__ import annotations

import re

from tests.support.wizard import catalogue

# These have one form after a vowel and another after a consonant; a placeholder may end in either.
SOUND_DEPENDENT = re.compile(r"(\{[^}]*\}|%n)(은|는|이|가|을|를|과|와|으로|로|이나|나|이며|며)(?=[\s.,:?)]|$)")


def test_no_particle_after_a_placeholder_depends_on_its_last_sound() -> None:
    faults = {form for _, _, forms in catalogue("ko") for form in forms if form and SOUND_DEPENDENT.search(form)}
    assert not faults


def test_the_rule_knows_a_bad_particle_from_a_good_one() -> None:
    assert SOUND_DEPENDENT.search("{file}을 읽을 수 없습니다.")
    assert SOUND_DEPENDENT.search("{folder}로 복사합니다.")
    assert not SOUND_DEPENDENT.search("{file} 파일을 읽을 수 없습니다.")
    assert not SOUND_DEPENDENT.search("{gpu}에서 실행할 수 없습니다.")
