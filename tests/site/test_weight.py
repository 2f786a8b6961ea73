"""What a reader on a phone has to load."""

import gzip

HTML = 60_000  # bytes, compressed as a web server does


def test_no_page_is_too_heavy(pages):
    weights = {page.address: len(gzip.compress(page.content, 6)) for page in pages.values()}
    assert {address: size for address, size in weights.items() if size > HTML} == {}


def test_every_image_and_drawing_has_its_size(pages):
    """So that nothing moves when it comes."""
    for page in pages.values():
        for image in page.select(".md-content img"):
            assert image.get("width") and image.get("height"), (page.address, image.get("src"))
        for drawing in page.select(".ck-chart svg"):
            assert drawing.get("viewbox") or drawing.get("viewBox"), page.address
