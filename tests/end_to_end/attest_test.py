"""What the end-to-end tests share: where things are, and running the program."""
import os
import pathlib
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(os.environ["ATTEST_SOURCE_DIR"])
BUILD = pathlib.Path(os.environ["ATTEST_BUILD_DIR"])
BINARY = pathlib.Path(os.environ["ATTEST_BINARY"])
SHARED = pathlib.Path(os.environ["ATTEST_SHARED_DIR"])
SANITIZED = bool(os.environ.get("ATTEST_SANITIZE"))


def attest(*arguments, check=True, **more):
    """Runs the program; its output as text."""
    done = subprocess.run([str(BINARY), *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, **more)
    if check and done.returncode != 0:
        raise AssertionError(f"attest {' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stderr}")
    return done


def skip_all(reason):
    """Ends the program as skipped, with the reason."""
    print(f"skipped: {reason}")
    sys.exit(77)


def main():
    unittest.main(verbosity=2)
