"""`python -m formulator` is the same program as `formulator`."""

import sys

from formulator.cli import main

if __name__ == "__main__":
    sys.exit(main())
