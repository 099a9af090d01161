// Activities on their pages, in exports and in feeds: what everybody sees, and who may not.
#include "modules/measures/commands/reports.hpp"
#include "modules/measures/tests/town.hpp"
#include "platform/documents/spreadsheet.hpp"
#include "platform/documents/workbook.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace lenkwerk::measures {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class MeasurePages : public MeasureTown {
protected:
    // One public activity with a public report, one that only the administration sees.
    void SetUp() override {
        MeasureTown::SetUp();
        if (IsSkipped()) return;
        auto draft = cutting_back();
        draft.audience = Audience::everyone();
        open = added(draft);
        draft.title = "Geheimes Gespräch";
        draft.audience = Audience::administration();
        draft.responsible = people::OrganisationId{2};
        hidden = added(draft);
        report = *office([&](auto& tx) {
            return report_status(tx,
                                 {open, {Phase::running, "=1+1 Wege geschnitten.", "", Audience::everyone()}, kToday});
        });
        ASSERT_TRUE(office([&](auto& tx) {
            return report_status(tx, {hidden, {Phase::running, "Vertraulich.", "", Audience::everyone()}, kToday});
        }));
    }
    std::string at(ActivityId id, std::string_view rest = "") {
        return fmt::format("/massnahmen/{}{}", id.value, rest);
    }
    std::string of_plan(std::string_view rest) { return fmt::format("/plaene/{}/{}", plan.value, rest); }
    auto get(std::string const& who, std::string const& address) { return browser(who).get(address); }

    ActivityId open, hidden;
    StatusReportId report;
};
LENKWERK_ON_BOTH_DATABASES(MeasurePages);

TEST_P(MeasurePages, show_what_may_be_seen) {
    EXPECT_THAT(get("visitor", "/massnahmen").body, HasSubstr("Rückschnitt"));
    EXPECT_THAT(get("visitor", "/massnahmen").body, Not(HasSubstr("Geheimes")));
    EXPECT_THAT(get("visitor", "/massnahmen?phase=idea").body, Not(HasSubstr("Rückschnitt</a>")));
    EXPECT_THAT(get("visitor", at(open)).body, HasSubstr("Wege geschnitten"));
    EXPECT_EQ(get("visitor", at(hidden)).status, 404);
    EXPECT_EQ(get("visitor", at(hidden, "/verlauf")).status, 404);
    EXPECT_EQ(get("partner", at(hidden)).status, 200);
    EXPECT_THAT(get("visitor", at(open, "/verlauf")).body, HasSubstr("Rückschnitt"));
}

TEST_P(MeasurePages, say_which_filter_was_not_understood) {
    auto const page = get("visitor", "/massnahmen?phase=laufend&organisation=Amt&fremd=1").body;
    EXPECT_THAT(page, HasSubstr("„laufend“ ist kein Wert für „phase“"));
    EXPECT_THAT(page, HasSubstr("„Amt“ ist keine Nummer"));
    EXPECT_THAT(page, Not(HasSubstr("„fremd“"))) << "what others hang onto an address is none of ours";
    EXPECT_THAT(page, HasSubstr("Rückschnitt"));
    EXPECT_THAT(get("visitor", "/massnahmen?phase=idea").body, Not(HasSubstr("nicht ganz verstanden")));
}

TEST_P(MeasurePages, show_activities_on_the_pages_of_plan_and_topic) {
    auto const topic_page = fmt::format("/themen/{}", topic.value);
    EXPECT_THAT(get("visitor", topic_page).body, HasSubstr("Rückschnitt"));
    EXPECT_THAT(get("visitor", topic_page).body, Not(HasSubstr("Geheimes")));
    EXPECT_THAT(get("visitor", "/plan").body, HasSubstr("plan.xlsx"));
    EXPECT_THAT(get("visitor", "/organisationen/2").body, Not(HasSubstr("Geheimes")));
    EXPECT_EQ(get("visitor", "/stadtbezirke/1").status, 200);
}

TEST_P(MeasurePages, let_the_responsible_write_and_nobody_else) {
    for (auto const* rest : {"/bearbeiten", "/sachstaende/neu"}) {
        EXPECT_EQ(get("department", at(open, rest)).status, 200);
        EXPECT_EQ(get("partner", at(open, rest)).status, 403);
        EXPECT_EQ(get("member", at(open, rest)).status, 403);
        EXPECT_EQ(get("visitor", at(open, rest)).status, 303);
    }
    auto department = browser("department");
    department.get(at(open, "/sachstaende/neu"));
    EXPECT_EQ(department.post(at(open, "/sachstaende"), {{"text", ""}, {"phase", "running"}}).status, 422);
    EXPECT_EQ(department.post(at(open, "/sachstaende"), {{"text", "Weiter."}, {"phase", "running"}}).status, 303);
    department.get(at(open, "/bearbeiten"));
    auto const old = department.post(at(open), {{"title", "Neu"}, {"version", "1"}, {"kind", "measure"}});
    EXPECT_EQ(old.status, 409);
    EXPECT_EQ(browser("partner").post(at(open), {{"title", "Neu"}}).status, 403);
}

