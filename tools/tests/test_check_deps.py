from .planted import Planted, TOOLS

DEPS = (TOOLS.parent / "src/DEPS").read_text(encoding="utf-8")


class Deps(Planted):
    checker = "check_deps"
    sound = {
        "src/DEPS": DEPS,
        "src/main.cpp": '#include "commands/commands.hpp"\n',
        "src/base/outcome.hpp": "",
        "src/cores/sortition/draw.hpp": '#include "base/outcome.hpp"\n',
        "src/platform/storage/sql.hpp": '#include "base/outcome.hpp"\n',
        "src/platform/web/page.hpp": '#include "platform/storage/sql.hpp"\n',
        "src/commands/commands.hpp": '#include "modules/plan/plan.hpp"\n#include "platform/web/page.hpp"\n',
        "src/modules/plan/NEEDS": "",
        "src/modules/plan/ids.hpp": '#include "base/outcome.hpp"\n',
        "src/modules/plan/plan.hpp": '#include "modules/plan/ids.hpp"\n#include "modules/plan/rules/topic.hpp"\n',
        "src/modules/plan/rules/topic.hpp": '#include "modules/plan/ids.hpp"\n',
        "src/modules/plan/web/page.hpp": '#include "modules/plan/commands/add.hpp"\n',
        "src/modules/plan/commands/add.hpp": '#include "modules/plan/store/topics.hpp"\n#include "modules/plan/plan.hpp"\n',
        "src/modules/plan/store/topics.hpp": '#include "platform/storage/sql.hpp"\n#include "modules/plan/rules/topic.hpp"\n',
        "src/modules/measures/NEEDS": "plan # topics\n",
        "src/modules/measures/ids.hpp": "",
        "src/modules/measures/measures.hpp": '#include "modules/plan/plan.hpp"\n',
        "src/modules/measures/store/measures.hpp": '#include "modules/plan/ids.hpp"\n',
        "src/modules/measures/commands/stop.hpp": '#include "modules/plan/plan.hpp"\n',
        "src/modules/measures/tests/stop_test.cpp": '#include "modules/measures/commands/stop.hpp"\n',
        "src/modules/measures/module.cpp": '#include "modules/measures/commands/stop.hpp"\n#include <vector>\n',
    }

    def test_a_sound_tree_has_no_fault(self):
        self.assert_sound()

    def include(self, path, target):
        self.plant(path, f'\n#include "{target}"\n')

    def test_base_knows_nobody(self):
        self.include("src/base/text.hpp", "cores/sortition/draw.hpp")
        self.assert_fault("src/base/text.hpp:2", "cores/sortition/draw.hpp")

    def test_cores_do_not_know_the_platform(self):
        self.include("src/cores/sortition/save.cpp", "platform/storage/sql.hpp")
        self.assert_fault("src/cores/sortition/save.cpp:2")

    def test_rules_know_neither_platform_nor_store(self):
        self.include("src/modules/plan/rules/move.cpp", "platform/storage/sql.hpp")
        self.assert_fault("src/modules/plan/rules/move.cpp:2")
        self.include("src/modules/plan/rules/move.cpp", "modules/plan/store/topics.hpp")
        self.assert_fault("src/modules/plan/rules/move.cpp:2")

    def test_rules_do_not_know_their_modules_face(self):
        self.include("src/modules/plan/rules/move.cpp", "modules/plan/plan.hpp")
        self.assert_fault("modules/plan/plan.hpp")

    def test_a_store_knows_of_the_platform_only_storage(self):
        self.include("src/modules/plan/store/find.cpp", "platform/web/page.hpp")
        self.assert_fault("platform/web/page.hpp")

    def test_a_store_knows_of_other_modules_only_the_ids(self):
        self.include("src/modules/measures/store/find.cpp", "modules/plan/plan.hpp")
        self.assert_fault("modules/plan/plan.hpp")

    def test_commands_do_not_know_pages(self):
        self.include("src/modules/plan/commands/move.cpp", "modules/plan/web/page.hpp")
        self.assert_fault("modules/plan/web/page.hpp")

    def test_the_inside_of_another_module_is_closed(self):
        self.include("src/modules/measures/commands/move.cpp", "modules/plan/commands/add.hpp")
        self.assert_fault("modules/plan/commands/add.hpp")

    def test_a_module_outside_needs_is_unknown(self):
        self.include("src/modules/plan/commands/move.cpp", "modules/measures/measures.hpp")
        self.assert_fault("modules/measures/measures.hpp")

    def test_the_command_line_knows_only_the_faces_of_modules(self):
        self.include("src/commands/init.cpp", "modules/plan/commands/add.hpp")
        self.assert_fault("modules/plan/commands/add.hpp")

    def test_tests_see_their_own_module_but_not_the_inside_of_another(self):
        self.include("src/modules/measures/tests/move_test.cpp", "modules/plan/store/topics.hpp")
        self.assert_fault("modules/plan/store/topics.hpp")

    def test_tests_reach_the_town_and_what_stands_beside_them(self):
        self.plant("tests/town/world.hpp")
        self.plant("src/platform/storage/tests/sample.hpp")
        self.plant("src/platform/storage/tests/sql_test.cpp", '#include "sample.hpp"\n#include "town/world.hpp"\n')
        self.assert_sound()
        self.include("src/platform/storage/sql.cpp", "town/world.hpp")
        self.assert_fault("src/platform/storage/sql.cpp:2")

    def test_a_modules_face_is_thin(self):
        self.include("src/modules/plan/plan.hpp", "modules/plan/store/topics.hpp")
        self.assert_fault("src/modules/plan/plan.hpp:2")

    def test_ids_know_base_only(self):
        self.include("src/modules/plan/ids.hpp", "platform/storage/sql.hpp")
        self.assert_fault("src/modules/plan/ids.hpp:2")

    def test_a_path_that_does_not_exist_from_src(self):
        self.include("src/modules/plan/rules/move.cpp", "topic.hpp")
        self.assert_fault("there is no topic.hpp")

    def test_a_folder_without_a_line_in_deps(self):
        self.plant("src/helpers/util.cpp")
        self.assert_fault("src/helpers/util.cpp", "no line of src/DEPS")

    def test_an_include_in_a_comment_or_a_string_is_none(self):
        self.plant("src/base/text.cpp", '// #include "platform/web/page.hpp"\n/*\n#include "app/x.hpp"\n*/\n'
                                        'auto x = R"(\n#include "app/x.hpp"\n)";\n')
        self.assert_sound()

    def test_json_in_a_header(self):
        self.plant("src/base/text.hpp", "#include <nlohmann/json.hpp>\n")
        self.assert_fault("src/base/text.hpp:1", "json_fwd")

    def test_a_circle_of_needs_is_named(self):
        self.plant("src/modules/plan/NEEDS", "measures\n")
        self.assert_fault("measures needs plan needs measures")

    def test_a_need_of_nobody(self):
        self.plant("src/modules/plan/NEEDS", "people\n")
        self.assert_fault("src/modules/plan/NEEDS", "no module people")
