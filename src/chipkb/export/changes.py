"""What changed in the data, as JSON."""

from typing import Any

from chipkb.diff.record import history_record
from chipkb.export.head import head
from chipkb.export.json_text import json_text
from chipkb.model import permalink
from chipkb.model.kb import KnowledgeBase
from chipkb.values.artifact import Artifact
from chipkb.values.text import Text
from chipkb.view.downloads import Download


def changes_json(kb: KnowledgeBase) -> Download:
    """changes.json: a record for each change, by day, the newest first."""
    whole: dict[str, Any] = {**head(kb), **history_record(kb.history)}
    written = json_text(whole)
    about = Text(
        zh="每天改了什么：新增、改动（哪一项，从什么到什么）、更新取代、撤回、改名",
        en="What changed day by day: added, changed (which field, from what to what), superseded, "
        "retracted, renamed",
    )
    return Download(Artifact.of_text(f"{permalink.DOWNLOADS}/changes.json", written), about)
