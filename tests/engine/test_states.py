"""States of the data as strangers' folders hold them."""

from chipkb.engine.states import state_of_folder


def test_links_out_of_the_folder_are_not_followed(world, tmp_path):
    secret = tmp_path / "config"
    secret.write_text("[credentials]: {token: 'not for you'}\n", "utf-8")
    before = state_of_folder(world)
    (world / "data/gpu/linked.yml").symlink_to(secret)
    (world / "content/linked.zh.md").symlink_to(secret)
    assert state_of_folder(world) == before


def test_a_folder_that_is_a_link_is_not_read(world, tmp_path):
    (world / "data").rename(tmp_path / "elsewhere")
    (world / "data").symlink_to(tmp_path / "elsewhere")
    assert not any(key.kind == "entity" for key in state_of_folder(world))


def test_what_never_ends_is_not_read(world):
    (world / "data/gpu/endless.yml").symlink_to("/dev/zero")
    assert state_of_folder(world)
