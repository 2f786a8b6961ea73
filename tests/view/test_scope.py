"""What is said of the whole, and what of a part."""

import pytest

from chipkb.model.prose import Prose
from chipkb.view.scope import is_of_whole


@pytest.mark.parametrize(
    ("scope", "whole"),
    [
        ("全公司", True),
        ("集团，含手机、通信与汽车", True),
        ("中国会计准则，未经审计", True),
        ("归属母公司", True),
        ("Counterpoint 的统计", True),
        ("数据中心业务", False),
        ("中国大陆，未经审计", False),
        ("950PR 服务器版，FP8", False),
    ],
)
def test_how_something_is_counted_cuts_nothing_off_it(scope, whole):
    assert is_of_whole(Prose(zh=scope)) is whole
