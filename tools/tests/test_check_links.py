from .planted import Planted


class Links(Planted):
    checker = "check_links"
    sound = {
        "README.md": "# A town\n[law](docs/laws.md#the-seven-laws) ![p](docs/p.png \"x\") [web](https://example.org/x) [top](#a-town)\n"
                     "```\n[code](nowhere.md)\n```\n[folder](docs/)\n",
        "docs/laws.md": "## The `seven` laws\n[back](../README.md)\n",
        "docs/p.png": "",
    }

    def test_a_sound_tree_has_no_fault(self):
        self.assert_sound()

    def test_a_file_that_is_not_there(self):
        self.plant("docs/more.md", "\n[x](gone.md)\n")
        self.assert_fault("docs/more.md:2", "gone.md")

    def test_a_heading_that_is_not_there(self):
        self.plant("docs/more.md", "[x](laws.md#the-eight-laws)\n")
        self.assert_fault("docs/more.md:1", "#the-eight-laws")
