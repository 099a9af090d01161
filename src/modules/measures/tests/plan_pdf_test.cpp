// The whole plan as PDF: who gets which form, once for each text, and what is said where there is none.
#include "modules/measures/commands/plan_pdf.hpp"
#include "modules/measures/commands/reports.hpp"
#include "modules/measures/tests/town.hpp"
#include "platform/audit/redaction.hpp"
#include "platform/documents/temporary_folder.hpp"
#include "platform/jobs/runner.hpp"

#include <gmock/gmock.h>

#include <cstdlib>

namespace lenkwerk::measures {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string said_by(std::string const& command) {
    std::string text;
    auto* const pipe = ::popen(command.c_str(), "r");
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text += static_cast<char>(c);
    ::pclose(pipe);
    return text;
}

class PlanPdf : public MeasureTown {
protected:
    void SetUp() override {
        MeasureTown::SetUp();
        if (IsSkipped()) return;
        auto draft = cutting_back();
        draft.audience = Audience::everyone();
        open = added(draft);
        draft.title = "Geheimes Gespräch";
        draft.audience = Audience::administration();
        hidden = added(draft);
    }
    void TearDown() override { ::unsetenv("LENKWERK_CHROMIUM"); }

    std::string address(std::string_view file = "plan.pdf") const {
        return fmt::format("/plaene/{}/{}", plan.value, file);
    }
    auto get(std::string const& who, std::string_view file = "plan.pdf") { return browser(who).get(address(file)); }
    std::string plan_page(std::string const& who) {
        return browser(who).get(fmt::format("/plaene/{}", plan.value)).body;
    }
    void run_jobs() { jobs::Runner{world->city()}.run_due(); }
    std::int64_t number(storage::ReadSql sql) {
        return world->database().read([&](storage::Reader const& reader) { return reader.number(sql); });
    }
    std::int64_t prints_asked() { return number("SELECT count(*) FROM jobs WHERE kind = 'measures.print_plan'"); }
    std::int64_t prints_made() {
        return number("SELECT count(*) FROM audit_events WHERE verb = 'measures.plan_printed'");
    }
    void hide(ActivityId id) {
        auto office_browser = browser("office");
        office_browser.get(fmt::format("/massnahmen/{}", id.value));
        office_browser.post(fmt::format("/massnahmen/{}/sichtbarkeit", id.value), {{"audience", "administration"}});
    }

