"""`chipkb build`: the site, checked before it takes the place of the last one."""

import errno
from pathlib import Path

import click

from chipkb.check.report import FORMATS
from chipkb.cli.language import lang_option
from chipkb.engine.publish import NotPublished, publish
from chipkb.engine.whole_site import build_site, tell_warnings
from chipkb.values.text import Lang
from chipkb.verify import verify

STAYS = "the last site stays · 上一个网站不变"
_MADE_BY_US = "data/datapackage.json"  # what no folder but a site of ours holds
_REASONS = {
    errno.ENOSPC: "the disk is full · 磁盘已满",
    errno.EDQUOT: "the disk is full · 磁盘已满",
    errno.EROFS: "the disk cannot be written to · 磁盘不可写",
    errno.EACCES: "the folder may not be written to · 文件夹不可写",
    errno.EPERM: "the folder may not be written to · 文件夹不可写",
}


@click.command()
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    help="The settings of the site.",
)
@click.option(
    "--site",
    type=click.Path(path_type=Path),
    default=Path("site"),
    help="The folder of the site: a new one, or one with an older site, which is replaced.",
)
@click.option("--verify/--no-verify", "verified", default=True, help="Look at every page first.")
@lang_option
def build(config: Path, site: Path, verified: bool, lang: Lang) -> None:
    """Build the site beside the last one, verify it, and put it in its place in one step.

    Whatever goes wrong, the last whole site stays.
    """
    tell_warnings()

    if site.is_dir() and any(site.iterdir()) and not (site / _MADE_BY_US).exists():
        raise click.ClickException(
            f"{site} 不是空的，里面也不是先前的网站；没有做任何改动"
            if lang == "zh"
            else f"{site} is not empty and holds no older site; nothing was done"
        )

    def whole(folder: Path) -> None:
        build_site(config, folder, last=site)
        problems = verify(folder) if verified else ()
        if problems:
            click.echo(FORMATS["text"](problems, lang), nl=False)
        if any(problem.is_error for problem in problems):
            raise NotPublished("the new site is not as it should be · 新网站有问题")

    try:
        publish(whole, site, waiting=lambda: click.echo("another build is at it; waiting …"))
    except NotPublished as error:
        raise click.ClickException(f"{error}; {STAYS}") from None
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
        raise click.ClickException(f"{reason}: {error.filename or site}; {STAYS}") from None
    pages = sum(1 for _ in site.rglob("index.html"))
    click.echo(f"{site}：{pages} 个网页" if lang == "zh" else f"{site}: {pages} pages")
