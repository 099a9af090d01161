from .planted import Planted


class Cities(Planted):
    checker = "check_cities"
    sound = {
        "cities/seestadt/city.json": '{"name": "Seestadt am Wall", "districts": [{"name": "Nordhafen"}], "state": {"name": "Küste"}}',
        "cities/seestadt/districts.geojson": '{"features": [{"properties": {"name": "Alt-Wall"}}]}',
        "src/base/text.cpp": "// a city of the coast: Küste, Nordhafenstraße\n",
        "tests/cities/musterstadt/city.json": '{"name": "Musterstadt"}',
        "src/base/tests/text_test.cpp": '// Musterstadt is invented\n',
    }

    def test_a_sound_tree_has_no_fault(self):
        self.assert_sound()

    def test_names_are_found_wherever_they_stand(self):
        for line, name in (("// as in Seestadt", "Seestadt"), ('load("cities/SEESTADT");', "SEESTADT"), ("auto nordhafen = \"Nordhafen\";", "Nordhafen"),
                           ("// Alt-Wall", "Alt-Wall"), ("seestadt_address();", "seestadt")):
            with self.subTest(line):
                self.plant("src/base/text.cpp", f"\n{line}\n")
                self.assert_fault("src/base/text.cpp:2", name)

    def test_texts_and_migrations_count(self):
        self.plant("src/modules/home/web/de.json", '{"home.title": "Sicher in Seestadt am Wall"}')
        self.assert_fault("src/modules/home/web/de.json:1")
