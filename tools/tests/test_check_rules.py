from .planted import Planted


class Rules(Planted):
    checker = "check_rules"
    sound = {
        "src/base/outcome.hpp": "inline Problems refuse(std::string key) { return Problem{key}; }\n",
        "src/modules/plan/rules/topic.cpp": 'return refuse("plan.topic.retired", "topic");\n',
        "src/modules/plan/tests/topic_test.cpp": 'EXPECT_EQ(key, "plan.topic.retired"); EXPECT_EQ(key, "form.old");\n',
        "src/modules/plan/web/de.json": '{"plan.topic.retired": "Das Thema ruht."}',
        "src/modules/plan/web/en.json": '{"plan.topic.retired": "The topic is retired."}',
        "src/platform/web/form.cpp": 'return Problems{Problem{"form.old"}};\n',
        "src/platform/i18n/de.json": '{"form.old": "Zu alt."}',
        "src/platform/i18n/en.json": '{"form.old": "Too old."}',
        "src/cores/sortition/quota.cpp": 'return refuse("sortition.quota.empty");\n',
        "src/cores/sortition/tests/quota_test.cpp": 'EXPECT_EQ(key, "sortition.quota.empty");\n',
    }

    def test_a_sound_tree_has_no_fault(self):
        self.assert_sound()

    def test_a_refusal_in_a_command(self):
        self.plant("src/modules/plan/commands/move.cpp", '\nreturn refuse("plan.topic.retired");\n')
        self.assert_fault("src/modules/plan/commands/move.cpp:2", "src/modules/plan/rules/topic.cpp")

    def test_a_second_home(self):
        self.plant("src/modules/plan/web/move.cpp", 'return refuse("plan.topic.retired");\n')
        self.assert_fault("plan/rules/topic.cpp, src/modules/plan/web/move.cpp", "more than one home")

    def test_the_key_of_another_module(self):
        self.plant("src/modules/measures/rules/stop.cpp", 'return refuse("plan.topic.closed");\n')
        faults = self.faults()
        self.assertTrue(any("does not begin with measures." in fault for fault in faults), faults)

    def test_a_word_of_the_platform_may_be_used_everywhere(self):
        self.plant("src/modules/plan/commands/move.cpp", 'return refuse("form.old");\n')
        self.assert_sound()

    def test_a_word_of_the_platform_needs_its_text(self):
        self.plant("src/modules/plan/commands/move.cpp", 'return refuse("form.new");\n')
        self.plant("tests/form_test.cpp", '"form.new"')
        self.assert_fault("form.new has no text in de.json and en.json of platform")

    def test_a_text_is_missing_in_one_locale(self):
        self.plant("src/modules/plan/web/en.json", "{}")
        self.assert_fault("src/modules/plan/rules/topic.cpp:1", "no text in en.json of plan")

    def test_a_further_locale_counts(self):
        self.plant("src/modules/plan/web/tr.json", "{}")
        self.assert_fault("no text in tr.json of plan")

    def test_no_locale_file_at_all(self):
        (self.root / "src/platform/i18n/de.json").unlink()
        (self.root / "src/platform/i18n/en.json").unlink()
        self.assert_fault("form.old", "de.json and en.json of platform")

    def test_no_test_names_it(self):
        self.plant("src/cores/sortition/tests/quota_test.cpp", "")
        self.assert_fault("sortition.quota.empty", "no test names it")

    def test_a_key_made_at_run_time(self):
        self.plant("src/modules/plan/rules/move.cpp", "return refuse(key_of(fault));\n")
        self.assert_fault("src/modules/plan/rules/move.cpp:1", "literal")
