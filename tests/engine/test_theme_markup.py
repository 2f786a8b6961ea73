"""What Material writes otherwise than HTML has it."""

from chipkb.engine.theme_markup import mended

TOGGLE = (
    '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="s" autocomplete="off">'
)


def test_what_html_does_not_have_goes_and_all_else_stays():
    page = f'{TOGGLE}<label for="n" tabindex=""></label><input name="q" autocomplete="off">'
    assert mended(page) == (
        '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="s">'
        '<label for="n"></label><input name="q" autocomplete="off">'
    )


def test_a_label_names_its_control_only_where_that_is():
    label = '<label class="md-nav__title" for="__toc">'
    assert mended(label) == '<label class="md-nav__title">'
    assert mended(f'{label}<input id="__toc">') == f'{label}<input id="__toc">'


def test_only_the_frame_around_the_content_loses_its_indentation():
    content = "<article>\n\n  <pre>a\n\n  b</pre>\n <article>\n  c</article>\n "
    page = (
        f"<nav>\n  \n    <a>全\u3000角</a>  <b>b</b>\n</nav>\n {content}</article>\n\n  </main>\n"
    )
    assert mended(page) == (
        f"<nav>\n<a>全\u3000角</a>  <b>b</b>\n</nav>\n{content}</article>\n</main>\n"
    )


def test_a_page_without_content_is_all_frame():
    assert mended("<main>\n\n  </main>") == "<main>\n</main>"
