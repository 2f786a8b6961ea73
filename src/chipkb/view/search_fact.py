"""What the search knows of a claim: enough to tell whether it is what was asked for."""

from chipkb.model import permalink
from chipkb.model.entity import Entity, Event, Relation
from chipkb.model.fact import Assessment, Claim, Figure, Statement
from chipkb.model.kb import KnowledgeBase
from chipkb.model.placed import Placed
from chipkb.model.prose import Prose
from chipkb.model.words import prose_text
from chipkb.search.record import FactRecord
from chipkb.values.partial_date import PartialDate
from chipkb.values.text import LANGS, Lang, Text, shortened
from chipkb.view.claim import claim_label
from chipkb.view.labels import ASSESSMENTS
from chipkb.view.scope import is_of_whole

_MOST_OF_A_RIVAL = 60  # characters: an answer names its rivals, their page lets them speak


def fact_record(kb: KnowledgeBase, placed: Placed[Claim], lang: Lang, of: Entity) -> FactRecord:
    """The claim as the record of `of` has it, which may be another thing than its own page's."""
    claim, elsewhere = placed.claim, placed.entity is not of
    label = _read_label(kb, claim, reversed_=elsewhere)
    when = claim.when
    source = kb.sources[claim.source[0].source]
    code, asked_as = _asked(kb, claim, label, reversed_=elsewhere)
    return FactRecord(
        anchor=permalink.claim_anchor(claim),
        label=_full_label(kb, placed, label, lang, of),
        text=_text(kb, placed, label, lang, of),
        value=claim.value.text(lang) if isinstance(claim, Figure) else None,
        date=when.text(lang) if when else None,
        source=source.title.in_lang(lang),
        assessment=claim.assessment.value,
        assessment_label=ASSESSMENTS[claim.assessment.value].in_lang(lang),
        code=code,
        asked_as=asked_as,
        about=_about(placed, of),
        first=_number(when, "first"),
        last=_number(when, "last"),
        announced=isinstance(claim, Figure) and claim.is_announced,
        part=_part(kb, placed),
        whole=isinstance(claim, Figure) and claim.scope is not None and is_of_whole(claim.scope),
        page=f"{permalink.entity_page(placed.entity.id)}/" if elsewhere else "",
        dissent=_dissent(kb, placed, lang),
    )


def words_of(kb: KnowledgeBase, prose: Prose | None, lang: Lang, home: str | None) -> str:
    """The prose as a reader reads it; empty where there is none."""
    return prose_text(kb, prose, lang, home) if prose else ""


def _number(when: PartialDate | None, end: str) -> int | None:
    return int(getattr(when, end).strftime("%Y%m%d")) if when else None


def _asked(
    kb: KnowledgeBase, claim: Claim, label: Text, *, reversed_: bool
) -> tuple[str, tuple[str, ...]]:
    """The code of the claim and what a question may call it."""
    vocabulary = kb.vocabulary
    if isinstance(claim, Figure):
        code, aliases = f"figure:{claim.metric}", vocabulary.metrics[claim.metric].aliases
    elif isinstance(claim, Statement):
        code, aliases = f"topic:{claim.topic}", vocabulary.topics[claim.topic].aliases
    elif isinstance(claim, Event):
        code, aliases = f"event:{claim.kind}", vocabulary.events[claim.kind].aliases
    else:
        assert isinstance(claim, Relation)
        kind = vocabulary.relations[claim.kind]
        code = f"{'inverse' if reversed_ else 'relation'}:{claim.kind}"
        aliases = kind.inverse_aliases if reversed_ else kind.aliases
    return code, tuple(dict.fromkeys((label.zh, label.in_lang("en"), *aliases)))


def _read_label(kb: KnowledgeBase, claim: Claim, *, reversed_: bool) -> Text:
    if reversed_ and isinstance(claim, Relation):
        return kb.vocabulary.relations[claim.kind].inverse
    return claim_label(kb, claim)


