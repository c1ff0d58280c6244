"""Every command of README.md and docs/ is run, in order, page by page; what a page shows as output must come out.

A block that opens with ```console holds commands ("$ …") and, below each, its output. "…" in shown output stands for any
text. A page's commands run in one folder of their own, in which `examples` is the project's.

With ATTEST_UPDATE_DOCUMENTATION=1 in the environment the pages are written anew with what came.
"""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from attest_test import BINARY, SOURCE, main
from transcript import console_steps, matches, refreshed

PAGES = [SOURCE / "README.md", *sorted((SOURCE / "docs").glob("*.md"))]
UPDATE = bool(os.environ.get("ATTEST_UPDATE_DOCUMENTATION"))
BUILDS_THE_PROGRAM = ("scripts/", "git clone", "cd ", "sudo ", "apt")  # run by the project's continuous integration


class Documentation(unittest.TestCase):
    maxDiff = None

    def run_step(self, step, folder):
        environment = {**os.environ, "PATH": f"{BINARY.parent}:{os.environ['PATH']}", "NO_COLOR": "1", "HOME": folder}
        done = subprocess.run(["bash", "-c", step.command], cwd=folder, env=environment, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=300)
        self.assertEqual(done.returncode, 0, done.stdout)
        return done.stdout

    def run_page(self, page):
        lines = page.read_text(encoding="utf-8").splitlines()
        steps, stale = console_steps(lines), []
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(SOURCE / "examples", pathlib.Path(folder) / "examples")
            (pathlib.Path(folder) / "scripts").symlink_to(SOURCE / "scripts")
            for step in steps:
                if step.command.startswith(BUILDS_THE_PROGRAM):
                    continue
                with self.subTest(page=page.name, line=step.line, command=step.command):
                    output = self.run_step(step, folder)
                    if step.shown and not matches(step.text, output):
                        stale.append((step, output))
                        self.assertTrue(UPDATE, f"shown:\n{step.text}\n\ncame:\n{output}")
        if UPDATE and stale:
            self.update(page, lines, stale)
        return len(steps)

    def update(self, page, lines, stale):
        for step, output in reversed(stale):
            lines[step.first:step.last] = refreshed(step.shown, output.strip("\n").splitlines())
        page.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{page.relative_to(SOURCE)}: {len(stale)} outputs written anew")

    def test_every_command_of_every_page(self):
        commands = sum(self.run_page(page) for page in PAGES)
        self.assertGreater(commands, 10)

    def test_links_between_pages_lead_somewhere(self):
        for page in PAGES:
            for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
                if "://" not in target:
                    self.assertTrue((page.parent / target).exists(), f"{page.name}: {target}")

    def test_manual_pages_name_every_option(self):
        for page in sorted((SOURCE / "docs" / "man").glob("attest-*.1")):
            command = page.stem.removeprefix("attest-")
            text = page.read_text(encoding="utf-8").replace("\\-", "-")
            summary = subprocess.run([str(BINARY), command, "--help"], stdout=subprocess.PIPE, text=True, check=True).stdout
            for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", summary)):
                self.assertIn(option, text, f"{page.name} does not tell of {option}")


class Refreshing(unittest.TestCase):
    """How shown output is written anew."""

    def check(self, shown, output, expected):
        self.assertEqual(refreshed(shown.splitlines(), output.splitlines()), expected.splitlines())

    def test_lines_that_came_otherwise_are_replaced(self):
        self.check("a\nb\nc", "a\nB\nc\nd", "a\nB\nc\nd")

    def test_an_elision_that_fits_stays(self):
        self.check("…\nlast", "1\n2\nlast", "…\nlast")
        self.check("head …\nold\ntail", "head 12 s\nnew\ntail", "head …\nnew\ntail")
        self.check("first\n…\nold", "first\nx\ny\nnew", "first\n…\nnew")

    def test_an_elision_at_the_end_of_a_line_may_hide_further_lines(self):
        self.check("7 documents read …\nsum: …", "7 documents read in 2 s\nsum: 3\n  and: 4", "7 documents read …\nsum: …")

    def test_numbers_beside_an_elision_change_alone(self):
        self.check("7 documents read …\nx.attest: 7 documents, …", "8 documents read in 1 s\nx.attest: 8 documents, 9 nodes",
                   "8 documents read …\nx.attest: 8 documents, …")
        self.check('{"documents":7,"decisions":1,…}', '{"documents":8,"decisions":1,"x":2}', '{"documents":8,"decisions":1,…}')

    def test_a_table_of_other_widths_is_taken_as_it_came(self):
        self.check("│ a │\n│ b │", "│ aa │\n│ b  │", "│ aa │\n│ b  │")


if __name__ == "__main__":
    main()