TEST_P(MeasurePages, add_an_activity) {
    auto department = browser("department");
    EXPECT_EQ(department.get("/massnahmen/neu").status, 200);
    auto const missing = department.post("/massnahmen", {{"title", ""}});
    EXPECT_EQ(missing.status, 422);
    EXPECT_THAT(missing.body, HasSubstr("Der Titel fehlt"));
    auto const made = department.post("/massnahmen", {{"title", "Streifen"},
                                                      {"topic", std::to_string(topic.value)},
                                                      {"responsible", "1"},
                                                      {"kind", "measure"},
                                                      {"phase", "idea"}});
    EXPECT_THAT(department.follow(made).body, HasSubstr("Streifen"));
    EXPECT_EQ(get("visitor", "/massnahmen/neu").status, 303);
    EXPECT_EQ(get("member", "/massnahmen/neu").status, 403);
}

TEST_P(MeasurePages, let_the_office_publish_and_hide) {
    auto office_browser = browser("office");
    office_browser.get(at(hidden));
    EXPECT_EQ(office_browser.post(at(hidden, "/sichtbarkeit"), {{"audience", "public"}}).status, 303);
    EXPECT_EQ(get("visitor", at(hidden)).status, 200);
    auto const report_address = fmt::format("/sachstaende/{}/sichtbarkeit", report.value);
    EXPECT_EQ(office_browser.post(report_address, {{"audience", "administration"}}).status, 303);
    EXPECT_THAT(get("visitor", at(open)).body, Not(HasSubstr("Wege geschnitten")));
    auto department = browser("department");
    department.get(at(open, "/bearbeiten"));
    EXPECT_EQ(department.post(report_address, {{"audience", "public"}}).status, 403);
    EXPECT_EQ(department.post(at(open, "/sichtbarkeit"), {{"audience", "public"}}).status, 403);
    EXPECT_EQ(office_browser.post("/sachstaende/99/sichtbarkeit", {{"audience", "public"}}).status, 404);
}

TEST_P(MeasurePages, let_the_office_merge_two_with_a_reason) {
    auto office_browser = browser("office");
    EXPECT_THAT(office_browser.get(at(open, "/zusammenlegung")).body, HasSubstr("Geheimes Gespräch"));
    auto const into = std::to_string(hidden.value);
    EXPECT_EQ(office_browser.post(at(open, "/zusammenlegung"), {{"into", into}, {"text", ""}}).status, 422);
    auto const merged = office_browser.post(at(open, "/zusammenlegung"), {{"into", into}, {"text", "Dasselbe."}});
    EXPECT_EQ(merged.header("location"), at(hidden));
    EXPECT_THAT(office_browser.get(at(open)).body, HasSubstr("Zur anderen Tätigkeit"));
    EXPECT_THAT(office_browser.get(at(open, "/verlauf")).body, HasSubstr("<del"));
    EXPECT_EQ(get("department", at(open, "/zusammenlegung")).status, 403);
}

TEST_P(MeasurePages, export_the_plan_as_the_reader_may_see_it) {
    for (auto const* file : {"druck", "plan.csv", "plan.json"}) {
        EXPECT_THAT(get("visitor", of_plan(file)).body, HasSubstr("Rückschnitt")) << file;
        EXPECT_THAT(get("visitor", of_plan(file)).body, Not(HasSubstr("Geheimes"))) << file;
        EXPECT_THAT(get("visitor", of_plan(file)).body, Not(HasSubstr("Vertraulich"))) << file;
        EXPECT_THAT(get("office", of_plan(file)).body, HasSubstr("Geheimes")) << file;
    }
    for (auto const* file : {"druck", "plan.xlsx", "plan.csv", "plan.json"})
        EXPECT_EQ(get("visitor", fmt::format("/plaene/99/{}", file)).status, 404);
    EXPECT_THAT(get("visitor", of_plan("plan.csv")).body, HasSubstr("'=1+1 Wege"));
    auto const json = nlohmann::json::parse(get("visitor", of_plan("plan.json")).body);
    EXPECT_EQ(json.at("topics").at(0).at("activities").at(0).at("freshness"), "fresh");
    auto const sheets = *documents::read_spreadsheet(get("visitor", of_plan("plan.xlsx")).body);
    std::string all;
    for (auto const& sheet : sheets)
        for (auto const& row : sheet.rows)
            for (auto const& cell : row.cells) all += documents::text_of(cell) + "\n";
    EXPECT_THAT(all, HasSubstr("=1+1 Wege geschnitten."));
    EXPECT_THAT(all, Not(HasSubstr("Vertraulich")));
}

