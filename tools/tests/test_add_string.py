import json

from .planted import Planted
from lib.tree import Tree


class AddString(Planted):
    checker = "add_string"
    sound = {f"src/modules/plan/web/{tag}.json": json.dumps({"plan.a.one": "x", "plan.a.two": "x", "plan.b": "x"}) for tag in ("de", "en", "tr")}

    def add(self, *arguments):
        return self.tool.add(Tree(self.root), *arguments)

    def read(self, tag):
        return json.loads((self.root / f"src/modules/plan/web/{tag}.json").read_text(encoding="utf-8"))

    def test_it_stands_in_every_locale_beside_its_like(self):
        self.add("plan", "plan.a.three", "Größe", "Size")
        self.assertEqual(list(self.read("de")), ["plan.a.one", "plan.a.two", "plan.a.three", "plan.b"])
        self.assertEqual([self.read(tag)["plan.a.three"] for tag in ("de", "en", "tr")], ["Größe", "Size", "Size"])

    def test_refusals(self):
        for arguments, sentence in ((("plan", "plan.b", "x", "x"), "there already"), (("plan", "Plan", "x", "x"), "no key"),
                                    (("plan", "plan.c", "{n}", "{m}"), "same arguments"), (("plan", "plan.c", "{n", "{n}"), "no ICU message"),
                                    (("people", "people.c", "x", "x"), "no locale files")):
            with self.subTest(sentence):
                before = self.read("de")
                self.assertRaisesRegex(self.tool.Refused, sentence, self.add, *arguments)
                self.assertEqual(self.read("de"), before)