def _about(placed: Placed[Claim], of: Entity) -> tuple[str, ...]:
    """The other things that the claim is of, ends at or takes in."""
    claim, others = placed.claim, [placed.entity.id]
    if isinstance(claim, Figure):
        others += [claim.of] if claim.of else []
    elif isinstance(claim, Relation):
        others.append(claim.target)
    elif isinstance(claim, Event):
        others += claim.with_
    return tuple(other for other in dict.fromkeys(others) if other != of.id)


def _part(kb: KnowledgeBase, placed: Placed[Claim]) -> str:
    claim = placed.claim
    if not isinstance(claim, Figure) or claim.scope is None:
        return ""
    scopes = (words_of(kb, claim.scope, lang, placed.entity.id) for lang in LANGS)
    return " \n ".join(dict.fromkeys(scopes))


def _dissent(kb: KnowledgeBase, placed: Placed[Claim], lang: Lang) -> str:
    """What replaced the claim, else what conflicts with it, in one line; empty where nothing does."""
    claim = placed.claim
    newer = kb.claim(claim.superseded_by, placed.entity.id) if claim.superseded_by else None
    if claim.assessment is Assessment.SUPERSEDED and newer:
        said = _rival(kb, placed, newer, lang)
        return f"→ 已被取代：{said}" if lang == "zh" else f"→ replaced by {said}"
    rivals = [_rival(kb, placed, rival, lang) for rival in kb.conflicts.get(placed.ref, ())]
    if not rivals:
        return ""
    return (
        f"≠ 另有说法：{'；'.join(rivals)}" if lang == "zh" else f"≠ others say {'; '.join(rivals)}"
    )


def _rival(kb: KnowledgeBase, placed: Placed[Claim], rival: Placed[Claim], lang: Lang) -> str:
    """The rival's value or words with its assessment; what it is of, where that is another thing."""
    claim, label = rival.claim, claim_label(kb, rival.claim)
    said = []
    if rival.entity is not placed.entity:
        said.append(rival.entity.name.in_lang(lang))
    if isinstance(claim, Figure):
        if label != claim_label(kb, placed.claim):
            said.append(label.in_lang(lang))
        said.append(claim.value.text(lang))
    else:
        words = _text(kb, rival, label, lang, rival.entity).rstrip("。.")
        said.append(f"“{shortened(words, _MOST_OF_A_RIVAL)}”")
    assessment = ASSESSMENTS[claim.assessment.value].in_lang(lang)
    if lang == "zh":
        return f"{'：'.join(said)}（{assessment}）"
    return f"{': '.join(said)} ({assessment.lower()})"


def _full_label(
    kb: KnowledgeBase, placed: Placed[Claim], label: Text, lang: Lang, home: Entity
) -> str:
    """The label, with what a figure is relative to in brackets, or on whose page it stands."""
    claim = placed.claim
    if not isinstance(claim, Figure):
        return label.in_lang(lang)
    other = placed.entity if placed.entity is not home else kb.entities.get(claim.of or "")
    if other is None:
        return label.in_lang(lang)
    of = other.name.in_lang(lang)
    return f"{label.zh}（{of}）" if lang == "zh" else f"{label.in_lang(lang)} ({of})"


def _text(kb: KnowledgeBase, placed: Placed[Claim], label: Text, lang: Lang, home: Entity) -> str:
    claim, id_ = placed.claim, placed.entity.id
    if isinstance(claim, Statement):
        return words_of(kb, claim.statement, lang, id_)
    if isinstance(claim, Event):
        return words_of(kb, claim.text, lang, id_)
    colon = "：" if lang == "zh" else ": "
    if isinstance(claim, Relation):
        other = placed.entity if placed.entity is not home else kb.entities[claim.target]
        return label.in_lang(lang) + colon + other.name.in_lang(lang)
    assert isinstance(claim, Figure)
    figure = _full_label(kb, placed, label, lang, home) + colon + claim.value.text(lang)
    return " ".join(filter(None, (figure, words_of(kb, claim.scope, lang, id_))))
