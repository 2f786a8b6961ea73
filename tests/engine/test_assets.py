"""One style sheet for the browser, with every rule of ours."""

import re

from chipkb.engine.assets import ASSETS, joined, stylesheet


def rules(css: str) -> str:
    """The text without comments and white space."""
    return re.sub(r"\s+", "", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))


def test_all_rules_are_in_it_in_the_order_of_the_files():
    sheets = [path.read_text("utf-8") for path in sorted(ASSETS.rglob("*.css"))]
    assert len(sheets) > 10
    assert rules(stylesheet().content.decode("utf-8")) == rules("\n".join(sheets))


def test_it_holds_no_comment_and_no_indentation():
    css = stylesheet().content.decode("utf-8")
    assert "/*" not in css
    assert not re.search(r"\n\s", css)


def test_no_rule_leads_to_a_file_by_a_relative_address():
    assert not re.search(r"url\((?![\"']?(?:data:|#))", stylesheet().content.decode("utf-8"))


def test_the_sheets_of_the_theme_come_first(tmp_path):
    folder = tmp_path / "assets/stylesheets"
    folder.mkdir(parents=True)
    (folder / "palette.0a.min.css").write_text("a{color:red}", "utf-8")
    (folder / "main.0b.min.css").write_text(
        'b::before{content:"/* "}/*# sourceMappingURL=x */', "utf-8"
    )
    css = joined([str(tmp_path / "none"), str(tmp_path)]).styles.content.decode("utf-8")
    assert css.startswith('b::before{content:"/* "}\na{color:red}\n')
    assert css.endswith(stylesheet().content.decode("utf-8"))
