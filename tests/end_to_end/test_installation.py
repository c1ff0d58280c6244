"""The installed tree: an outside project builds against it, shared and static; headers stand alone; C and Python run."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from attest_test import BUILD, SANITIZED, SOURCE, main, skip_all

# What a public header may not pull into its user's translation unit.
FOREIGN = re.compile(r"/(sqlite3|nlohmann|fmt|unicode|libxml2|tbb|oneapi|re2|CLI|boost)[/.]")


def run(*words, **more):
    done = subprocess.run(list(map(str, words)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, words))}\n{done.stdout}")
    return done.stdout


class Installation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = pathlib.Path(cls.folder.name)
        cls.prefix = cls.root / "prefix"
        run("cmake", "--install", BUILD, "--prefix", cls.prefix)
        cls.library = next(cls.prefix.rglob("libattest.so")).parent

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def build_outside(self, kind):
        project = self.root / f"outside-{kind}"
        shutil.copytree(SOURCE / "tests" / "end_to_end" / "outside", project)
        shutil.copy(SOURCE / "examples" / "embed.cpp", project)
        run("cmake", "-G", "Ninja", "-S", project, "-B", project / "build", f"-DCMAKE_PREFIX_PATH={self.prefix}", f"-DKIND={kind}")
        run("cmake", "--build", project / "build")
        out = run(project / "build" / "embed", project / "note.graphml")
        self.assertIn("Grace Hopper", out)
        self.assertTrue((project / "note.graphml").exists())

    def test_an_outside_project_builds_against_the_shared_library(self):
        self.build_outside("shared")

    def test_an_outside_project_builds_against_the_static_libraries(self):
        self.build_outside("static")

    def test_pkg_config_gives_what_a_c_program_needs(self):
        environment = {**os.environ, "PKG_CONFIG_PATH": str(self.library / "pkgconfig")}
        flags = run("pkg-config", "--cflags", "--libs", "attest", env=environment).split()
        program = self.root / "embed_c"
        run("cc", "-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", SOURCE / "examples" / "embed.c", "-o", program,
            *flags, f"-Wl,-rpath,{self.library}")
        self.assertIn("Grace Hopper", run(program))

    def test_python_runs_on_the_installed_library(self):
        environment = {**os.environ, "ATTEST_LIBRARY": str(self.library / "libattest.so"),
                       "PYTHONPATH": str(next(self.prefix.rglob("attest/__init__.py")).parent.parent)}
        out = run("/usr/bin/python3", SOURCE / "examples" / "embed.py", env=environment)
        self.assertIn("Grace Hopper", out)

    def test_every_public_header_stands_alone_and_brings_nothing_foreign(self):
        include = self.prefix / "include"
        headers = sorted(include.rglob("*.hpp"))
        self.assertGreater(len(headers), 15)
        for header in headers:
            name = header.relative_to(include)
            with self.subTest(header=str(name)):
                used = run("g++", "-std=c++20", "-I", include, "-M", "-x", "c++", header)
                if name.name != "boost_graph.hpp":
                    self.assertIsNone(FOREIGN.search(used), used)

    def test_the_installed_program_runs(self):
        out = run(self.prefix / "bin" / "attest", "query", ":memory:", "RETURN 1 AS one", "-f", "csv")
        self.assertEqual(out, "one\n1\n")


if __name__ == "__main__":
    if SANITIZED:
        skip_all("an outside project does not link the sanitizers' run time")
    main()
