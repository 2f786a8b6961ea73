"""What MkDocs made ready to show pages in: configuration, navigation, the theme's templates."""

from dataclasses import dataclass
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


@dataclass
class Stage:
    """`env` comes from MkDocs a hook later than the rest."""

    config: MkDocsConfig
    nav: Navigation
    files: Files
    env: Any = None

    def html(self, page: Page) -> str:
        """One page as `mkdocs build` would write it, with the same hooks in the same order."""
        config, files, plugins = self.config, self.files, self.config.plugins
        page = plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        page.render(config, files)
        page.content = plugins.on_page_content(
            page.content or "", page=page, config=config, files=files
        )
        page.active = True
        try:
            context = get_context(self.nav, [], config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = plugins.on_page_context(context, page=page, config=config, nav=self.nav)
            output = template.render(context)
            return str(plugins.on_post_page(output, page=page, config=config))
        finally:
            page.active = False
