"""How the documents fared that are cited paragraph by paragraph."""

from chipkb.view.founding import founding_view


def test_what_became_of_the_claims_of_a_document(kb):
    (almanac,) = founding_view(kb).documents
    assert almanac.source.id == "almanac"
    assert [view.anchor for view in almanac.corrected] == ["fact-self-made", "fact-valuation"]
    assert (almanac.claims, almanac.supported, almanac.silent) == (9, 1, 6)


def test_the_disputed_comes_before_the_superseded(kb):
    (almanac,) = founding_view(kb).documents
    assert [view.claim.assessment.value for view in almanac.corrected] == ["disputed", "superseded"]


def test_what_is_folded_is_not_left_out(real):
    for fared in founding_view(real.kb).documents:
        for all_, folded in (
            (fared.corrected, fared.folded_corrected),
            (fared.remarked, fared.folded_remarked),
        ):
            assert folded.shown + folded.rest == all_
