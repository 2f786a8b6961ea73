"""`chipkb init`: a fresh knowledge base."""

from pathlib import Path

import click

from chipkb.cli.files import write_texts
from chipkb.cli.language import lang_option
from chipkb.curate.init import Own, starting_files
from chipkb.model.base import is_id
from chipkb.values.text import Lang


@click.command()
@lang_option
@click.option(
    "--name-zh", default="我的知识库", show_default=True, help="The site's name in Chinese."
)
@click.option("--name-en", default="My knowledge base", show_default=True, help="And in English.")
@click.option(
    "--domain", default="main", show_default=True, help="Id of the first part of the industry."
)
@click.option("--domain-zh", default="第一个领域", show_default=True, help="Its name in Chinese.")
@click.option("--domain-en", default="First domain", show_default=True, help="And in English.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def init(
    lang: Lang,
    name_zh: str,
    name_en: str,
    domain: str,
    domain_zh: str,
    domain_en: str,
    folder: Path,
) -> None:
    """Begin a knowledge base of any industry in FOLDER, which must be new or empty.

    \b
    chipkb init batteries --name-zh 电池知识库 --name-en "Battery facts" --domain cells \\
      --domain-zh 电芯 --domain-en Cells
    """
    if folder.exists() and any(folder.iterdir()):
        raise click.ClickException(f"{folder} is not empty / 不是空文件夹")
    if not is_id(domain):
        raise click.BadParameter(f"'{domain}' is no good id / 不能作编号", param_hint="--domain")
    texts = starting_files(Own(name_zh, name_en, domain, domain_zh, domain_en))
    write_texts(folder, texts)
    for name in sorted(texts):
        click.echo(name)
    click.echo(f"cd {folder} && chipkb check && mkdocs serve")