    ActivityId open, hidden;
};
LENKWERK_ON_BOTH_DATABASES(PlanPdf);

TEST_P(PlanPdf, is_for_those_who_may_read_its_form) {
    EXPECT_EQ(get("visitor").status, 202);
    EXPECT_EQ(get("visitor", "plan-intern.pdf").status, 404);
    EXPECT_EQ(get("member", "plan-intern.pdf").status, 202);
    EXPECT_EQ(browser("visitor").get("/plaene/99/plan.pdf").status, 404);
    EXPECT_EQ(browser("office").get("/plaene/99/plan-intern.pdf").status, 404);
    EXPECT_THAT(plan_page("visitor"), HasSubstr("plan.pdf"));
    EXPECT_THAT(plan_page("visitor"), Not(HasSubstr("plan-intern.pdf")));
    EXPECT_THAT(plan_page("member"), HasSubstr("plan-intern.pdf"));
}

TEST_P(PlanPdf, is_asked_for_once_however_many_ask) {
    auto const page = get("visitor");
    EXPECT_THAT(page.body, HasSubstr("Die PDF-Datei wird gerade erstellt"));
    EXPECT_THAT(page.body, HasSubstr(address("druck")));
    get("office");
    EXPECT_EQ(prints_asked(), 1);
    get("office", "plan-intern.pdf");
    EXPECT_EQ(prints_asked(), 2) << "the other form is another file";
}

TEST_P(PlanPdf, says_so_where_there_is_no_chromium_and_offers_the_print_view) {
    ::setenv("LENKWERK_CHROMIUM", "/no/such/program", 1);
    auto visitor = browser("visitor");
    EXPECT_THAT(plan_page("visitor"), HasSubstr(address("druck")));
    EXPECT_THAT(plan_page("visitor"), Not(HasSubstr("plan.pdf")));
    auto const printing = visitor.follow(visitor.get(address()));
    EXPECT_THAT(printing.body, HasSubstr("Eine PDF-Datei gibt es hier nicht"));
    EXPECT_THAT(printing.body, HasSubstr("Rückschnitt"));
    EXPECT_EQ(prints_asked(), 0) << "nobody could print it";
}

TEST_P(PlanPdf, that_cannot_be_made_says_so) {
    ::setenv("LENKWERK_CHROMIUM", "/bin/false", 1);
    get("visitor");
    run_jobs();
    auto const page = get("visitor");
    EXPECT_EQ(page.status, 503);
    EXPECT_THAT(page.body, HasSubstr("Die PDF-Datei konnte nicht erstellt werden"));
    EXPECT_THAT(page.body, HasSubstr(address("druck")));
    EXPECT_EQ(prints_asked(), 1) << "the job tries again by itself";
}

// With the real Chromium.
class PrintedPlan : public PlanPdf {
protected:
    void SetUp() override {
        if (!documents::pdf_is_available())
            GTEST_SKIP() << "no chromium-headless-shell: the PDF is NOT tested on this machine";
        PlanPdf::SetUp();
    }
    web::testing::Answer printed(std::string const& who, std::string_view file = "plan.pdf") {
        get(who, file);
        run_jobs();
        return get(who, file);
    }
    std::string read_with(std::string const& program, web::testing::Answer const& pdf) {
        auto const file = (folder / "plan.pdf").string();
        documents::write_file(file, pdf.body);
        return said_by(fmt::format("{} {} -", program, file));
    }
    documents::TemporaryFolder folder;
};
LENKWERK_ON_BOTH_DATABASES(PrintedPlan);

TEST_P(PrintedPlan, is_tagged_and_has_title_and_language) {
    auto const pdf = printed("visitor");
    ASSERT_EQ(pdf.status, 200);
    EXPECT_EQ(pdf.header("content-type"), "application/pdf");
    auto const file = (folder / "facts.pdf").string();
    documents::write_file(file, pdf.body);
    auto const facts = said_by("pdfinfo " + file);
    EXPECT_THAT(facts, HasSubstr("Title:           Masterplan"));
    EXPECT_THAT(facts, HasSubstr("Tagged:          yes"));
    EXPECT_THAT(read_with("qpdf --qdf --object-streams=disable", pdf), HasSubstr("/Lang (de)"));
    for (auto const* part : {"H1", "H2", "Handlungsfeld 1"})
        EXPECT_THAT(said_by("pdfinfo -struct-text " + file), HasSubstr(part));
}

TEST_P(PrintedPlan, holds_what_its_readers_may_see_and_no_more) {
    auto const everyones = read_with("pdftotext", printed("visitor"));
    EXPECT_THAT(everyones, HasSubstr("Rückschnitt"));
    EXPECT_THAT(everyones, Not(HasSubstr("Geheimes")));
    EXPECT_THAT(everyones, HasSubstr("Öffentliche Fassung"));
    EXPECT_THAT(read_with("pdftotext", printed("office")), Not(HasSubstr("Geheimes"))) << "the public form is one";
    auto const inside = read_with("pdftotext", printed("office", "plan-intern.pdf"));
    EXPECT_THAT(inside, HasSubstr("Geheimes Gespräch"));
    EXPECT_THAT(inside, HasSubstr("Verwaltung und Gremien"));
}

TEST_P(PrintedPlan, is_made_once_until_the_plan_reads_otherwise) {
    auto const first = printed("visitor");
    EXPECT_EQ(printed("office").body, first.body);
    EXPECT_EQ(prints_made(), 1);
    hide(open);
    EXPECT_EQ(get("visitor").status, 202) << "what was taken back is handed out no more";
    run_jobs();
    EXPECT_EQ(get("visitor").status, 200);
    EXPECT_EQ(number("SELECT count(*) FROM measures_plan_documents"), 1) << "the old file is gone";
}

TEST_P(PrintedPlan, goes_with_a_redaction) {
    printed("visitor");
    auto const done = world->write(town::office(), [](storage::Transaction& tx) {
        return audit::redact_text(tx, "Rückschnitt", "Einspruch", [](std::string const&) { return ""; });
    });
    ASSERT_TRUE(done);
    EXPECT_EQ(number("SELECT count(*) FROM measures_plan_documents"), 0);
    EXPECT_THAT(read_with("pdftotext", printed("visitor")), Not(HasSubstr("Rückschnitt")));
}

TEST_P(PrintedPlan, of_the_night_waits_for_the_first_reader) {
    print_current_plan(world->city(), {});
    run_jobs();
    EXPECT_EQ(prints_made(), 2);
    EXPECT_EQ(get("visitor").status, 200);
    print_current_plan(world->city(), {});
    run_jobs();
    EXPECT_EQ(prints_made(), 2) << "the same text is not printed again";
}

}  // namespace
}  // namespace lenkwerk::measures
