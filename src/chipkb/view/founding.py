"""How the documents fared on which the knowledge base was founded: what of them held, what did not.

These are the sources cited paragraph by paragraph.
"""

from dataclasses import dataclass

from chipkb.model.fact import Assessment
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.source import Source
from chipkb.view.claim import ClaimView, claim_view
from chipkb.view.folded import Folded

CLAIMS = 6  # of one document and kind, before the rest is folded


@dataclass(frozen=True)
class DocumentFared:
    """What became of the claims that rest on one document.

    `corrected` differ from better or newer sources: refuted, disputed, superseded or with evidence
    against them, in that order. `remarked` only carry a note of ours.
    """

    source: Source
    claims: int
    supported: int
    corrected: tuple[ClaimView, ...]
    remarked: tuple[ClaimView, ...]

    @property
    def folded_corrected(self) -> Folded[ClaimView]:
        return Folded.after(CLAIMS, self.corrected)

    @property
    def folded_remarked(self) -> Folded[ClaimView]:
        return Folded.after(CLAIMS, self.remarked)

    @property
    def silent(self) -> int:
        """Claims of which we found nothing more than that the document makes them."""
        return self.claims - self.supported - len(self.corrected) - len(self.remarked)


@dataclass(frozen=True)
class FoundingView:
    documents: tuple[DocumentFared, ...]


_WORST_FIRST = (Assessment.REFUTED, Assessment.DISPUTED, Assessment.SUPERSEDED)


def founding_view(kb: KnowledgeBase) -> FoundingView:
    documents = (source for source in kb.sources.values() if source.sections)
    return FoundingView(tuple(_fared(kb, source) for source in documents))


def _fared(kb: KnowledgeBase, source: Source) -> DocumentFared:
    citing = kb.citing.get(source.id, [])
    corrected = [placed for placed in citing if _is_corrected(placed)]
    supported = [p for p in citing if p.claim.assessment is Assessment.SUPPORTED]
    settled = {placed.ref for placed in (*corrected, *supported)}
    remarked = [p for p in citing if p.claim.note and p.ref not in settled]
    corrected.sort(key=_severity)
    return DocumentFared(
        source,
        len(citing),
        len([placed for placed in supported if placed not in corrected]),
        tuple(claim_view(kb, placed) for placed in corrected),
        tuple(claim_view(kb, placed) for placed in remarked),
    )


def _is_corrected(placed: Placed) -> bool:
    claim = placed.claim
    return claim.assessment in _WORST_FIRST or any(e.says == "differs" for e in claim.evidence)


def _severity(placed: Placed) -> int:
    assessment = placed.claim.assessment
    return _WORST_FIRST.index(assessment) if assessment in _WORST_FIRST else len(_WORST_FIRST)
