"""Attest for Python: documents into a knowledge graph, openCypher over it, in process.

    import attest

    with attest.open("news.attest", write=True) as graph:
        graph.build("documents/")
        for row in graph.query("MATCH (p:Person)-[r:HOLDS_POSITION]->(o) RETURN p.name AS who, r.title AS what"):
            print(row["who"], row["what"])

There is no compiled extension: the package calls libattest's C interface (attest.h) through ctypes, without the
interpreter's lock. Threads may use graphs of their own at the same time; one graph is for one thread at a time.
"""
import ctypes
import ctypes.util
import datetime
import html
import json
import os
from collections.abc import Sequence
from typing import Any, Mapping, Optional, Union

__all__ = ["open", "Graph", "Result", "Error", "QueryError", "version"]


class Error(Exception):
    """What went wrong, with the message of the library."""


class QueryError(Error):
    """A statement that cannot be run: its openCypher type and detail, and the place (from 1; 0 for none)."""

    def __init__(self, message: str, type: str, detail: str, line: int, column: int):
        super().__init__(message)
        self.type, self.detail, self.line, self.column = type, detail, line, column


def _load() -> ctypes.CDLL:
    """The library: $ATTEST_LIBRARY, beside the package, in the same PREFIX/lib, or where the system keeps libraries."""
    here = os.path.dirname(os.path.abspath(__file__))
    found = ctypes.util.find_library("attest")
    prefixed = os.path.join(here, *[os.pardir] * 3, "libattest.so.0")  # PREFIX/lib/python3/dist-packages/attest
    names = [os.environ.get("ATTEST_LIBRARY"), os.path.join(here, "libattest.so"), prefixed, found, "libattest.so.0"]
    for name in filter(None, names):
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    raise ImportError("libattest was not found: install Attest, or set ATTEST_LIBRARY to the path of libattest.so")


_P = ctypes.c_void_p
_S = ctypes.c_char_p
_SIGNATURES = {
    "attest_version": (_S, []),
    "attest_open": (_P, [_S, ctypes.c_int, _P]),
    "attest_close": (None, [_P]),
    "attest_build": (ctypes.c_int64, [_P, ctypes.POINTER(_S), ctypes.c_size_t, ctypes.c_uint, _P]),
    "attest_build_text": (ctypes.c_int, [_P, _S, _S, ctypes.c_size_t, _P]),
    "attest_report": (_S, [_P]),
    "attest_remove": (ctypes.c_int, [_P, _S, _P]),
    "attest_query": (_P, [_P, _S, _S, _P]),
    "attest_result_free": (None, [_P]),
    "attest_result_json": (_S, [_P]),
    "attest_export": (ctypes.c_int, [_P, _S, _S, _S, _P]),
    "attest_error_message": (_S, [_P]),
    "attest_error_type": (_S, [_P]),
    "attest_error_detail": (_S, [_P]),
    "attest_error_line": (ctypes.c_uint, [_P]),
    "attest_error_column": (ctypes.c_uint, [_P]),
    "attest_error_free": (None, [_P]),
}


def _declare(library: ctypes.CDLL) -> ctypes.CDLL:
    for name, (result, arguments) in _SIGNATURES.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


_lib = _declare(_load())


def version() -> str:
    """The version of the library, "0.1.0"."""
    return _lib.attest_version().decode()


def _call(function, *arguments):
    """Calls a function that takes an error last, and raises the error it gives."""
    error = _P()
    value = function(*arguments, ctypes.byref(error))
    if not error:
        return value
    try:
        message = _lib.attest_error_message(error).decode()
        kind = _lib.attest_error_type(error).decode()
        if not kind:
            raise Error(message)
        raise QueryError(message, kind, _lib.attest_error_detail(error).decode(), _lib.attest_error_line(error),
                         _lib.attest_error_column(error))
    finally:
        _lib.attest_error_free(error)


