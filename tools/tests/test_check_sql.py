from .planted import Planted
from lib.tree import Tree


class Sql(Planted):
    checker = "check_sql"
    sound = {
        "src/modules/plan/store/topics.cpp": 'auto all = reader.all("SELECT id FROM topics WHERE id = $1", {id});\n',
        "src/modules/plan/store/migrations/20261123_1400_plan.sql": "CREATE TABLE plans (id BIGINT)",
        "src/platform/jobs/queue.cpp": 'tx.change({"DELETE FROM jobs WHERE id = $1", "DELETE FROM jobs WHERE id = $1 "}, {});\n',
        "src/modules/plan/web/page.cpp": 'w.put("<p>Select a topic from the list</p>"); text("plan.update set of topics");\n'
                                         '// SELECT id FROM topics\n',
        "src/modules/plan/tests/topics_test.cpp": 'reader.number("SELECT count(*) FROM topics");\n',
    }

    def test_a_sound_tree_has_no_fault(self):
        self.assert_sound()

    def test_sql_outside_a_store(self):
        for statement in ("SELECT id FROM topics", "INSERT INTO topics (title) VALUES ($1)", "UPDATE topics SET title = $1",
                          "DELETE FROM topics", "CREATE TABLE topics (id BIGINT)", "PRAGMA foreign_keys = ON", "DROP VIEW topics",
                          "WITH RECURSIVE t AS (SELECT 1) SELECT 1", "SELECT count(*)", "select id from topics where id = $1"):
            with self.subTest(statement):
                self.plant("src/modules/plan/commands/add.cpp", f'\nauto sql = "{statement}";\n')
                self.assert_fault("src/modules/plan/commands/add.cpp:2", "outside a store")

    def test_sql_in_raw_and_joined_literals(self):
        self.plant("src/app/wiring.cpp", 'auto sql = R"sql(\n    select id\n    from topics)sql";\n')
        self.assert_fault("src/app/wiring.cpp:1")
        self.plant("src/app/wiring.cpp", 'auto sql = "SELECT id "\n   "FROM topics";\n')
        self.assert_fault("src/app/wiring.cpp:1")

    def test_sql_pieced_together(self):
        self.plant("src/modules/plan/store/find.cpp", 'auto sql = "SELECT id FROM topics WHERE title = \'" + title + "\'";\n')
        self.assert_fault("src/modules/plan/store/find.cpp:1", "pieced together")

    def test_a_sql_file_outside_a_store(self):
        self.plant("src/modules/plan/commands/add.sql", "SELECT 1")
        self.assert_fault("src/modules/plan/commands/add.sql")

    def test_the_name_of_a_migration(self):
        self.plant("src/modules/plan/store/migrations/add_titles.sql", "ALTER TABLE plans ADD title TEXT")
        self.assert_fault("add_titles.sql", "YYYYMMDD_HHMM")

    def test_texts_and_pairs_are_counted(self):
        self.assertEqual(self.tool.count(Tree(self.root)), (3, 1))
