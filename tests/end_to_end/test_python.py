"""The Python package as a notebook uses it, on the library that was built."""
import datetime
import os
import subprocess
import sys
import tempfile
import threading
import unittest

from attest_test import BUILD, SANITIZED, SOURCE, main, skip_all

if SANITIZED:
    skip_all("a sanitized library cannot be loaded into Python")
os.environ["ATTEST_LIBRARY"] = str(BUILD / "libattest.so")
sys.path.insert(0, str(SOURCE / "bindings" / "python"))
import attest  # noqa: E402

CLASHING = "CREATE (a {name: 'A', labels: 'mine'})-[:KNOWS {type: 'old', key: 7, since: 1}]->(b {name: 'B', node_for_adding: 1}), " \
           "(a)-[:KNOWS {since: 2}]->(b)"


class Answers(unittest.TestCase):
    def setUp(self):
        self.graph = attest.open(":memory:")
        self.addCleanup(self.graph.close)

    def test_rows_are_dicts_and_slices(self):
        result = self.graph.query("UNWIND range(1, 5) AS n RETURN n, n * n AS square")
        self.assertEqual(len(result), 5)
        self.assertEqual(result[1], {"n": 2, "square": 4})
        self.assertEqual([row["square"] for row in result[3:]], [16, 25])
        self.assertIsNone(self.graph.query("MATCH (n) RETURN n").value())

    def test_parameters_of_every_kind(self):
        given = {"list": [1, 2.5, None, True], "text": "it's \"so\" \n 😀", "day": datetime.date(2023, 9, 19), "some": {3, 1}}
        row = self.graph.query("RETURN $list AS list, $text AS text, date($day).month AS month, $some AS some", given)[0]
        self.assertEqual(row, {"list": [1, 2.5, None, True], "text": given["text"], "month": 9, "some": [1, 3]})
        with self.assertRaisesRegex(attest.Error, "cannot be of type object"):
            self.graph.query("RETURN $x", x=object())

    def test_errors_have_a_place(self):
        with self.assertRaises(attest.QueryError) as caught:
            self.graph.query("MATCH (n)\nRETURN m")
        self.assertEqual((caught.exception.line, caught.exception.column), (2, 8))
        self.assertEqual(caught.exception.detail, "UndefinedVariable")
        with self.assertRaises(attest.Error):
            attest.open("/nonexistent/x.attest", write=True)

    def test_a_closed_graph_says_so(self):
        with attest.open() as graph:
            pass
        with self.assertRaisesRegex(attest.Error, "closed"):
            graph.query("RETURN 1")

    def test_a_notebook_shows_a_table_in_which_nothing_is_markup(self):
        result = self.graph.query("RETURN '<script>' AS text, null AS nothing")
        shown = result._repr_html_()
        self.assertIn("<td>&lt;script&gt;</td><td></td>", shown)
        self.assertIn("1 rows of text, nothing", repr(result))

    def test_networkx_keeps_parallel_relationships_and_clashing_names(self):
        try:
            import networkx
        except ImportError:
            self.skipTest("networkx is not installed")
        self.graph.query(CLASHING)
        graph = self.graph.query("MATCH (a)-[r]->(b) RETURN a, r, b").to_networkx()
        self.assertIsInstance(graph, networkx.MultiDiGraph)
        self.assertEqual((graph.number_of_nodes(), graph.number_of_edges()), (2, 2))
        self.assertEqual(sorted(data["since"] for _, _, data in graph.edges(data=True)), [1, 2])
        self.assertEqual({data["type"] for _, _, data in graph.edges(data=True)}, {"KNOWS"})
        self.assertEqual({data["name"] for _, data in graph.nodes(data=True)}, {"A", "B"})

    def test_pandas_gets_the_columns(self):
        try:
            import pandas  # noqa: F401
        except ImportError:
            self.skipTest("pandas is not installed")
        frame = self.graph.query("UNWIND [1, 2] AS n RETURN n, 'x' AS x").to_pandas()
        self.assertEqual(list(frame.columns), ["n", "x"])
        self.assertEqual(list(frame["n"]), [1, 2])


class Files(unittest.TestCase):
    def test_threads_read_one_file_through_graphs_of_their_own(self):
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "g.attest")
            with attest.open(file, write=True) as graph:
                graph.query("UNWIND range(1, 1000) AS i CREATE ({i: i})")
            sums = []

            def count():
                with attest.open(file) as graph:
                    sums.append(graph.query("MATCH (n) RETURN sum(n.i)").value())
            threads = [threading.Thread(target=count) for _ in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertEqual(sums, [500500] * 8)

    def test_without_a_library_the_message_says_what_to_do(self):
        environment = {**os.environ, "ATTEST_LIBRARY": "/nonexistent.so", "PYTHONPATH": sys.path[0], "LD_LIBRARY_PATH": ""}
        done = subprocess.run([sys.executable, "-c", "import attest"], env=environment, stderr=subprocess.PIPE, text=True)
        if done.returncode == 0:
            self.skipTest("libattest is installed on this system")
        self.assertIn("set ATTEST_LIBRARY", done.stderr)


if __name__ == "__main__":
    main()
