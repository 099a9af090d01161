"""What bin/new-module makes compiles and keeps the laws."""
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LAWS = ("check_deps", "check_sql", "check_rules", "check_locales", "check_size", "check_links")


class NewModule(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.root = pathlib.Path(folder.name)
        for part in ("src/DEPS", "src/base", "src/platform", "bin/new-module", "tools/shell", "tools/templates", ".clang-format"):
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            (cls.root / part).parent.mkdir(parents=True, exist_ok=True)
            copy(ROOT / part, cls.root / part)
        cls.made = cls.run_it("lost_items", "lost_item")

    @classmethod
    def run_it(cls, *arguments):
        return subprocess.run([cls.root / "bin/new-module", *arguments], capture_output=True, text=True, check=False)

    def test_it_keeps_the_laws(self):
        self.assertEqual(self.made.returncode, 0, self.made.stderr)
        for law in LAWS:
            done = subprocess.run([ROOT / "tools" / law, self.root], capture_output=True, text=True, check=False)
            self.assertEqual([line for line in done.stdout.splitlines() if "lost_item" in line and "access.denied" not in line], [], law)

    def test_it_compiles(self):
        sources = sorted(self.root.glob("src/modules/lost_items/**/*.cpp"))
        self.assertEqual(len(sources), 4)
        done = subprocess.run(["g++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-Isrc", *sources],
                              cwd=self.root, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_no_placeholder_is_left(self):
        for file in self.root.glob("src/modules/lost_items/**/*"):
            self.assertNotIn("@", file.name + (file.read_text(encoding="utf-8") if file.is_file() else ""))

    def test_it_refuses_bad_names_and_what_is_there(self):
        for arguments in (("Labs",), ("../labs",), ("lost_items",), ()):
            done = self.run_it(*arguments)
            self.assertEqual(done.returncode, 1, arguments)
            self.assertIn("failed:", done.stderr)
