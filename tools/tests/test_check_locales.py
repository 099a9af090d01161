import unittest

from .planted import Planted
from lib import icu


class Locales(Planted):
    checker = "check_locales"
    sound = {
        "src/modules/plan/web/de.json": '{"plan.count": "{n, plural, one {# Thema} other {# Themen}}", "plan.phase.idea": "Idee"}',
        "src/modules/plan/web/en.json": '{"plan.count": "{n, plural, one {# topic} other {# topics}}", "plan.phase.idea": "Idea"}',
        "src/modules/plan/web/page.cpp": 'visit.text("plan.count"); visit.text("plan.phase." + word(phase));\n',
        "src/modules/plan/store/data.json": '{"not": "a locale"}',
    }

    def test_a_sound_tree_has_no_fault(self):
        self.assert_sound()

    def test_a_key_missing_in_one_locale(self):
        self.plant("src/modules/plan/web/en.json", '{"plan.count": "{n, plural, one {# topic} other {# topics}}"}')
        self.assert_fault("src/modules/plan/web/en.json", "plan.phase.idea is missing")

    def test_a_locale_missing(self):
        (self.root / "src/modules/plan/web/en.json").unlink()
        self.assert_fault("src/modules/plan/web/en.json: is missing")

    def test_other_arguments(self):
        self.plant("src/modules/plan/web/en.json", '{"plan.count": "{count} topics", "plan.phase.idea": "Idea"}')
        self.assert_fault("plan.count", "['count']", "['n']")

    def test_bad_braces(self):
        self.plant("src/modules/plan/web/en.json", '{"plan.count": "{n} top}ics", "plan.phase.idea": "Idea"}')
        self.assert_fault("src/modules/plan/web/en.json: plan.count")

    def test_an_unused_key(self):
        self.plant("src/modules/plan/web/page.cpp", 'visit.text("plan.count");\n')
        self.assert_fault("plan.phase.idea is used nowhere")

    def test_use_in_a_test_or_a_comment_is_no_use(self):
        self.plant("src/modules/plan/tests/page_test.cpp", 'visit.text("plan.phase.idea");')
        self.plant("src/modules/plan/web/page.cpp", 'visit.text("plan.count"); // "plan.phase.idea"\n')
        self.assert_fault("plan.phase.idea is used nowhere")

    def test_a_key_twice_in_one_file(self):
        self.plant("src/modules/plan/web/en.json", '{"plan.count": "a", "plan.count": "b"}')
        self.assert_fault("src/modules/plan/web/en.json", "plan.count stands twice")

    def test_a_key_in_two_modules(self):
        for tag in ("de", "en"):
            self.plant(f"src/platform/web/{tag}.json", '{"plan.phase.idea": "x"}')
        self.assert_fault("plan.phase.idea stands in", "one place")

    def test_an_empty_message(self):
        self.plant("src/modules/plan/web/de.json",
                   '{"plan.count": "{n, plural, one {# Thema} other {# Themen}}", "plan.phase.idea": " "}')
        self.assert_fault("plan.phase.idea", "not empty")


class Icu(unittest.TestCase):
    def test_arguments(self):
        for message, names in (("Ende", set()), ("{a} und {b, number}", {"a", "b"}), ("Das geht''s {a}", {"a"}), ("'{a}' {b}", {"b"}),
                               ("{n, plural, =0 {keine} one {# Thema von {x}} other {#}}", {"n", "x"}), ("geht's {a}", {"a"}),
                               ("{g, select, f {Frau} other {Person}} {d, date, long}", {"g", "d"}), ("{p, number, percent}", {"p"})):
            with self.subTest(message):
                self.assertEqual(icu.arguments(message), names)

    def test_what_is_no_message(self):
        for message in ("{", "}", "{a", "{a b}", "{}", "{n, plural}", "{n, plural, one {x}}", "{n, select, other {x}", "{n,}", "{n, plural, other}"):
            with self.subTest(message):
                self.assertRaises(icu.BadMessage, icu.arguments, message)
