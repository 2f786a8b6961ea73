"""Valid HTML by the Nu Html Checker, which is a Java program: used where both are there."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from chipkb.values.place import Place
from chipkb.values.problem import Problem


def can_check(jar: Path) -> bool:
    return jar.is_file() and shutil.which("java") is not None


def check_markup(folder: Path, files: Sequence[str], jar: Path) -> Iterator[Problem]:
    """What is not valid in these pages of the site. Raises OSError where Java is missing."""
    command = ["java", "-Xss4m", "-jar", str(jar), "--format", "json", "--errors-only"]
    done = subprocess.run(
        [*command, *files], cwd=folder, capture_output=True, text=True, check=False
    )
    for message in json.loads(done.stderr or done.stdout)["messages"]:
        if message["type"] == "error":
            name = Path(message["url"].removeprefix("file:")).resolve()
            place = Place(
                name.relative_to(folder.resolve()).as_posix(),
                message.get("lastLine", 0),
                message.get("firstColumn", 1),
            )
            yield Problem.at(place, "site-markup", found=message["message"])
