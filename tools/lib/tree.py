"""The source tree as the checkers see it: which files count, and how a fault is told."""
import pathlib
import re
import sys

CODE = {".cpp", ".hpp"}


class Tree:
    """A clone: its root, and its files by their path below the root (tests plant such trees in temporary folders)."""

    def __init__(self, root):
        self.root = pathlib.Path(root).resolve()

    def files(self, *folders, suffixes=None):
        for folder in folders:
            for path in sorted((self.root / folder).rglob("*")):
                if path.is_file() and "node_modules" not in path.parts and (not suffixes or path.suffix in suffixes):
                    yield path.relative_to(self.root).as_posix()

    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8")

    def exists(self, path):
        return (self.root / path).is_file()


def is_test(path):
    return any(part in ("tests", "compile_fail", "bench", "fuzz") for part in path.split("/")[:-1])


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def main(check, purpose):
    """Runs check(tree), which yields faults `file:line: what, what to do`; ends with 1 where there is one."""
    arguments = sys.argv[1:]
    if any(a in ("-h", "--help") for a in arguments):
        print(purpose.strip())
        sys.exit(0)
    tree = Tree(arguments[0] if arguments else ".")
    faults = list(check(tree))
    print("\n".join(faults), end="\n" if faults else "")
    sys.exit(1 if faults else 0)