TEST_P(MeasurePages, tell_the_news_of_plan_field_and_district_without_what_is_hidden) {
    auto const topic_feed = fmt::format("/themen/{}/feed.atom", topic.value);
    for (auto const& feed : {std::string("/feed.atom"), topic_feed}) {
        auto const answer = get("visitor", feed);
        EXPECT_THAT(answer.header("content-type"), HasSubstr("application/atom+xml"));
        EXPECT_THAT(answer.body, HasSubstr("Rückschnitt: Läuft"));
        EXPECT_THAT(answer.body, Not(HasSubstr("Geheimes")));
        EXPECT_THAT(get("office", feed).body, HasSubstr("Geheimes"));
    }
    EXPECT_THAT(get("visitor", "/feed.atom").body, HasSubstr("1-26"));
    EXPECT_THAT(get("visitor", "/stadtbezirke/1/feed.atom").body, Not(HasSubstr("Rückschnitt")));
    EXPECT_EQ(get("visitor", "/stadtbezirke/99/feed.atom").status, 404);
    EXPECT_EQ(get("visitor", "/themen/99/feed.atom").status, 404);
}

std::string table_of(std::vector<std::vector<std::string>> const& rows) {
    documents::Workbook book("Tabelle", "Ordnungsamt");
    std::vector<documents::SheetColumn> columns;
    for (auto const& title : rows.front()) columns.push_back({title});
    book.sheet("Liste", columns);
    for (std::size_t i = 1; i < rows.size(); ++i)
        book.row(std::vector<documents::CellValue>(rows[i].begin(), rows[i].end()));
    return std::move(book).take();
}

TEST_P(MeasurePages, read_activities_from_a_table_after_a_look) {
    auto office_browser = browser("office");
    EXPECT_THAT(office_browser.get("/massnahmen/einlesen").body, HasSubstr("Vorlage"));
    auto const upload = [&](std::string const& bytes) {
        return office_browser.upload("/massnahmen/einlesen", {}, "file", {"liste.xlsx", documents::kXlsxType, bytes});
    };
    auto const bytes = table_of({{"Thema", "Tätigkeit", "Verantwortlich", "Phase"},
                                 {"1", "Leuchten tauschen", "Polizei", "Geplant"},
                                 {"1", "Rückschnitt", "Ordnungsamt", ""}});
    auto const preview = upload(bytes);
    EXPECT_EQ(preview.status, 200);
    EXPECT_THAT(preview.body, HasSubstr("Leuchten tauschen"));
    EXPECT_THAT(get("office", "/massnahmen").body, Not(HasSubstr("Leuchten")));
    auto const from = preview.body.find("name=\"table\" value=\"") + 20;
    auto packed = preview.body.substr(from, preview.body.find('"', from) - from);
    for (auto at = packed.find("&quot;"); at != std::string::npos; at = packed.find("&quot;"))
        packed.replace(at, 6, "\"");
    for (auto at = packed.find("&#34;"); at != std::string::npos; at = packed.find("&#34;"))
        packed.replace(at, 5, "\"");
    EXPECT_EQ(office_browser.post("/massnahmen/einlesen/bestaetigung", {{"table", packed}}).status, 303);
    EXPECT_THAT(get("office", "/massnahmen").body, HasSubstr("Leuchten tauschen"));
    EXPECT_THAT(upload(bytes).body, Not(HasSubstr("Übernehmen</span></button>")));
    auto const broken = office_browser.post("/massnahmen/einlesen/bestaetigung", {{"table", "{"}});
    EXPECT_EQ(broken.status, 422);
    EXPECT_THAT(broken.body, HasSubstr(world->city().locale("de").text("common.table.not_ours")));
}

TEST_P(MeasurePages, name_the_bad_cells_of_a_table_of_activities) {
    auto office_browser = browser("office");
    office_browser.get("/massnahmen/einlesen");
    auto const bytes = table_of({{"Verantwortlich", "Thema", "Tätigkeit"}, {"Zirkus", "1", "Manege"}});
    auto const preview =
        office_browser.upload("/massnahmen/einlesen", {}, "file", {"liste.xlsx", documents::kXlsxType, bytes});
    EXPECT_EQ(preview.status, 422);
    EXPECT_THAT(preview.body, HasSubstr("Blatt „Liste“, Zeile 2, Spalte A (Verantwortlich):"));
    EXPECT_THAT(preview.body, HasSubstr("Eine Organisation „Zirkus“ gibt es nicht"));
    EXPECT_EQ(office_browser.upload("/massnahmen/einlesen", {}, "file", {"", "", ""}).status, 422);
}

TEST_P(MeasurePages, give_the_table_out_as_it_comes_back) {
    auto office_browser = browser("office");
    auto const out = office_browser.get("/massnahmen/vorlage");
    EXPECT_EQ(out.header("content-type"), documents::kXlsxType);
    office_browser.get("/massnahmen/einlesen");
    auto const preview =
        office_browser.upload("/massnahmen/einlesen", {}, "file", {"liste.xlsx", documents::kXlsxType, out.body});
    EXPECT_EQ(preview.status, 200);
    EXPECT_THAT(preview.body, Not(HasSubstr("lw-change__kind")));
    for (auto const* address : {"/massnahmen/einlesen", "/massnahmen/vorlage"}) {
        EXPECT_EQ(get("department", address).status, 403);
        EXPECT_EQ(get("visitor", address).status, 303);
    }
    auto department = browser("department");
    department.get("/massnahmen/neu");
    EXPECT_EQ(department.post("/massnahmen/einlesen/bestaetigung", {{"table", "{}"}}).status, 403);
}

}  // namespace
}  // namespace lenkwerk::measures
