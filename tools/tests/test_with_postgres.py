"""tools/with_postgres: a cluster of one's own, gone afterwards."""
import os
import pathlib
import subprocess
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parent.parent / "with_postgres"


class WithPostgres(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        os.chmod(folder.name, 0o755)  # the server may run as somebody else
        self.folder = pathlib.Path(folder.name)

    def run_with(self, *command):
        return subprocess.run([TOOL, *command], env={**os.environ, "TMPDIR": str(self.folder)}, capture_output=True, text=True, check=False)

    def test_the_command_has_a_database_and_its_status_counts(self):
        done = self.run_with("sh", "-c", 'psql "$LENKWERK_TEST_POSTGRES" -Atc "SELECT 6 * 7"; exit 5')
        self.assertEqual((done.stdout.strip(), done.returncode), ("42", 5), done.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_it_is_closed_to_those_without_the_password(self):
        done = self.run_with("sh", "-c", 'psql -w "$(echo "$LENKWERK_TEST_POSTGRES" | sed "s/password=[^ ]*//")" -c "SELECT 1"')
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("password", done.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])
