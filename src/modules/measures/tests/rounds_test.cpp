// Status rounds: what the commands keep, what the pages show to whom, and the way through a spreadsheet.
#include "modules/measures/commands/rounds.hpp"
#include "modules/measures/tests/town.hpp"
#include "platform/documents/spreadsheet.hpp"
#include "platform/documents/workbook.hpp"

#include <gmock/gmock.h>

namespace lenkwerk::measures {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class StatusRounds : public MeasureTown {
protected:
    StatusRoundId opened(RoundDraft draft = {"Runde", kToday + 7}) {
        return *office([&](auto& tx) { return open_round(tx, plan, draft, kToday); });
    }
    auto answer(access::Actor const& actor, std::int64_t organisation, std::vector<StatusInput> const& lines) {
        return as(actor,
                  [&](auto& tx) { return answer_round(tx, round, people::OrganisationId{organisation}, lines); });
    }
    std::size_t reports(ActivityId id) {
        return world->read([&](auto& reader) { return store::reports_of(reader, {Viewer::everything()}, id).size(); });
    }
    // Two activities of the department, one round.
    void set_up_round() {
        first = added(cutting_back());
        auto draft = cutting_back();
        draft.title = "Anstrich";
        second = added(draft);
        round = opened();
        form = fmt::format("/sachstandsrunden/{}/organisationen/1", round.value);
    }
    std::string field(ActivityId id, std::string const& name) { return fmt::format("a{}-{}", id.value, name); }

