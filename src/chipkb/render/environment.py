"""The Jinja environment of one language: strict, escaping, with the few words templates need."""

import re
from collections.abc import Callable

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.model.prose import Prose
from chipkb.render.chain_picture import picture_html
from chipkb.render.chart import chart_html
from chipkb.render.lines import lines_html
from chipkb.render.link import relative_link
from chipkb.render.markdown_text import markdown_text
from chipkb.render.prose import content_markdown, prose_html
from chipkb.values.partial_date import PartialDate
from chipkb.values.store import Store
from chipkb.values.text import Lang, Text
from chipkb.view import labels, recipes
from chipkb.view.claim import host_of

HTML_LANG: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}
_HAN, _LETTER = re.compile("[\u3400-\u9fff]"), re.compile(r"[^\W\d_]")


class PageEnvironment(Environment):
    """Jinja with the page at hand as its own: filters know where a link starts from, so templates
    import each other without context, and each import is evaluated once instead of once a page."""

    kb: KnowledgeBase
    page_path: str = ""
    drawings: Store | None = None  # of charts, as earlier builds left them


def environment(lang: Lang) -> PageEnvironment:
    """Templates of this environment speak `lang`; set `kb` and `page_path` before each page.

    It may outlive a state of the data, so that an edit does not compile the templates again.
    """
    env = PageEnvironment(
        loader=PackageLoader("chipkb", "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # one environment a build
        cache_size=-1,
    )

    # Jinja would work out a filter of constants when it compiles, but for one that takes a context.
    @pass_context
    def href(_: Context, target: str) -> str:
        return relative_link(env.page_path, target)

    def on_page(render: Callable[..., str]) -> Callable[..., Markup]:
        """A filter that knows its page; `home` is the entity whose facts it may name."""

        @pass_context
        def filled(_: Context, prose: Prose, home: str | None = None) -> Markup:
            return Markup(render(env.kb, prose, lang, home, env.page_path))

        return filled

    env.globals.update(
        site=lambda: env.kb.site,
        lang=lang,
        say=_sayer(lang),
        permalink=permalink,
        labels=labels,
        recipes=recipes,
    )
    env.filters.update(
        t=lambda text: _text(text, lang),
        lang_of=lambda words: _lang_of(words, lang),
        h=lambda text: _heading(text, lang),
        words=lambda text: text.in_lang(lang),
        q=lambda value: value.text(lang),
        host=host_of,
        href=href,
        when=lambda date, words="%s": _when(date, words, lang),
        prose=on_page(prose_html),
        svg=lambda chart: Markup(chart_html(env.kb, chart, lang, env.page_path, env.drawings)),
        lines=lambda chart: Markup(lines_html(chart, lang, env.page_path)),
        picture=lambda one: Markup(picture_html(one, lang, env.page_path)),
        handwritten=lambda page: Markup(content_markdown(env.kb, page, lang, env.page_path)),
    )
    return env


def _when(date: PartialDate, words: str, lang: Lang) -> Markup:
    """A date, in words around it where there are any; `<time>` where HTML can say it too."""
    text = words % date.text(lang)
    if not date.machine:
        return Markup('<span class="ck-date">{}</span>').format(text)
    return Markup('<time class="ck-date" datetime="{}">{}</time>').format(date.machine, text)


def _sayer(lang: Lang) -> Callable[[str, str], str]:
    """`say("来源", "Sources")` in a template: the one place for a page's own words."""
    return lambda zh, en: zh if lang == "zh" else en


def _text(text: Text, lang: Lang) -> str | Markup:
    """The wording in `lang`; Chinese that stands in for missing English is marked as such."""
    if text.lacks(lang):
        return Markup('<span class="ck-untranslated" lang="zh">{}</span>').format(text.zh)
    return text.in_lang(lang).replace("\n", " ")


def _lang_of(words: str, lang: Lang) -> Markup:
    """The attribute for words without a language of their own, such as aliases, where it is not the
    page's: screen readers pronounce by it."""
    spoken: Lang = "zh" if _HAN.search(words) else "en"
    known = spoken == lang or not _LETTER.search(words)
    return Markup("") if known else Markup(' lang="{}"').format(HTML_LANG[spoken])


def _heading(text: Text, lang: Lang) -> Markup:
    """The same in a heading, which is Markdown for every builder."""
    words = markdown_text(text.in_lang(lang))
    if text.lacks(lang):
        return Markup('<span class="ck-untranslated" lang="zh">{}</span>').format(words)
    return words
