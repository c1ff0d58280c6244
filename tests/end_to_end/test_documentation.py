"""Every command of README.md and docs/ is run, in order, page by page; what a page shows as output must come out.

A block that opens with ```console holds commands ("$ …") and, below each, its output. "…" in shown output stands for any
text. A page's commands run in one folder of their own, in which `examples` is the project's.
"""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from attest_test import BINARY, SOURCE, main

PAGES = [SOURCE / "README.md", *sorted((SOURCE / "docs").glob("*.md"))]


def console_steps(text):
    """(line number, command, shown output) of each command of a page."""
    steps, inside = [], False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("```"):
            inside = not inside and line.strip() == "```console"
        elif inside and line.startswith("$ "):
            steps.append([number, line[2:], []])
        elif inside and steps and steps[-1][1].endswith("\\"):
            steps[-1][1] = steps[-1][1][:-1] + line.strip()
        elif inside and steps:
            steps[-1][2].append(line)
    return [(number, command, "\n".join(shown).strip()) for number, command, shown in steps]


def matches(shown, output):
    pattern = r"[\s\S]*?".join(re.escape(part) for part in shown.split("…"))
    return re.fullmatch(pattern, output.strip()) is not None


class Documentation(unittest.TestCase):
    maxDiff = None

    def run_page(self, page):
        steps = console_steps(page.read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(SOURCE / "examples", pathlib.Path(folder) / "examples")
            (pathlib.Path(folder) / "scripts").symlink_to(SOURCE / "scripts")
            environment = {**os.environ, "PATH": f"{BINARY.parent}:{os.environ['PATH']}", "NO_COLOR": "1", "HOME": folder}
            for number, command, shown in steps:
                if command.startswith(("scripts/", "git clone", "cd ", "sudo ", "apt")):
                    continue  # what builds the program is run by the project's continuous integration
                with self.subTest(page=page.name, line=number, command=command):
                    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdout=subprocess.PIPE,
                                          stderr=subprocess.STDOUT, text=True, timeout=300)
                    self.assertEqual(done.returncode, 0, done.stdout)
                    if shown:
                        self.assertTrue(matches(shown, done.stdout), f"shown:\n{shown}\n\ncame:\n{done.stdout}")
        return len(steps)

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


if __name__ == "__main__":
    main()
