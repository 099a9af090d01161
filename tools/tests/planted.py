"""A small tree in a temporary folder in which a test plants what a checker has to find."""
import importlib.machinery
import importlib.util
import pathlib
import sys
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOOLS))

from lib.tree import Tree  # noqa: E402  (the path above makes it importable)


def load(name):
    """The checker tools/NAME as a module (it has no .py in its name)."""
    loader = importlib.machinery.SourceFileLoader(name, str(TOOLS / name))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


class Planted(unittest.TestCase):
    checker = ""  # the name of the tool
    sound = {}    # path → text of a tree without faults

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.tool = load(self.checker)
        for path, text in self.sound.items():
            self.plant(path, text)

    def plant(self, path, text=""):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def faults(self):
        return list(self.tool.check(Tree(self.root)))

    def assert_sound(self):
        self.assertEqual(self.faults(), [])

    def assert_fault(self, *parts):
        """Exactly one fault, and it says all of this."""
        faults = self.faults()
        self.assertEqual(len(faults), 1, faults)
        for part in parts:
            self.assertIn(part, faults[0])
