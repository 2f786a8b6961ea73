"""Every address of the site, relative to the root of a language. They never change."""

from chipkb.model.entity import Entity, Event, Relation
from chipkb.model.fact import Claim
from chipkb.model.kb import KnowledgeBase
from chipkb.model.ledger import IdKind, Released, Whereabouts
from chipkb.model.placed import Placed, claim_id
from chipkb.model.term import Term
from chipkb.values.text import Lang

# Pages whose address is a word of its own; no domain may take one of them.
GLOSSARY, SOURCES, CHAIN = "glossary", "sources", "chain"
CHAIN_MAP, COMPARISONS, LOCALISATION = "chain-map", "comparison", "localisation"
TIMELINE, DIFFERENCES, FRESHNESS = "timeline", "differences", "freshness"
FOUNDING, WORKLIST, DOWNLOADS = "founding", "worklist", "data"
CHANGES, DIRECTORY, COMPARE = "changes", "directory", "compare"
QUESTIONS = "questions"

# What an address below the root, so a domain or a page written by hand, cannot be called: the site's
# own pages and folders, and the folders of data/ that hold no entities.
RESERVED = frozenset(
    {
        *(GLOSSARY, SOURCES, CHAIN, CHAIN_MAP, COMPARISONS, LOCALISATION, TIMELINE),
        *(
            DIFFERENCES,
            FOUNDING,
            FRESHNESS,
            WORKLIST,
            DOWNLOADS,
            CHANGES,
            DIRECTORY,
            COMPARE,
            QUESTIONS,
        ),
        *("entity", "source", "en", "zh", "assets", "search", "images", "api", "schema", "feed"),
        *("comparisons", "vocabulary", "ledger", "data", "content", "sitemap", "robots"),
    }
)
# What nothing that has a page can be called: the names that builders and servers give a folder's own
# page and the page for errors, and those that Windows keeps for devices.
NEVER = frozenset(
    {"index", "readme", "404", "con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)}
)

DEFAULT_CARD = "assets/cards/default.png"


def entity_page(entity_id: str) -> str:
    return f"entity/{entity_id}"


def domain_page(domain_id: str) -> str:
    return domain_id


def source_page(source_id: str) -> str:
    return f"source/{source_id}"


def sources_page(tier_id: str) -> str:
    """All sources of one tier."""
    return f"{SOURCES}/{tier_id}"


def source_place(source_id: str, place: str | None) -> str:
    """A source's page, at the paragraph cited."""
    anchor = f"#p-{place.replace('/', '-')}" if place else ""
    return source_page(source_id) + anchor


def comparison_page(comparison_id: str) -> str:
    return f"{COMPARISONS}/{comparison_id}"


def changes_page(domain_id: str) -> str:
    """What changed in one domain."""
    return f"{CHANGES}/{domain_id}"


def question_page(question_id: str) -> str:
    return f"{QUESTIONS}/{question_id}"


def chain_section(link_id: str) -> str:
    """A link of the chain on the page of the chain."""
    return f"{CHAIN}#link-{link_id}"


def chain_need(link_id: str, need_id: str) -> str:
    return f"{CHAIN}#need-{link_id}-{need_id}"


def map_inflow(user_id: str, supplier_id: str) -> str:
    """What one domain takes from another, on the chain map."""
    return f"{CHAIN_MAP}#from-{user_id}-{supplier_id}"


def claim_anchor(claim: Claim) -> str:
    """The fragment of a fact, relation or event on its entity's page, without '#'."""
    if isinstance(claim, Relation):
        return f"relation-{claim.key}"
    return f"{'event' if isinstance(claim, Event) else 'fact'}-{claim_id(claim)}"


def released_anchor(released: Released) -> str:
    """The fragment that a claim had on its entity's page when it was released."""
    return f"{released.sort}-{released.id.partition('/')[2].replace('.', '-')}"


def former_anchors(kb: KnowledgeBase, placed: Placed[Claim]) -> tuple[str, ...]:
    """Other fragments under which a claim was released on the page where it still stands."""
    anchors = [released_anchor(released) for released in kb.former_ids.get(placed.permanent_id, ())]
    return tuple(a for a in dict.fromkeys(anchors) if a != claim_anchor(placed.claim))


def claim_link(placed: Placed) -> str:
    return f"{entity_page(placed.entity.id)}#{claim_anchor(placed.claim)}"


def term_link(term_id: str) -> str:
    return f"{GLOSSARY}#term-{term_id}"


def thing_link(thing: Entity | Term) -> str:
    return term_link(thing.id) if isinstance(thing, Term) else entity_page(thing.id)


def whereabouts_link(kb: KnowledgeBase, found: Whereabouts) -> str:
    """Where what an id leads to stands today; of what is gone there is no such place."""
    if found.kind is IdKind.CLAIM:
        return claim_link(kb.by_permanent_id[found.id])
    if found.kind is IdKind.NEED:
        return chain_need(*found.id.split("/"))
    if found.kind in (IdKind.ENTITY, IdKind.TERM):
        return thing_link(kb.named[found.id])
    if found.kind is IdKind.WORD:
        return DOWNLOADS  # which says what the ids in the tables mean
    return source_page(found.id) if found.kind is IdKind.SOURCE else found.id


def own_pages(kb: KnowledgeBase) -> tuple[str, ...]:
    """The address of every page but those of entities and sources."""
    return (
        "",
        *kb.vocabulary.domains,
        *((CHAIN, CHAIN_MAP) if kb.chain else ()),
        LOCALISATION,
        *((COMPARISONS,) if kb.comparisons else ()),
        *(comparison_page(comparison.id) for comparison in kb.comparisons),
        *(GLOSSARY, SOURCES, TIMELINE, DIFFERENCES, FOUNDING, FRESHNESS, WORKLIST),
        *(CHANGES, DOWNLOADS, DIRECTORY, COMPARE),
        *((QUESTIONS,) if kb.questions else ()),
        *(question_page(question.id) for question in kb.questions),
        *map(changes_page, kb.vocabulary.domains),
        *map(sources_page, kb.tiers),
        *kb.content,
    )


def markdown_path(page: str, lang: Lang) -> str:
    """The Markdown file of a page: Chinese at the root, English under en/."""
    file = f"{page}.md" if page else "index.md"
    return file if lang == "zh" else f"{lang}/{file}"


def file_path(page: str, name: str, lang: Lang) -> str:
    """A file that belongs to a page and is loaded from its folder, such as a table as CSV."""
    return "/".join(part for part in ("" if lang == "zh" else lang, page, name) if part)


def card_file(page: str, lang: Lang) -> str:
    """The image that stands for a page where its link is shared; others keep it by its address."""
    return f"assets/cards/{page or 'index'}.{lang}.png"


def site_path(page: str, lang: Lang) -> str:
    """The address of a page from the root of the site, as a directory."""
    parts = [part for part in ("" if lang == "zh" else lang, page) if part]
    return "/".join(parts) + "/" if parts else "./"
