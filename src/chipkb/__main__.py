"""`python -m chipkb`."""

from chipkb.cli import main

main()
