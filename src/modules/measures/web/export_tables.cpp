// The whole plan as a spreadsheet and as CSV, filtered by who asks.
#include "modules/measures/web/pages.hpp"
#include "modules/measures/web/whole_plan.hpp"
#include "platform/documents/csv.hpp"
#include "platform/documents/workbook.hpp"

namespace lenkwerk::measures {
namespace {

using documents::CellValue;
using documents::Workbook;

std::string title(web::Visit& visit, std::string const& key) { return visit.text("measures.export." + key); }

std::vector<documents::SheetColumn> columns(web::Visit& visit,
                                            std::vector<std::pair<char const*, double>> const& keys) {
    std::vector<documents::SheetColumn> found;
    for (auto const& [key, width] : keys) found.push_back({title(visit, key), width});
    return found;
}

CellValue cell(std::optional<Day> day) { return day ? CellValue{*day} : CellValue{}; }
CellValue cell(std::optional<double> number) { return number ? CellValue{*number} : CellValue{}; }

std::string phase_name(web::Visit& visit, Phase phase) {
    return visit.text(fmt::format("measures.phase.{}", word(phase)));
}

std::string freshness_name(web::Visit& visit, WholePlan const& whole, store::Activity const& activity) {
    auto const found = freshness(activity.facts.phase, activity.last_report, visit.today(), whole.limits);
    return found == Freshness::none ? "" : visit.text(fmt::format("measures.freshness.{}", word(found)));
}

std::string lateness_name(web::Visit& visit, ActivityDraft const& facts) {
    auto const found = lateness(facts.phase, facts.planned_start, facts.planned_end, visit.today());
    return found == Lateness::none ? "" : visit.text(fmt::format("measures.lateness.{}", word(found)));
}

void put_topics(Workbook& book, web::Visit& visit, WholePlan const& whole) {
    book.sheet(title(visit, "sheet_topics"),
               columns(visit, {{"number", 10}, {"topic", 50}, {"subtitle", 50}, {"state", 14}, {"text", 60}}));
    for (auto const& topic : whole.topics)
        book.row({topic.number, topic.title, topic.subtitle, visit.text("plan.state." + topic.state), topic.text});
}

void put_goals(Workbook& book, web::Visit& visit, WholePlan const& whole) {
    book.sheet(title(visit, "sheet_goals"), columns(visit, {{"goal", 50},
                                                            {"indicator", 50},
                                                            {"unit", 14},
                                                            {"source", 30},
                                                            {"baseline", 12},
                                                            {"baseline_day", 14},
                                                            {"target", 12},
                                                            {"target_day", 14},
                                                            {"value", 12},
                                                            {"value_day", 14}}));
    for (auto const& goal : whole.goals) {
        bool measured = false;
        for (auto const& one : whole.indicators) {
            if (one.goal != goal.id) continue;
            measured = true;
            book.row({goal.title, one.title, one.unit, one.source, cell(one.baseline), cell(one.baseline_day),
                      cell(one.target), cell(one.target_day), cell(one.value), cell(one.value_day)});
        }
        if (!measured) book.row({goal.title});
    }
}

void put_activities(Workbook& book, web::Visit& visit, WholePlan const& whole) {
    book.sheet(title(visit, "sheet_activities"), columns(visit, {{"id", 8},
                                                                 {"number", 10},
                                                                 {"topic", 30},
                                                                 {"activity", 50},
                                                                 {"kind", 14},
                                                                 {"responsible", 24},
                                                                 {"collaborators", 30},
                                                                 {"districts", 30},
                                                                 {"goals", 40},
                                                                 {"phase", 12},
                                                                 {"start", 12},
                                                                 {"end", 12},
                                                                 {"lateness", 20},
                                                                 {"last_report", 14},
                                                                 {"freshness", 20},
                                                                 {"status", 60},
                                                                 {"evidence", 30},
                                                                 {"description", 60}}));
    for (auto const& topic : whole.topics)
        for (auto const& activity : whole.of(topic.id)) {
            auto const& facts = activity.facts;
            auto const* latest = whole.latest(activity.id);
            book.row({activity.id.value, topic.number, topic.title, facts.title,
                      visit.text(fmt::format("measures.kind.{}", word(facts.kind))), whole.name(facts.responsible),
                      whole.names(facts.collaborators), whole.names(facts.districts), whole.names(facts.goals),
                      phase_name(visit, facts.phase), cell(facts.planned_start), cell(facts.planned_end),
                      lateness_name(visit, facts), activity.last_report, freshness_name(visit, whole, activity),
                      latest ? latest->facts.text : "", latest ? latest->facts.evidence : "", facts.description});
        }
}

void put_reports(Workbook& book, web::Visit& visit, WholePlan const& whole) {
    book.sheet(
        title(visit, "sheet_reports"),
        columns(visit, {{"id", 8}, {"activity", 50}, {"day", 14}, {"phase", 12}, {"status", 80}, {"evidence", 40}}));
    for (auto const& topic : whole.topics)
        for (auto const& activity : whole.of(topic.id)) {
            auto const found = whole.reports.find(activity.id);
            if (found == whole.reports.end()) continue;
            for (auto const& report : found->second)
                book.row({activity.id.value, activity.facts.title, report.day, phase_name(visit, report.facts.phase),
                          report.facts.text, report.facts.evidence});
        }
}

std::vector<std::string> csv_row(web::Visit& visit, WholePlan const& whole, plan::TopicLine const& topic,
                                 store::Activity const& activity) {
    auto const& facts = activity.facts;
    auto const* latest = whole.latest(activity.id);
    auto const day = [](std::optional<Day> which) { return which ? which->iso() : std::string{}; };
    return {topic.number,
            topic.title,
            std::to_string(activity.id.value),
            facts.title,
            visit.text(fmt::format("measures.kind.{}", word(facts.kind))),
            whole.name(facts.responsible),
            whole.names(facts.collaborators),
            whole.names(facts.districts),
            phase_name(visit, facts.phase),
            day(facts.planned_start),
            day(facts.planned_end),
            activity.last_report.iso(),
            freshness_name(visit, whole, activity),
            latest ? latest->facts.text : "",
            latest ? latest->facts.evidence : ""};
}

std::string file_name(WholePlan const& whole, std::string_view ending) {
    return fmt::format("plan-{}.{}", whole.plan.id.value, ending);
}

}  // namespace

web::Response export_plan_as_xlsx(web::Visit& visit) {
    auto const whole = whole_plan(visit);
    Workbook book(whole.plan.title, "Lenkwerk");
    put_topics(book, visit, whole);
    put_goals(book, visit, whole);
    put_activities(book, visit, whole);
    put_reports(book, visit, whole);
    return web::Response::file(std::move(book).take(), documents::kXlsxType, file_name(whole, "xlsx"));
}

// One row an activity, and one for each topic without any, so that the whole plan is in one file.
web::Response export_plan_as_csv(web::Visit& visit) {
    auto const whole = whole_plan(visit);
    documents::CsvWriter csv;
    std::vector<std::string> head;
    for (auto const* key : {"number", "topic", "id", "activity", "kind", "responsible", "collaborators", "districts",
                            "phase", "start", "end", "last_report", "freshness", "status", "evidence"})
        head.push_back(title(visit, key));
    csv.row(head);
    for (auto const& topic : whole.topics) {
        if (whole.of(topic.id).empty()) csv.row({topic.number, topic.title});
        for (auto const& activity : whole.of(topic.id)) csv.row(csv_row(visit, whole, topic, activity));
    }
    auto answer = web::Response::file(std::move(csv).take(), "text/csv; charset=utf-8", file_name(whole, "csv"));
    answer.caching = web::Caching::page_cache;
    return answer;
}

}  // namespace lenkwerk::measures
