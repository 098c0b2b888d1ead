"""``python -m cs_desk`` is ``cs-desk``."""

import sys

from cs_desk.main import main

if __name__ == "__main__":
    sys.exit(main())
