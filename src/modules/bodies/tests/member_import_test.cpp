// A list of members out of a spreadsheet: read, looked at, taken over whole or not at all.
#include "modules/bodies/commands/bodies.hpp"
#include "modules/bodies/module.hpp"
#include "modules/bodies/store/bodies.hpp"
#include "modules/measures/module.hpp"
#include "modules/people/module.hpp"
#include "modules/places/module.hpp"
#include "modules/plan/module.hpp"
#include "platform/documents/workbook.hpp"
#include "platform/log/log.hpp"
#include "town/browsers.hpp"

#include <gmock/gmock.h>

namespace lenkwerk::bodies {
namespace {

using testing::HasSubstr;
using testing::Not;

Day const kToday = Day::of(2026, 11, 23);

std::vector<std::string> keys(Problems const& problems) {
    std::vector<std::string> found;
    for (auto const& problem : problems) found.push_back(problem.field + ": " + problem.key);
    return found;
}

TEST(MemberRow, reads_words_of_every_language_and_takes_what_is_usual_for_what_is_missing) {
    MemberWords const words{{{"leitung", "chair"}},
                            {{"wissenschaft", "science"}, {"science", "science"}},
                            {{"inklusion", "inclusion"}, {"diversity", "diversity"}}};
    auto const row = read_member_row({{"name", "Institut  für Städtebau"},
                                      {"sector", "Wissenschaft"},
                                      {"perspectives", "Inklusion, diversity"},
                                      {"email", "institut@example.org"}},
                                     words, kToday);
    ASSERT_TRUE(row);
    EXPECT_EQ(row->facts.name, "Institut für Städtebau");
    EXPECT_EQ(row->facts.function, "member");
    EXPECT_EQ(row->facts.sector, "science");
    EXPECT_EQ(row->facts.perspectives, (std::vector<std::string>{"diversity", "inclusion"}));
    EXPECT_EQ(row->facts.term, (Period{kToday}));
    EXPECT_EQ(row->email, "institut@example.org");
}

TEST(MemberRow, names_the_cell_of_each_mistake) {
    auto const row = read_member_row(
        {{"function", "Orakel"}, {"sector", "Zirkus"}, {"first", "morgen"}, {"last", "2020-01-01"}}, {}, kToday);
    ASSERT_FALSE(row);
    auto found = keys(row.problems());
    std::ranges::sort(found);
    EXPECT_EQ(found,
              (std::vector<std::string>{"first: bodies.sheet.day_unreadable",
                                        "function: bodies.member.function_unknown", "last: bodies.member.term_reversed",
                                        "name: bodies.member.name_missing", "sector: bodies.member.sector_missing"}));
}

class MemberImport : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        log::send_to([](std::string const&) {});
        world.emplace(GetParam(), std::vector{people::module(), plan::module(), places::module(), measures::module(),
                                              bodies::module()});
        browsers.emplace(world->city());
        body = *world->write(town::office(),
                             [](auto& tx) { return add_body(tx, {"Lenkungskreis", "steering_group", {}, {}, {}}); });
    }
    std::string at(std::string_view rest) const { return fmt::format("/gremien/{}/mitglieder/{}", body.value, rest); }
    static std::string table_of(std::vector<std::vector<std::string>> const& rows) {
        documents::Workbook book("Mitglieder", "Geschäftsstelle");
        std::vector<documents::SheetColumn> columns;
        for (auto const& title : rows.front()) columns.push_back({title});
        book.sheet("Liste", columns);
        for (std::size_t i = 1; i < rows.size(); ++i)
            book.row(std::vector<documents::CellValue>(rows[i].begin(), rows[i].end()));
        return std::move(book).take();
    }
    web::testing::Answer upload(web::testing::Browser& office, std::string const& bytes) {
        office.get(at("einlesen"));
        return office.upload(at("einlesen"), {}, "file", {"liste.xlsx", documents::kXlsxType, bytes});
    }
    static std::string packed(std::string const& page) {
        auto const from = page.find("name=\"table\" value=\"") + 20;
        auto text = page.substr(from, page.find('"', from) - from);
        for (auto at = text.find("&quot;"); at != std::string::npos; at = text.find("&quot;"))
            text.replace(at, 6, "\"");
        return text;
    }
    std::size_t members() {
        return world->read([&](auto& reader) { return store::members_of(reader, body).size(); });
    }
    std::optional<town::World> world;
    std::optional<town::Browsers> browsers;
    BodyId body;
};
LENKWERK_ON_BOTH_DATABASES(MemberImport);

