"""What `attest extract` prints: every fragment keeps docs/fragment.schema.json, and what a schema cannot say."""
import copy
import json
import subprocess
import unittest

import jsonschema

from attest_test import BUILD, SHARED, SOURCE, attest, main

SCHEMA = json.loads((SOURCE / "docs" / "fragment.schema.json").read_text(encoding="utf-8"))
DOCUMENTS = SOURCE / "examples" / "documents"
NAMED = {"Person", "Place", "Organization"}
# Which labels a relationship may lead from and to, where the schema's "type" alone does not tell.
ENDS = {
    "HOLDS_POSITION": ({"Person"}, {"Organization", "Place"}),
    "MEMBER_OF": (NAMED, {"Organization"}),
    "BORN_IN": ({"Person"}, {"Place"}),
    "LIVES_IN": ({"Person"}, {"Place"}),
    "CITIZEN_OF": ({"Person"}, {"Place"}),
    "SPOUSE_OF": ({"Person"}, {"Person"}),
    "PARENT_OF": ({"Person"}, {"Person"}),
    "SIBLING_OF": ({"Person"}, {"Person"}),
    "RELATIVE_OF": ({"Person"}, {"Person"}),
    "FOUNDED": (NAMED, {"Organization"}),
    "PARTICIPATED_IN": (NAMED, {"Event"}),
    "MADE_BY": ({"Claim"}, NAMED),
    "ABOUT": ({"Claim"}, NAMED | {"Event"}),
    "STATED_IN": ({"Claim"}, {"Document"}),
    "MENTIONED_IN": (NAMED | {"Event"}, {"Document"}),
}


def fragments_of(*paths):
    return [json.loads(line) for line in attest("extract", *paths).stdout.split("\n") if line]


class Fragments(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        cls.validator = jsonschema.Draft202012Validator(SCHEMA)
        cls.fragments = fragments_of(DOCUMENTS)

    def check(self, fragments):
        for fragment in fragments:
            document = next(n["properties"]["name"] for n in fragment["nodes"] if n["labels"] == ["Document"])
            for error in self.validator.iter_errors(fragment):
                self.fail(f"{document}: {error.json_path}: {error.message}")

    def test_every_fragment_keeps_the_schema(self):
        self.assertEqual(len(self.fragments), len(list(DOCUMENTS.iterdir())))
        self.check(self.fragments)

    def test_other_documents_keep_it_too(self):
        if not SHARED.is_dir():
            self.skipTest(f"{SHARED} is absent")
        for folder in ("seeds", "eval/text"):
            if (SHARED / folder).is_dir():
                self.check(fragments_of(SHARED / folder))

    def test_damaged_documents_keep_it_too(self):
        program = BUILD / "tests" / "mutation" / "attest_mutate"
        if not program.exists():
            self.skipTest(f"{program} is not built")
        done = subprocess.run([program, "--print", "100", "7", DOCUMENTS], stdout=subprocess.PIPE, text=True, check=True)
        fragments = [json.loads(line) for line in done.stdout.split("\n") if line]
        self.assertGreater(len(fragments), 50)
        self.check(fragments)

    def test_ids_are_unique_and_ends_are_there(self):
        for fragment in self.fragments:
            nodes = {node["id"]: node["labels"][0] for node in fragment["nodes"]}
            self.assertEqual(len(nodes), len(fragment["nodes"]))
            self.assertEqual(len({r["id"] for r in fragment["relationships"]}), len(fragment["relationships"]))
            for relationship in fragment["relationships"]:
                starts, ends = ENDS.get(relationship["type"], (set(nodes.values()), set(nodes.values())))
                self.assertIn(nodes[relationship["start"]], starts, relationship)
                self.assertIn(nodes[relationship["end"]], ends, relationship)

    def test_spans_of_a_plain_text_hold_a_form_of_the_name_or_a_description(self):
        fragment = fragments_of(DOCUMENTS / "telegram-havana.txt")[0]
        text = (DOCUMENTS / "telegram-havana.txt").read_text(encoding="utf-8")
        nodes = {node["id"]: node["properties"] for node in fragment["nodes"]}
        checked = 0
        for relationship in fragment["relationships"]:
            if relationship["type"] != "MENTIONED_IN" or "aliases" not in nodes[relationship["start"]]:
                continue
            forms = [nodes[relationship["start"]]["name"], *nodes[relationship["start"]]["aliases"]]
            spans = [map(int, span.removeprefix("char=").split(",")) for span in relationship["properties"]["spans"]]
            mentions = [" ".join(text[begin:end].split()) for begin, end in spans]
            self.assertTrue(any(form in mention for form in forms for mention in mentions), (forms, mentions))
            checked += 1
        self.assertGreater(checked, 5)

    def test_the_schema_refuses_what_is_no_fragment(self):
        def broken(change):
            fragment = copy.deepcopy(self.fragments[0])
            change(fragment)
            return not self.validator.is_valid(fragment)

        def first(fragment, label):
            return next(n["properties"] for n in fragment["nodes"] if n["labels"] == [label])

        def fact(fragment):
            return next(r["properties"] for r in fragment["relationships"] if r["type"] == "PARTICIPATED_IN")

        self.assertTrue(broken(lambda f: f.pop("relationships")))
        self.assertTrue(broken(lambda f: f["nodes"].append({"id": "x", "labels": ["Ship"], "properties": {}})))
        self.assertTrue(broken(lambda f: first(f, "Person").pop("name")))
        self.assertTrue(broken(lambda f: first(f, "Person").update(age=3)))
        self.assertTrue(broken(lambda f: first(f, "Event").update(type="party")))
        self.assertTrue(broken(lambda f: first(f, "Event").update(evidence=[])))
        self.assertTrue(broken(lambda f: first(f, "Document").update(sha256="0")))
        self.assertTrue(broken(lambda f: fact(f).update(confidence=1.5)))
        self.assertTrue(broken(lambda f: fact(f).update(evidence=["char=0,1"])))
        self.assertTrue(broken(lambda f: fact(f).update(colour="red")))
        self.assertTrue(broken(lambda f: f["relationships"][0].update(type="LIKES")))
        self.assertTrue(broken(lambda f: f["nodes"].remove(next(n for n in f["nodes"] if n["labels"] == ["Document"]))))


if __name__ == "__main__":
    main()