class Result(Sequence):
    """The rows of an answer, each a dict by column. Nodes, relationships and paths are dicts, too."""

    def __init__(self, parsed: Mapping[str, Any]):
        self.columns: list = parsed["columns"]
        self.statistics: dict = parsed["stats"]
        self.plan: Optional[dict] = parsed.get("plan")
        self._rows = parsed["rows"]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"<attest.Result: {len(self)} rows of {', '.join(self.columns)}>"

    def _repr_html_(self, most: int = 60) -> str:
        """The table that a notebook shows."""
        def cells(tag, values):
            return "".join(f"<{tag}>{html.escape(_shown(value))}</{tag}>" for value in values)
        rows = "".join(f"<tr>{cells('td', row)}</tr>" for row in self._rows[:most])
        more = f"<p>and {len(self) - most} more rows</p>" if len(self) > most else ""
        return f"<table><thead><tr>{cells('th', self.columns)}</tr></thead><tbody>{rows}</tbody></table>{more}"

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [dict(zip(self.columns, row)) for row in self._rows[index]]
        return dict(zip(self.columns, self._rows[index]))

    def value(self) -> Any:
        """The only cell of the only row; None where there is no row."""
        if not self._rows:
            return None
        if len(self._rows) != 1 or len(self.columns) != 1:
            raise Error(f"the answer has {len(self._rows)} rows of {len(self.columns)} columns, not one cell")
        return self._rows[0][0]

    def to_pandas(self):
        """A pandas DataFrame (needs pandas)."""
        import pandas
        return pandas.DataFrame(self._rows, columns=self.columns)

    def to_networkx(self):
        """A networkx MultiDiGraph of every node, relationship and path in the rows (needs networkx)."""
        import networkx
        graph = networkx.MultiDiGraph()
        for row in self._rows:
            for cell in row:
                _add_to_networkx(graph, cell)
        return graph


def _shown(value: Any) -> str:
    """A cell's text: of a node its name, of a relationship its type."""
    if isinstance(value, dict) and "properties" in value:
        return str(value["properties"].get("name") or value.get("type") or ":".join(value.get("labels", [])))
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _add_to_networkx(graph, cell) -> None:
    # The properties go in afterwards: they may have the names of networkx's own arguments.
    if isinstance(cell, list):
        for item in cell:
            _add_to_networkx(graph, item)
    elif isinstance(cell, dict) and "labels" in cell and "properties" in cell:
        graph.add_node(cell["id"])
        graph.nodes[cell["id"]].update({"labels": cell["labels"], **cell["properties"]})
    elif isinstance(cell, dict) and "start" in cell and "end" in cell and "type" in cell:
        graph.add_edge(cell["start"], cell["end"], key=cell["id"])
        graph.edges[cell["start"], cell["end"], cell["id"]].update({**cell["properties"], "type": cell["type"]})
    elif isinstance(cell, dict):
        for item in cell.values():
            _add_to_networkx(graph, item)


def _parameter(value: Any) -> Any:
    """What JSON has no form for: dates and times as ISO 8601 text, sets and arrays as lists."""
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, (set, frozenset, tuple)):
        return sorted(value) if isinstance(value, (set, frozenset)) else list(value)
    if hasattr(value, "tolist"):
        return value.tolist()
    raise Error(f"a parameter cannot be of type {type(value).__name__}: give numbers, texts, lists, dicts or None")


class Graph:
    """An open graph file. Use attest.open()."""

    def __init__(self, file: str, write: bool):
        self._handle = None
        self._handle = _call(_lib.attest_open, os.fsencode(file), int(write))

    def __enter__(self) -> "Graph":
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def close(self) -> None:
        if self._handle:
            _lib.attest_close(self._handle)
            self._handle = None

    __del__ = close

    def _open_handle(self):
        if not self._handle:
            raise Error("the graph is closed")
        return self._handle

    def build(self, *paths: Union[str, os.PathLike], threads: int = 0) -> list:
        """Reads files and folders; returns a report (a dict) for each document."""
        encoded = [os.fsencode(path) for path in paths]
        _call(_lib.attest_build, self._open_handle(), (_S * len(encoded))(*encoded), len(encoded), threads)
        return json.loads(_lib.attest_report(self._handle))

    def build_text(self, name: str, text: str) -> dict:
        """Reads one text as the document `name`; returns its report."""
        data = text.encode()
        _call(_lib.attest_build_text, self._open_handle(), name.encode(), data, len(data))
        return json.loads(_lib.attest_report(self._handle))[0]

    def remove(self, document: str) -> None:
        """Takes a document, by name or path, and its facts away."""
        _call(_lib.attest_remove, self._open_handle(), document.encode())

    def query(self, statement: str, parameters: Optional[Mapping[str, Any]] = None, **more: Any) -> Result:
        """Runs one statement; parameters as a mapping or as keywords. Dates are given as text: date($day) reads them."""
        both = {**(parameters or {}), **more}
        result = _call(_lib.attest_query, self._open_handle(), statement.encode(), json.dumps(both, default=_parameter).encode())
        try:
            return Result(json.loads(_lib.attest_result_json(result)))
        finally:
            _lib.attest_result_free(result)

    def export(self, file: Union[str, os.PathLike], format: str, query: Optional[str] = None) -> None:
        """Writes the graph, or what `query` returns of it, for another tool."""
        _call(_lib.attest_export, self._open_handle(), format.encode(), os.fsencode(file),
              query.encode() if query else None)


def open(file: Union[str, os.PathLike] = ":memory:", write: bool = False) -> Graph:
    """Opens a graph file; ":memory:" (always writable) is one that is not kept."""
    name = os.fspath(file)
    return Graph(name, write or name == ":memory:")
