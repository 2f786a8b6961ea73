"""`chipkb verify`: a built site held to its promises."""

import sys
from pathlib import Path

import click

from chipkb.check.report import FORMATS
from chipkb.values.problem import Problem, sorted_problems
from chipkb.values.text import LANGS, Lang
from chipkb.verify import verify as verify_site
from chipkb.verify.markup import can_check, check_markup
from chipkb.verify.site import NotASite


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--html",
    "jar",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="vnu.jar, the Nu Html Checker (npm: vnu-jar): also check that pages are valid HTML.",
)
@click.option("--lang", type=click.Choice(LANGS), default="en", help="Language of the messages.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text")
def verify(site: Path, jar: Path | None, lang: Lang, form: str) -> None:
    """Hold a built site to its promises: links, marks, languages, feeds, search, sizes, policy.

    Exit code 1 if there is an error.
    """
    try:
        problems = verify_site(site)
    except NotASite as error:
        raise click.ClickException(str(error)) from None
    if jar is not None:
        problems = sorted_problems([*problems, *_markup(site, jar)])
    click.echo(FORMATS[form](problems, lang), nl=False)
    if any(problem.is_error for problem in problems):
        sys.exit(1)


def _markup(site: Path, jar: Path) -> list[Problem]:
    if not can_check(jar):
        raise click.ClickException("the Nu Html Checker needs Java")
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return list(check_markup(site, files, jar))
