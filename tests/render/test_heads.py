"""What a page is called where only that is seen."""

import pytest

from chipkb.load.tree import load
from chipkb.render import heads
from chipkb.values.text import LANGS
from chipkb.verify.heads import MOST_TITLE


@pytest.mark.parametrize("length", [20, 900])
def test_a_work_is_named_with_its_publisher_however_long_its_title(world, length):
    file = world / "data/sources/star-filing.yml"
    long = ("word " * length)[:length].strip()
    lines = file.read_text("utf-8").splitlines()
    lines[0] = f"title: {{zh: {long}, en: {long}}}"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    source = load(world).kb.sources["star-filing"]
    for lang in LANGS:
        head = heads.of_work(source).in_lang(lang)
        assert len(head) < MOST_TITLE - 20  # the site's name comes behind it
        assert source.publisher.in_lang(lang) in head
