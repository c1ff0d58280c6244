"""The shell in a real terminal (tmux): completion, errors with a caret, several lines, interruption, history."""
import os
import pathlib
import shutil
import stat
import subprocess
import tempfile
import time
import unittest

from attest_test import BINARY, attest, main, skip_all


class Terminal(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.home = pathlib.Path(self.folder.name)
        self.graph = self.home / "g.attest"
        attest("query", self.graph, "UNWIND range(1, 40) AS i CREATE (:Person {name: 'Ada ' + i, born: 1800 + i})")
        self.socket = str(self.home / "tmux")
        environment = {**os.environ, "HOME": str(self.home), "XDG_STATE_HOME": "", "TERM": "xterm-256color",
                       "LC_ALL": "C.UTF-8", "PAGER": "cat"}
        environment.pop("TMUX", None)
        subprocess.run(["tmux", "-u", "-S", self.socket, "new-session", "-d", "-x", "100", "-y", "60",
                        str(BINARY), "shell", str(self.graph)], check=True, env=environment)
        self.wait_for("attest>")

    def tearDown(self):
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], stderr=subprocess.DEVNULL)
        self.folder.cleanup()

    def type(self, *keys):
        # To tmux a word's last semicolon would part two of its own commands.
        words = [key[:-1] + "\\;" if key.endswith(";") else key for key in keys]
        subprocess.run(["tmux", "-S", self.socket, "send-keys", *words], check=True)

    def screen(self):
        return subprocess.run(["tmux", "-S", self.socket, "capture-pane", "-p", "-S", "-200"], stdout=subprocess.PIPE,
                              text=True).stdout

    def wait_for(self, text, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if text in self.screen():
                return
            time.sleep(0.05)
        self.fail(f"never saw {text!r} on:\n{self.screen()}")

    def test_a_question_over_two_lines(self):
        self.type("MATCH (p:Person)", "Enter")
        self.wait_for("...>")
        self.type("RETURN count(*) AS people;", "Enter")
        self.wait_for("40 │")
        self.wait_for("1 row,")

    def test_a_line_is_coloured_when_it_is_entered(self):
        self.type("MATCH (p:Person) RETURN 'x' AS x, 12 AS n;", "Enter")
        self.wait_for("40 rows,")
        painted = subprocess.run(["tmux", "-S", self.socket, "capture-pane", "-p", "-e", "-S", "-200"],
                                 stdout=subprocess.PIPE, text=True).stdout
        line = next(line for line in painted.splitlines() if "attest>" in line and "MATCH" in line)
        for code, word in ((34, "MATCH"), (36, "Person"), (32, "'x'"), (33, "12")):
            self.assertRegex(line, rf"\x1b\[(?:0;)?{code}m{word}")
        self.assertEqual(sum("MATCH (p:Person)" in line for line in self.screen().splitlines()), 1)

    def test_tab_completes_labels(self):
        self.type("MATCH (p:Per", "Tab", ") RETURN count(p) AS n;", "Enter")
        self.wait_for("MATCH (p:Person)")
        self.wait_for("40 │")

    def test_an_error_shows_its_place_and_the_prompt_comes_back(self):
        self.type("RETURN nothing;", "Enter")
        self.wait_for("^")
        self.type("RETURN 6 * 7 AS answer;", "Enter")
        self.wait_for("42 │")

    def test_control_c_ends_a_running_statement(self):
        self.type("UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(a + b);", "Enter")
        time.sleep(0.5)
        self.type("C-c")
        self.wait_for("nterrupt", 10)
        self.type("RETURN 6 * 7 AS answer;", "Enter")
        self.wait_for("42 │")

    def test_history_is_kept_and_private(self):
        self.type("RETURN 'remember me' AS x;", "Enter")
        self.wait_for("│ remember me │")
        self.type(":quit", "Enter")
        file = self.home / ".local" / "state" / "attest" / "history"
        end = time.monotonic() + 10  # each line entered writes the file anew
        while not (file.exists() and "remember" in file.read_text()) and time.monotonic() < end:
            time.sleep(0.05)
        self.assertIn("remember", file.read_text())
        self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)

    def test_commands_of_the_shell(self):
        self.type(":help", "Enter")
        self.wait_for(":profile STATEMENT")
        self.type(":param n=41", "Enter", "RETURN $n + 1 AS x;", "Enter")
        self.wait_for("42 │")
        self.type(":nonsense", "Enter")
        self.wait_for("no command :nonsense")


if __name__ == "__main__":
    if not shutil.which("tmux"):
        skip_all("tmux is not installed")
    main()
