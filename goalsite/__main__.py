"""`python -m goalsite`."""

import sys

from goalsite.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
