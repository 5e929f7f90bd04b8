"""`python -m wortwahl` is the command `wortwahl`."""

from wortwahl.cli import main

raise SystemExit(main())
