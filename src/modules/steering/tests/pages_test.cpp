#include "modules/steering/commands/signals.hpp"
#include "modules/steering/tests/town_of_the_lake.hpp"
#include "platform/documents/pdf.hpp"
#include "platform/documents/temporary_folder.hpp"
#include "platform/jobs/runner.hpp"
#include "town/browsers.hpp"

#include <cstdlib>

namespace lenkwerk::steering {
namespace {

class SteeringPages : public SteeringTest {
protected:
    void SetUp() override {
        SteeringTest::SetUp();
        if (!IsSkipped()) browsers.emplace(world->city());
    }
    void TearDown() override { ::unsetenv("LENKWERK_CHROMIUM"); }
    std::string overview(std::string_view rest = "") const {
        return fmt::format("/sitzungen/{}/uebersicht{}", session.value, rest);
    }
    web::testing::Browser member() { return browsers->of(town::member(body.value)); }
    web::testing::Browser office_browser() { return browsers->of(town::office()); }
    void run_jobs() { jobs::Runner{world->city()}.run_due(); }
    std::optional<town::Browsers> browsers;
};
LENKWERK_ON_BOTH_DATABASES(SteeringPages);

TEST_P(SteeringPages, lead_every_reader_to_the_form_that_is_for_him) {
    EXPECT_EQ(browsers->visitor().get("/uebersicht").header("location"), overview("/oeffentlich"));
    EXPECT_EQ(member().get("/uebersicht").header("location"), overview());
    auto const inside = member().get(overview());
    EXPECT_TRUE(inside.contains("Einsatzplan für Großveranstaltungen") && inside.contains("nicht öffentlich"))
        << inside.body;
    EXPECT_TRUE(inside.contains("Diese Übersicht ist auf dem Stand von heute"));
    auto const outside = browsers->visitor().get(overview("/oeffentlich"));
    EXPECT_EQ(outside.status, 200);
    EXPECT_FALSE(outside.contains("Einsatzplan für Großveranstaltungen") ||
                 outside.contains("Drohungen an einer Schule"));
    EXPECT_TRUE(outside.contains("Scherben am Seeufer") && outside.contains("Nichts gemeldet."));
}

TEST_P(SteeringPages, keep_the_form_of_the_body_for_the_body) {
    for (auto const* rest : {"", "/pdf"}) {
        EXPECT_EQ(browsers->visitor().get(overview(rest)).status, 404) << rest;
        EXPECT_EQ(browsers->of(town::department()).get(overview(rest)).status, 404) << rest;
        EXPECT_EQ(browsers->of(town::member(body.value + 1)).get(overview(rest)).status, 404) << rest;
    }
    EXPECT_EQ(office_browser().get(overview()).status, 200);
    EXPECT_EQ(member().get("/sitzungen/999/uebersicht").status, 404);
    EXPECT_EQ(browsers->visitor().get(overview("/oeffentlich/pdf")).status, 404) << "it is not frozen yet";
}

TEST_P(SteeringPages, speak_english_too) {
    auto visitor = browsers->visitor();
    visitor.with_header("accept-language", "en");
    EXPECT_TRUE(visitor.get(overview("/oeffentlich")).contains("Goals that nobody works for yet"));
}

TEST_P(SteeringPages, offer_printing_where_there_is_no_chromium) {
    ::setenv("LENKWERK_CHROMIUM", "/no/such/program", 1);
    invite();
    run_jobs();
    auto const page = member().get(overview());
    EXPECT_TRUE(page.contains("Eine PDF-Datei gibt es hier nicht") &&
                page.contains("So lag die Übersicht der Einladung bei"))
        << page.body;
    EXPECT_FALSE(page.contains("PDF öffnen"));
}

std::string said_by(std::string const& command) {
    std::string text;
    auto* const pipe = ::popen(command.c_str(), "r");
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text += static_cast<char>(c);
    ::pclose(pipe);
    return text;
}

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_P(SteeringPages, open_the_frozen_overview_as_a_tagged_pdf) {
    if (!documents::pdf_is_available())
        GTEST_SKIP() << "no chromium-headless-shell: the PDF is NOT tested on this machine";
    invite();
    EXPECT_TRUE(member().get(overview()).contains("Die PDF-Datei wird gerade erstellt"));
    run_jobs();
    EXPECT_TRUE(member().get(overview()).contains("PDF öffnen"));
    auto const answer = member().get(overview("/pdf"));
    EXPECT_EQ(answer.header("content-type"), "application/pdf");
    documents::TemporaryFolder const folder;
    auto const file = (folder / "x.pdf").string();
    documents::write_file(file, answer.body);
    auto const facts = said_by("pdfinfo " + file);
    EXPECT_TRUE(has(facts, "Title:           Übersicht zur Sitzung: Lenkungskreis") &&
                has(facts, "Tagged:          yes"))
        << facts;
    EXPECT_TRUE(has(said_by("qpdf --qdf --object-streams=disable " + file + " -"), "/Lang (de)"));
    auto const structure = said_by("pdfinfo -struct-text " + file);
    for (auto const* part : {"H1", "H2", "H3", "Table", "TH", "Einsatzplan für"})
        EXPECT_TRUE(has(structure, part)) << part;
    EXPECT_FALSE(has(said_by("pdftotext " + file + " -"), "file://"));
}

TEST_P(SteeringPages, keep_the_public_pdf_free_of_what_is_not_public) {
    if (!documents::pdf_is_available())
        GTEST_SKIP() << "no chromium-headless-shell: the PDF is NOT tested on this machine";
    invite();
    run_jobs();
    auto const answer = browsers->visitor().get(overview("/oeffentlich/pdf"));
    ASSERT_EQ(answer.status, 200);
    documents::TemporaryFolder const folder;
    auto const file = (folder / "x.pdf").string();
    documents::write_file(file, answer.body);
    auto const text = said_by("pdftotext " + file + " -");
    EXPECT_TRUE(has(text, "Scherben am Seeufer"));
    EXPECT_FALSE(has(text, "Großveranstaltungen") || has(text, "Drohungen"));
}

TEST_P(SteeringPages, let_members_note_findings) {
    EXPECT_EQ(browsers->visitor().get("/perspektiven").status, 303);
    EXPECT_EQ(browsers->of(town::department()).get("/perspektiven").status, 403);
    EXPECT_EQ(browsers->of(town::department()).post("/perspektiven").status, 403);
    auto browser = member();
    EXPECT_TRUE(browser.get("/perspektiven").contains("Am Seeuferweg fehlt eine Rampe."));
    EXPECT_EQ(browser.post("/perspektiven", {{"field", ""}}).status, 422);
    browser.get("/perspektiven");
    auto const field = std::to_string(made(Form::body).fields[0].id);
    auto const noted = browser.post(
        "/perspektiven",
        {{"field", field}, {"perspective", "diversity"}, {"text", "Fehlt im Leitbild."}, {"source", "Beirat"}});
    EXPECT_EQ(noted.status, 303);
    EXPECT_TRUE(browser.follow(noted).contains("Fehlt im Leitbild."));
    EXPECT_EQ(browser.post("/perspektiven/1/ende").status, 403);
    auto office = office_browser();
    office.get("/perspektiven");
    EXPECT_EQ(office.post("/perspektiven/1/ende").status, 303);
    office.get("/perspektiven");
    EXPECT_EQ(office.post("/perspektiven/1/ende").status, 404);
}

TEST_P(SteeringPages, let_members_file_signals_and_the_office_answer) {
    EXPECT_EQ(browsers->visitor().get("/signale/neu").status, 303);
    EXPECT_EQ(browsers->of(town::department()).get("/signale/neu").status, 403);
    auto browser = member();
    browser.get("/signale/neu");
    auto const filed =
        browser.post("/signale", {{"body", std::to_string(body.value)}, {"title", "Sturm über der Stadt"}});
    ASSERT_EQ(filed.status, 303);
    auto const address = filed.header("location");
    EXPECT_EQ(browsers->visitor().get(address).status, 404);
    EXPECT_EQ(browser.post(address + "/reaktion").status, 403);
    EXPECT_EQ(browser.post(address + "/sichtbarkeit").status, 403);
    auto office = office_browser();
    office.get(address);
    EXPECT_EQ(office.post(address + "/reaktion", {{"kind", "noted"}, {"day", "2026-11-23"}}).status, 422);
    office.get(address);
    EXPECT_EQ(office
                  .post(address + "/reaktion",
                        {{"kind", "decision"}, {"day", "2026-11-23"}, {"reason", "Bäume werden geprüft."}})
                  .status,
              303);
    office.get(address);
    EXPECT_EQ(office.post(address + "/sichtbarkeit").status, 303);
    EXPECT_TRUE(browsers->visitor().get(address).contains("Bäume werden geprüft."));
    EXPECT_TRUE(browsers->visitor().get("/signale").contains("am selben Tag"));
}

TEST_P(SteeringPages, of_a_session_lead_to_its_overviews) {
    auto const page = fmt::format("/sitzungen/{}", session.value);
    EXPECT_TRUE(member().get(page).contains("Fassung für das Gremium"));
    auto const outside = browsers->visitor().get(page);
    EXPECT_TRUE(outside.contains("Öffentliche Fassung"));
    EXPECT_FALSE(outside.contains("Fassung für das Gremium"));
}

}  // namespace
}  // namespace lenkwerk::steering