    ActivityId first, second;
    StatusRoundId round;
    std::string form;
};
LENKWERK_ON_BOTH_DATABASES(StatusRounds);

TEST_P(StatusRounds, ask_who_is_responsible_for_something_open) {
    auto const open = [&](RoundDraft const& draft) {
        return office([&](auto& tx) { return open_round(tx, plan, draft, kToday); });
    };
    EXPECT_EQ(keys(open({"Runde", kToday + 7})), Keys{"measures.round.nobody_to_ask"});
    added(cutting_back());
    EXPECT_EQ(keys(open({" ", kToday - 1})), (Keys{"measures.round.title_missing", "measures.round.deadline_passed"}));
    EXPECT_EQ(keys(open({"Runde", kToday, {}, {people::OrganisationId{2}}})), Keys{"measures.round.nobody_to_ask"});
    auto const id = opened({"Runde", kToday, Period{kToday - 90, kToday}, {people::OrganisationId{1}}});
    auto const kept = world->read([&](auto& reader) { return store::find_round(reader, id); });
    EXPECT_EQ(kept->period, (Period{kToday - 90, kToday}));
    EXPECT_EQ(
        keys(as(town::department(1), [&](auto& tx) { return open_round(tx, plan, {"Runde", kToday + 7}, kToday); })),
        Keys{"access.denied"});
}

TEST_P(StatusRounds, keep_whole_answers_or_nothing) {
    set_up_round();
    std::vector<StatusInput> lines{{first, {Phase::running, "Läuft gut.", ""}, kToday},
                                   {second, {Phase::done, "Fertig.", ""}, kToday}};
    auto const refused = answer(town::department(1), 1, lines);
    EXPECT_EQ(keys(refused), Keys{"measures.report.evidence_missing"});
    EXPECT_EQ(refused.problems().front().field, field(second, "evidence"));
    EXPECT_EQ(reports(first), 0U);
    lines.pop_back();
    EXPECT_TRUE(answer(town::department(1), 1, lines));
    EXPECT_EQ(reports(first), 1U);
    EXPECT_EQ(keys(answer(town::department(2), 1, {})), Keys{"access.denied"});
    EXPECT_EQ(keys(answer(town::partner(2), 2, {})), Keys{"measures.round.not_asked"});
    EXPECT_EQ(keys(office([](auto& tx) { return close_round(tx, StatusRoundId{99}); })),
              Keys{"measures.round.unknown"});
    ASSERT_TRUE(office([&](auto& tx) { return close_round(tx, round); }));
    EXPECT_EQ(keys(answer(town::department(1), 1, {})), Keys{"measures.round.closed"});
}

TEST_P(StatusRounds, take_a_line_for_the_organisations_own_activities_only) {
    set_up_round();
    auto draft = cutting_back();
    draft.responsible = people::OrganisationId{2};
    auto const foreign = added(draft);
    EXPECT_EQ(keys(answer(town::office(), 1, {{foreign, {Phase::stopped, "x", ""}, kToday}})),
              Keys{"measures.activity.unknown"});
}

TEST_P(StatusRounds, publish_what_belongs_to_public_activities_by_one_act) {
    set_up_round();
    ASSERT_TRUE(office([&](auto& tx) { return show_activity(tx, first, Audience::everyone()); }));
    ASSERT_TRUE(
        answer(town::department(1), 1,
               {{first, {Phase::running, "Eins.", ""}, kToday}, {second, {Phase::running, "Zwei.", ""}, kToday}}));
    auto const publish = [&](access::Actor const& actor) {
        return as(actor, [&](auto& tx) { return publish_round(tx, round); });
    };
    EXPECT_EQ(keys(publish(town::department(1))), Keys{"access.denied"});
    EXPECT_EQ(*publish(town::office()), 1);
    EXPECT_EQ(keys(publish(town::office())), Keys{"measures.round.nothing_to_publish"});
}

TEST_P(StatusRounds, refuse_a_word_that_means_nothing_at_its_field_saved_or_sent) {
    set_up_round();
    auto department = browser("department");
    for (auto const* how : {"send", "save"})
        for (bool const wrong_phase : {true, false}) {
            department.get(form);
            auto const answered = department.post(form, {{field(first, "phase"), "running"},
                                                         {field(first, "text"), "Läuft."},
                                                         {field(second, "phase"), wrong_phase ? "quer" : "running"},
                                                         {field(second, "audience"), wrong_phase ? "public" : "quer"},
                                                         {how, "1"}});
            auto const wrong = field(second, wrong_phase ? "phase" : "audience");
            EXPECT_EQ(answered.status, 422) << wrong;
            EXPECT_THAT(answered.body, HasSubstr(fmt::format("id=\"{}-error\"", wrong)));
            EXPECT_THAT(answered.body, HasSubstr("„quer“"));
        }
    EXPECT_EQ(reports(first), 0U);
    EXPECT_EQ(
        world->read([&](auto& reader) { return store::drafts_of(reader, round, people::OrganisationId{1}).size(); }),
        0U);
}

TEST_P(StatusRounds, are_opened_on_a_page_by_the_office_alone) {
    added(cutting_back());
    auto office_browser = browser("office");
    EXPECT_EQ(office_browser.get("/sachstandsrunden").status, 200);
    EXPECT_THAT(office_browser.get("/sachstandsrunden/neu").body, HasSubstr("Ordnungsamt"));
    auto const refused = office_browser.post("/sachstandsrunden", {{"title", ""}, {"deadline", "2026-12-01"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Der Name der Runde fehlt"));
    auto const made = office_browser.post("/sachstandsrunden", {{"title", "Zur Sitzung"}, {"deadline", "2026-12-01"}});
    EXPECT_THAT(office_browser.follow(made).body, HasSubstr("0 von 1 Organisationen"));
    EXPECT_EQ(browser("department").get("/sachstandsrunden/neu").status, 403);
    EXPECT_EQ(browser("department").get("/sachstandsrunden").status, 200);
    EXPECT_EQ(browser("visitor").get("/sachstandsrunden").status, 303);
    EXPECT_EQ(browser("member").get("/sachstandsrunden").status, 403);
}

TEST_P(StatusRounds, show_an_organisation_its_own_form_and_no_other) {
    set_up_round();
    EXPECT_THAT(browser("department").get(form).body, HasSubstr("Anstrich"));
    EXPECT_EQ(browser("partner").get(form).status, 403);
    auto const of_all = fmt::format("/sachstandsrunden/{}/organisationen/", round.value);
    EXPECT_THAT(browser("office").get(of_all + "2").body, HasSubstr("keine Tätigkeit offen"));
    EXPECT_EQ(browser("office").get(of_all + "99").status, 404);
    EXPECT_EQ(browser("visitor").get(form).status, 303);
    auto const page = fmt::format("/sachstandsrunden/{}", round.value);
    EXPECT_THAT(browser("partner").get(page).body, Not(HasSubstr("Ordnungsamt")));
    EXPECT_THAT(browser("department").get(page).body, HasSubstr("Ordnungsamt"));
    EXPECT_EQ(browser("office").get("/sachstandsrunden/99").status, 404);
}

TEST_P(StatusRounds, keep_a_draft_that_is_no_report) {
    set_up_round();
    auto department = browser("department");
    department.get(form);
    auto const saved = department.post(form, {{field(first, "phase"), "done"},
                                              {field(first, "text"), "Noch nicht fer"},
                                              {field(first, "audience"), "administration"},
                                              {"save", "1"}});
    EXPECT_EQ(saved.header("location"), form);
    EXPECT_THAT(department.follow(saved).body, HasSubstr("Noch nicht fer"));
    EXPECT_EQ(reports(first), 0U);
    auto const sent = department.post(form, {{field(first, "phase"), "done"}, {field(first, "text"), "Fertig."}});
    EXPECT_EQ(sent.status, 422);
    EXPECT_THAT(sent.body, HasSubstr("fehlt der Nachweis"));
}

TEST_P(StatusRounds, are_answered_with_a_tick_where_nothing_changed) {
    set_up_round();
    auto department = browser("department");
    department.get(form);
    auto const sent = department.post(
        form, {{field(first, "phase"), "running"}, {field(first, "same"), "1"}, {field(second, "phase"), "running"}});
    EXPECT_EQ(sent.status, 303);
    EXPECT_EQ(reports(first), 1U);
    EXPECT_EQ(reports(second), 0U);
    EXPECT_THAT(browser("office").get(fmt::format("/sachstandsrunden/{}", round.value)).body,
                HasSubstr("1 von 1 Organisationen"));
}

TEST_P(StatusRounds, are_published_and_closed_on_their_page) {
    set_up_round();
    ASSERT_TRUE(office([&](auto& tx) { return show_activity(tx, first, Audience::everyone()); }));
    ASSERT_TRUE(answer(town::department(1), 1, {{first, {Phase::running, "Eins.", ""}, kToday}}));
    auto const page = fmt::format("/sachstandsrunden/{}", round.value);
    auto office_browser = browser("office");
    office_browser.get(page);
    EXPECT_EQ(office_browser.post(page + "/sichtbarkeit").status, 303);
    EXPECT_THAT(browser("visitor").get(fmt::format("/massnahmen/{}", first.value)).body, HasSubstr("Eins."));
    EXPECT_EQ(office_browser.post(page + "/ende").status, 303);
    EXPECT_THAT(office_browser.get(page).body, HasSubstr("beendet"));
    auto department = browser("department");
    EXPECT_THAT(department.get(form).body, HasSubstr("Diese Runde ist beendet"));
    EXPECT_EQ(department.post(page + "/ende").status, 403);
}

// The table as it goes out, with one cell changed in each of the given rows.
std::string filled_in(std::string const& bytes, std::vector<std::tuple<int, std::size_t, std::string>> const& cells) {
    auto const sheet = documents::read_spreadsheet(bytes)->front();
    documents::Workbook book("Zurück", "Ordnungsamt");
    std::vector<documents::SheetColumn> columns;
    for (auto const& cell : sheet.rows.front().cells) columns.push_back({documents::text_of(cell)});
    book.sheet(sheet.name, columns);
    for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
        std::vector<documents::CellValue> row;
        for (std::size_t place = 0; place < columns.size(); ++place)
            row.emplace_back(documents::text_of(documents::cell_at(sheet.rows[i], place)));
        for (auto const& [number, place, text] : cells)
            if (number == sheet.rows[i].number) row[place] = text;
        book.row(row);
    }
    return std::move(book).take();
}

TEST_P(StatusRounds, go_out_as_a_table_and_come_back_after_a_look) {
    set_up_round();
    auto department = browser("department");
    auto const out = department.get(form + "/tabelle");
    EXPECT_EQ(out.header("content-type"), documents::kXlsxType);
    EXPECT_EQ(browser("partner").get(form + "/tabelle").status, 403);
    auto const back = filled_in(out.body, {{2, 4, "Erledigt"}, {2, 5, "Alle Wände gestrichen."}, {2, 6, "Abnahme"}});
    department.get(form);
    auto const preview = department.upload(form + "/tabelle", {}, "file", {"runde.xlsx", documents::kXlsxType, back});
    EXPECT_EQ(preview.status, 200);
    EXPECT_THAT(preview.body, HasSubstr("Ein Sachstand wird gemeldet"));
    EXPECT_THAT(preview.body, HasSubstr("Alle Wände gestrichen."));
    EXPECT_EQ(reports(second), 0U);
    auto const sent = department.post(form, {{field(second, "phase"), "done"},
                                             {field(second, "text"), "Alle Wände gestrichen."},
                                             {field(second, "evidence"), "Abnahme"}});
    EXPECT_EQ(sent.status, 303);
    EXPECT_EQ(seen(Viewer::everything(), second)->facts.phase, Phase::done);
}

TEST_P(StatusRounds, name_every_bad_cell_of_a_table_by_sheet_row_and_column) {
    set_up_round();
    auto department = browser("department");
    auto const back =
        filled_in(department.get(form + "/tabelle").body, {{2, 4, "fast"}, {3, 4, "Erledigt"}, {3, 5, "Fertig."}});
    department.get(form);
    auto const preview = department.upload(form + "/tabelle", {}, "file", {"runde.xlsx", documents::kXlsxType, back});
    EXPECT_EQ(preview.status, 422);
    EXPECT_THAT(preview.body, HasSubstr("Blatt „Sachstände“, Zeile 2, Spalte E (Phase):"));
    EXPECT_THAT(preview.body, HasSubstr("„fast“ ist keine Phase"));
    EXPECT_THAT(preview.body, HasSubstr("Zeile 3, Spalte G (Nachweis):"));
    EXPECT_THAT(preview.body, Not(HasSubstr("Sachstände melden</span></button>")));
    auto const none = department.upload(form + "/tabelle", {}, "file", {"", "", ""});
    EXPECT_EQ(none.status, 422);
    EXPECT_THAT(none.body, HasSubstr(world->city().locale("de").text("common.table.no_file")));
    auto const text = department.upload(form + "/tabelle", {}, "file", {"a.txt", "text/plain", "Hallo"});
    EXPECT_THAT(text.body, HasSubstr("keine lesbare Excel-Datei"));
}

}  // namespace
}  // namespace lenkwerk::measures
