"""What a page is called, and said to be about, where only that is seen: no two pages alike."""

from chipkb.model.content import ContentPage
from chipkb.model.entity import Entity
from chipkb.model.kb import KnowledgeBase
from chipkb.model.prose import Prose
from chipkb.model.source import Source
from chipkb.model.words import prose_text
from chipkb.values.text import LANGS, Lang, Text, shortened
from chipkb.view.source import SourceView

LONGEST_WORK = 160  # characters of a work's title; publisher and date stand behind it


def of_domain(name: Text) -> Text:
    """A domain may be called like one of its entries."""
    return Text(
        zh=f"{name.zh}：公司、产品与数据",
        en=f"{name.in_lang('en')}: companies, products, figures",
    )


def of_entry(kb: KnowledgeBase, entity: Entity) -> Text:
    """Of an entry that nobody has summed up yet: how much is held of it."""
    count = len(entity.facts) + len(entity.events)
    name, site = entity.name, kb.site.name
    return Text(
        zh=f"{name.zh}：{site.zh}收有 {count} 条数据与事件。",
        en=f"{name.in_lang('en')}: {count} {'figure or event' if count == 1 else 'figures and events'}"
        f" in the {site.in_lang('en')}.",
    )


def of_part(title: Text, summary: Prose) -> Text:
    """Of one page among several that share a lead: its title tells it from the others."""
    return Text(
        zh=f"{title.zh}。{summary.zh}", en=f"{title.in_lang('en')}. {summary.in_lang('en')}"
    )


def of_work(source: Source, of_that_name: int = 1) -> Text:
    """A source may be called like an entry; where another one is called the same, its id is added."""
    apart = f" ({source.id})" if of_that_name > 1 else ""
    return Text(zh=_work(source, "zh") + apart, en=_work(source, "en") + apart)


def of_source(view: SourceView) -> Text:
    """Which work it is, and how much rests on it here."""
    count = view.claims
    return Text(
        zh=f"{_work(view.source, 'zh')}：本站有 {count} 条事实以此为据。",
        en=f"{_work(view.source, 'en')}: {count} {'fact' if count == 1 else 'facts'} of this site rest on it.",
    )


def _work(source: Source, lang: Lang) -> str:
    imprint = [source.publisher.in_lang(lang)] if source.publisher else []
    imprint += [source.published.text(lang)] if source.published else []
    inside = ("，" if lang == "zh" else ", ").join(imprint)
    brackets = ("（", "）") if lang == "zh" else (" (", ")")
    title = shortened(source.title.in_lang(lang), LONGEST_WORK)
    return title + (inside.join(brackets) if inside else "")


def of_content(kb: KnowledgeBase, page: ContentPage) -> Text | None:
    """Its first paragraph."""
    zh, en = (_first_paragraph(prose_text(kb, page.body, lang, None)) for lang in LANGS)
    return Text(zh=zh, en=en) if zh else None


def _first_paragraph(text: str) -> str:
    parts = (part.strip() for part in text.split("\n\n"))
    return next((part for part in parts if part and part[0] not in "#|`>-*!"), "")
