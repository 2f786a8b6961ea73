"""What the knowledge base is called and what it is about: the words that pages and files say of it."""

from chipkb.model.base import Model
from chipkb.values.text import Text


class Site(Model):
    """data/site.yml. `nation` is who "at home" is, as in "made in China"; `subject` what it is about."""

    name: Text = Text(zh="知识库", en="Knowledge base")  # in feeds, calendars and citations
    title: Text = Text(zh="知识库", en="Knowledge base")  # of the home page
    subject: Text = Text(zh="这个产业", en="this industry")
    nation: Text = Text(zh="国内", en="the country")
    keywords: Text = Text(zh="知识库", en="knowledge base")  # divided by " | "
