"""bin/packages.txt and what bin/setup makes of it."""
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LINE = re.compile(r"^[a-z0-9][a-z0-9+.-]+( (trixie|noble)=[a-z0-9+.-]+)*( unless=\w+)?( for=(test|bench))? # \S.*$")


def wanted(codename, groups, text, path="/usr/bin:/bin"):
    """What packages_wanted answers on a distribution."""
    with tempfile.TemporaryDirectory() as folder:
        release, packages = pathlib.Path(folder, "os-release"), pathlib.Path(folder, "packages.txt")
        release.write_text(f"VERSION_CODENAME={codename}\n", encoding="utf-8")
        packages.write_text(text, encoding="utf-8")
        script = f'. tools/shell/packages.sh; OS_RELEASE={release}; packages_wanted {packages} "{groups}"'
        done = subprocess.run(["bash", "-euc", script], cwd=ROOT, env={"PATH": path}, capture_output=True, text=True, check=True)
        return done.stdout.split()


class Packages(unittest.TestCase):
    def test_the_list_is_sorted_and_each_line_states_a_purpose(self):
        lines = [line for line in (ROOT / "bin/packages.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        for line in lines:
            self.assertRegex(line, LINE)
        names = [line.split()[0] for line in lines]
        self.assertEqual(names, sorted(set(names)))

    def test_names_by_distribution(self):
        text = "# a comment\nlibboost1.81-dev trixie=libboost-dev noble=- # network\ncmake # build\n"
        self.assertEqual(wanted("bookworm", "", text), ["libboost1.81-dev", "cmake"])
        self.assertEqual(wanted("trixie", "", text), ["libboost-dev", "cmake"])
        self.assertEqual(wanted("noble", "", text), ["cmake"])

    def test_groups(self):
        text = "a # x\nb for=test # x\nc for=bench # x\n"
        self.assertEqual(wanted("bookworm", "", text), ["a"])
        self.assertEqual(wanted("bookworm", "test", text), ["a", "b"])
        self.assertEqual(wanted("bookworm", "test bench", text), ["a", "b", "c"])

    def test_needless_where_the_command_is_there(self):
        self.assertEqual(wanted("bookworm", "", "npm unless=bash # x\nnode unless=no_such_command # x\n"), ["node"])

    def test_purposes_do_not_count_as_words(self):
        self.assertEqual(wanted("bookworm", "", "a # b for=bench trixie=c\n"), ["a"])
