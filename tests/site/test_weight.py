"""What a reader on a phone has to load."""

import gzip

HTML = 60_000  # bytes, compressed as a web server does
BEFORE = 28_000  # bytes, not compressed: head, header, tabs, navigation and contents


def test_no_page_is_too_heavy(pages):
    weights = {page.address: len(gzip.compress(page.content, 6)) for page in pages.values()}
    assert {address: size for address, size in weights.items() if size > HTML} == {}


def test_what_is_read_comes_early(pages):
    before = {page.address: page.content.find(b"<article") for page in pages.values()}
    assert {address: size for address, size in before.items() if not 0 < size <= BEFORE} == {}


def test_every_image_and_drawing_has_its_size(pages):
    """So that nothing moves when it comes."""
    for page in pages.values():
        for image in page.select(".md-content img"):
            assert image.get("width") and image.get("height"), (page.address, image.get("src"))
        for drawing in page.select(".ck-chart svg"):
            assert drawing.get("viewbox") or drawing.get("viewBox"), page.address
