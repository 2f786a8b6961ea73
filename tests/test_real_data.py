"""The repository's own data."""

import pytest

from chipkb.check import check
from chipkb.model.fact import Figure
from chipkb.model.wordings import wordings
from chipkb.values.quantity_text import parse_quantity
from chipkb.values.text import LANGS


def test_it_is_clean_without_any_acceptance(real):
    assert [p.line() for p in check(real.kb, real.broken, real.problems)] == []
    assert real.kb.acceptances == ()


def test_every_domain_is_there(real):
    for id_ in real.kb.vocabulary.domains:
        assert len([e for e in real.kb.entities.values() if e.home == id_]) >= 10, id_


def test_both_languages_are_complete(real):
    assert [w.place("zh") for w in wordings(real.kb) if w.text.lacks("en")] == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_quantity_is_read_back_from_what_is_shown(real, lang):
    for ref, placed in real.kb.claims.items():
        if isinstance(placed.claim, Figure):
            units = real.kb.vocabulary.units_of(placed.claim.metric)
            shown = placed.claim.value.text(lang)
            assert parse_quantity(shown, units) == placed.claim.value, (ref, shown)


def test_the_founding_documents_are_cited_by_paragraph(real):
    for source in ("doc-000", "doc-003"):
        for placed in real.kb.citing[source]:
            assert all(c.section for c in placed.claim.source if c.source == source)


def test_known_errors_of_the_documents_are_not_repeated_as_facts(real):
    """What the evidence refutes or questions carries our assessment and a reason."""
    doubtful = [p for p in real.kb.all_claims() if p.claim.assessment.needs_reason]
    assert len(doubtful) > 80
    assert all(p.claim.note for p in doubtful)


def test_what_is_expected_of_a_kind_may_be_said_of_it(real):
    """A relation that neither leads from a kind nor to it could never be found on its pages."""
    for expected in real.kb.expectations:
        for relation in {*expected.having, *(r for some in expected.relations for r in some)}:
            ends = real.kb.vocabulary.relations[relation]
            open_to_all = not ends.subjects or not ends.objects
            assert open_to_all or expected.kind in {*ends.subjects, *ends.objects}, (
                f"{expected.name.en}: {relation}"
            )
