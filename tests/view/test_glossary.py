"""The glossary: each term under its topic once, and under its letter once."""

from chipkb.view.glossary import glossary_view, term_view


def test_a_chinese_name_stands_under_the_letter_of_its_sound(real):
    letters = glossary_view(real.kb).letters
    for lang in ("zh", "en"):
        assert sum(len(one.terms) for one in letters[lang]) == len(real.kb.terms)
        found = {term.id: one.letter for one in letters[lang] for term in one.terms}
        for term in real.kb.terms.values():
            name = term.name.in_lang(lang)
            if "A" <= name[0].upper() <= "Z":
                assert found[term.id] == name[0].upper()
    assert {t.id for one in letters["zh"] if one.letter == "D" for t in one.terms} >= {
        term.id for term in real.kb.terms.values() if term.name.zh.startswith("电")
    }


def test_a_place_that_a_term_alone_cites_leads_to_the_page_of_its_source(kb):
    """On that page there are the paragraphs that claims rest on."""
    [citation] = term_view(kb, kb.terms["gpu-term"]).citations
    assert citation.link == "source/almanac"
