"""The Jinja environment of one language: strict, escaping, with the few words templates need."""

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.render.chart import chart_html
from chipkb.render.link import relative_link
from chipkb.render.prose import prose_html, prose_markdown
from chipkb.values.text import Lang, Text
from chipkb.view import labels
from chipkb.view.claim import host_of


def environment(kb: KnowledgeBase, lang: Lang) -> Environment:
    """Templates of this environment speak `lang`; the page they are on comes as `page_path`."""
    env = Environment(
        loader=PackageLoader("chipkb", "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.globals.update(lang=lang, say=_sayer(lang), permalink=permalink, labels=labels)
    env.filters.update(
        t=lambda text: _text(text, lang),
        q=lambda value: value.text(lang),
        href=_href,
        host=host_of,
        prose=_on_page(lambda prose, home, page: prose_html(kb, prose, lang, home, page)),
        svg=_on_page(lambda chart, home, page: chart_html(kb, chart, lang, page)),
        markdown=_on_page(lambda prose, home, page: prose_markdown(kb, prose, lang, home, page)),
    )
    return env


def _sayer(lang: Lang) -> Callable[[str, str], str]:
    """`say("来源", "Sources")` in a template: the one place for a page's own words."""
    return lambda zh, en: zh if lang == "zh" else en


def _text(text: Text, lang: Lang) -> str | Markup:
    """The wording in `lang`; Chinese that stands in for missing English is marked as such."""
    if text.lacks(lang):
        return Markup('<span class="ck-untranslated" lang="zh">{}</span>').format(text.zh)
    return text.in_lang(lang)


@pass_context
def _href(context: Context, target: str) -> str:
    """A link from the page at hand to another address of the site."""
    return relative_link(context["page_path"], target)


def _on_page(render: Callable[[Any, str | None, str], str]) -> Callable[..., Markup]:
    """A filter that knows the page it stands on; `home` is the entity whose facts it may name."""

    @pass_context
    def prose(context: Context, text: Any, home: str | None = None) -> Markup:
        return Markup(render(text, home, context["page_path"]))

    return prose
