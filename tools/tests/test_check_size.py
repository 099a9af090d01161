from .planted import Planted
from lib.cpp import functions

BODY = "    int x;\n"


class Size(Planted):
    checker = "check_size"
    sound = {
        "src/base/a.cpp": "void f() {\n" + BODY * 38 + "}\n",
        "src/modules/plan/web/de.json": "{\n" + "\n" * 400 + "}\n",
        "src/base/data/names.cpp": "\n" * 400,
        "bin/tool": "#!/usr/bin/env bash\n",
    }

    def test_a_sound_tree_has_no_fault(self):
        self.assert_sound()

    def test_a_function_of_41_lines(self):
        self.plant("src/base/b.cpp", "\nvoid f() {\n" + BODY * 39 + "}\n")
        self.assert_fault("src/base/b.cpp:2", "f has 41 lines")

    def test_a_file_of_301_lines(self):
        self.plant("src/base/b.hpp", "\n" * 301)
        self.assert_fault("src/base/b.hpp", "301 lines")

    def test_a_long_function_in_python(self):
        self.plant("tools/check_x", "#!/usr/bin/env python3\ndef f():\n" + "    x = 1\n" * 40)
        self.assert_fault("tools/check_x:2", "f has 41 lines")

    def test_a_long_function_in_bash(self):
        self.plant("bin/x", "#!/usr/bin/env bash\nf() {\n" + "    true\n" * 39 + "}\n")
        self.assert_fault("bin/x:2", "f has 41 lines")

    def names(self, text):
        return [(f.name, f.first, f.last) for f in functions(text)]

    def test_what_is_a_function(self):
        for head, name in (("int f() {", "f"), ("auto f(int a, int b) const -> std::map<int, int> {", "f"),
                           ("A::A(int x) : a_{x}, B<int>(x) {", "A::A"), ("template <class T>\nT g(T t) requires Cool<T> {", "g"),
                           ("bool operator==(A const& a) noexcept {", "operator=="), ("A& get() & {", "get"),
                           ("explicit operator bool() const {", "operator bool"), ("static_assert(true);\nvoid h(A a = A{1}) {", "h"),
                           ("TEST(Name, says_it) {", "TEST"), ("void f() noexcept(noexcept(g())) override {", "f")):
            with self.subTest(head):
                found = self.names(head + "\n  x;\n}\n")
                self.assertEqual([f[0] for f in found], [name])
                self.assertEqual(found[0][2], head.count("\n") + 3)

    def test_what_is_none(self):
        for text in ("namespace a::b {\n}", "struct A : B<int> {\n int x{3};\n};", "enum class E : std::uint8_t { a, b };",
                     "A a{1, 2};", "auto a = std::vector<int>{1, 2};", "concept C = requires(T t) {\n  t.x();\n};",
                     'auto s = "void f() {";', "// void f() {\n", "extern \"C\" {\n}", "#define F void f() { \\\n }\n"):
            with self.subTest(text):
                self.assertEqual(self.names(text), [])

    def test_blocks_inside_belong_to_the_function(self):
        text = "int f() {\n  for (auto x : g()) {\n    if constexpr (a) {\n    } else {\n    }\n  }\n  switch (x) {\n  }\n" \
               "  do {\n  } while (y);\n  try {\n  } catch (A const&) {\n  }\n  return A{1}.x;\n}\n"
        self.assertEqual(self.names(text), [("f", 1, 15)])

    def test_lambdas_are_functions_of_their_own(self):
        text = "int f() {\n  auto a = [&] {\n  };\n  auto b = [x](int y) mutable -> int {\n  };\n  auto c = []<class T>(T t) {\n  };\n}\n"
        self.assertEqual(self.names(text), [("f", 1, 8), ("lambda", 2, 3), ("lambda", 4, 5), ("lambda", 6, 7)])

    def test_braces_in_strings_and_comments_do_not_count(self):
        text = 'int f() {\n  auto a = "}"; // }\n  auto b = R"x( } )" )x"; /* } */ auto c = \'}\'; auto n = 1\'000;\n}\nint g() { return 0; }\n'
        self.assertEqual(self.names(text), [("f", 1, 4), ("g", 5, 5)])
