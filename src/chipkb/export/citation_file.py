"""CITATION.cff: how to cite the data, with its version."""

import yaml

from chipkb.export.head import head
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.values.artifact import Artifact


def citation_file(kb: KnowledgeBase, base: str) -> Artifact:
    """The file beside the downloads; the repository's own has no version."""
    about = head(kb)
    whole = {
        "cff-version": "1.2.0",
        "message": "If you use these data, cite them as below, and the original source of each figure.",
        "type": "dataset",
        "title": kb.site.name.in_lang("en"),
        "abstract": f"Facts on {kb.site.subject.in_lang('en')}, each with its source, date and assessment.",
        "authors": [{"name": "chipkb contributors"}],
        "version": about["version"],
        "date-released": kb.release.day,
        "license": "CC-BY-4.0",
        "url": base + permalink.site_path(permalink.DOWNLOADS, "zh"),
        "keywords": kb.site.keywords.in_lang("en").split(" | "),
    }
    written = yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=1000)
    return Artifact.of_text(f"{permalink.DOWNLOADS}/CITATION.cff", written)