TEST_P(MemberImport, adds_whom_the_office_has_looked_at_and_nobody_twice) {
    auto office = browsers->of(town::office());
    auto const bytes = table_of({{"Bereich", "Sitz", "Funktion", "E-Mail-Adresse"},
                                 {"Verwaltung", "Leitung Ordnungsamt", "Leitung", "ordnung@example.org"},
                                 {"Wissenschaft", "Institut für Städtebau", "", ""}});
    auto const preview = upload(office, bytes);
    EXPECT_EQ(preview.status, 200);
    EXPECT_THAT(preview.body, HasSubstr("Institut für Städtebau"));
    EXPECT_EQ(members(), 0U) << "nothing is stored before the office has confirmed";
    EXPECT_EQ(office.post(at("uebernahme"), {{"table", packed(preview.body)}}).status, 303);
    EXPECT_EQ(members(), 2U);
    auto const again = upload(office, bytes);
    EXPECT_THAT(again.body, HasSubstr("schon da"));
    EXPECT_EQ(office.post(at("uebernahme"), {{"table", packed(again.body)}}).status, 303);
    EXPECT_EQ(members(), 2U);
}

TEST_P(MemberImport, names_the_bad_cell_and_stores_none) {
    auto office = browsers->of(town::office());
    auto const wrong = upload(office, table_of({{"Sitz", "Bereich"}, {"Erster", "Verwaltung"}, {"Zweiter", "Zirkus"}}));
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("Blatt „Liste“, Zeile 3, Spalte B (Bereich):"));
    auto const nothing = office.upload(at("einlesen"), {}, "file", {"", "", ""});
    EXPECT_EQ(nothing.status, 422);
    EXPECT_THAT(nothing.body, HasSubstr(world->city().locale("de").text("common.table.no_file")));
    auto const address = upload(office, table_of({{"Sitz", "Bereich", "E-Mail-Adresse"},
                                                  {"Erster", "Verwaltung", ""},
                                                  {"Zweiter", "Verwaltung", "keine Adresse"}}));
    auto const refused = office.post(at("uebernahme"), {{"table", packed(address.body)}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Zeile 3"));
    auto const broken = office.post(at("uebernahme"), {{"table", "{"}});
    EXPECT_EQ(broken.status, 422);
    EXPECT_THAT(broken.body, HasSubstr(world->city().locale("de").text("common.table.not_ours")));
    EXPECT_EQ(members(), 0U);
}

TEST_P(MemberImport, gives_out_a_template_whose_example_is_nobodys_seat) {
    auto office = browsers->of(town::office());
    EXPECT_THAT(office.get(at("einlesen")).body, HasSubstr(at("vorlage")));
    auto const out = office.get(at("vorlage"));
    EXPECT_EQ(out.header("content-type"), documents::kXlsxType);
    auto const back = upload(office, out.body);
    EXPECT_EQ(back.status, 422) << "nothing was filled in";
    EXPECT_THAT(back.body, HasSubstr("Außer dem Beispiel steht in der Liste nichts"));
    EXPECT_THAT(back.body, Not(HasSubstr("name=\"table\"")));
    auto const example = world->city().locale("en").text("bodies.sheet.example.name");
    auto const filled =
        upload(office, table_of({{"Sitz", "Bereich"}, {example, "Zirkus"}, {"Leitung Ordnungsamt", "Verwaltung"}}));
    EXPECT_EQ(filled.status, 200);
    EXPECT_THAT(filled.body, HasSubstr("Die Beispielzeile der Vorlage bleibt unberücksichtigt"));
    EXPECT_EQ(office.post(at("uebernahme"), {{"table", packed(filled.body)}}).status, 303);
    EXPECT_EQ(members(), 1U);
}

TEST_P(MemberImport, is_the_offices_alone) {
    EXPECT_EQ(browsers->of(town::department()).get(at("vorlage")).status, 403);
    EXPECT_EQ(browsers->of(town::department()).get(at("einlesen")).status, 403);
    EXPECT_EQ(browsers->visitor().get(at("einlesen")).status, 303);
    auto const denied = world->write(town::department(), [&](auto& tx) { return import_members(tx, body, {}); });
    EXPECT_EQ(keys(denied.problems()), std::vector<std::string>{": access.denied"});
}

}  // namespace
}  // namespace lenkwerk::bodies
