"""`python -m newsdiff`."""

import sys

from newsdiff.cli.main import main

sys.exit(main())
