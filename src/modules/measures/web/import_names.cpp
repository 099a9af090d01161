#include "modules/measures/web/import_names.hpp"

#include "base/text.hpp"
#include "modules/measures/store/whole.hpp"
#include "modules/measures/web/pages.hpp"
#include "modules/measures/web/whole_plan.hpp"
#include "modules/people/people.hpp"
#include "modules/places/places.hpp"

namespace lenkwerk::measures {
namespace {

constexpr std::array kColumns{"number", "topic", "title", "kind", "responsible", "collaborators", "districts",
                              "goals",  "phase", "start", "end",  "audience",    "description"};

bool is_needed(std::string_view column) { return column == "topic" || column == "title" || column == "responsible"; }

template <class Value> void know(std::map<std::string, Value>& names, std::string const& name, Value value) {
    if (!name.empty()) names.emplace(text::lower(text::squeeze(name)), value);
}

documents::CellValue cell_of(std::optional<Day> day) {
    return day ? documents::CellValue{*day} : documents::CellValue{};
}

std::vector<std::string> words(web::Visit& visit, std::string const& prefix, std::vector<std::string> const& values) {
    std::vector<std::string> names;
    for (auto const& value : values) names.push_back(visit.text(prefix + value));
    return names;
}

std::vector<documents::SheetColumn> sheet_columns(web::Visit& visit, WholePlan const& whole) {
    std::vector<documents::SheetColumn> columns;
    for (auto const* key : kColumns) columns.push_back({visit.text(std::string("measures.sheet.") + key), 24});
    for (auto const& topic : whole.topics) columns[1].allowed.push_back(topic.number + " " + topic.title);
    columns[2].width = 50;
    columns[3].allowed = words(visit, "measures.kind.", {"measure", "ongoing"});
    for (auto const& organisation : people::organisations(visit.reader()))
        if (organisation.is_open) columns[4].allowed.push_back(organisation.name);
    columns[8].allowed = words(visit, "measures.phase.", {"idea", "planned", "running"});
    columns[11].allowed = words(visit, "measures.audience.", {"public", "administration", "body"});
    columns[12].width = 60;
    return columns;
}

}  // namespace

std::vector<documents::TableColumn> activity_columns(web::Visit& visit) {
    std::vector<documents::TableColumn> columns;
    for (auto const* key : kColumns) columns.push_back(sheet_column(visit, key, is_needed(key)));
    return columns;
}

KnownNames known_names(web::Visit& visit, plan::PlanId plan) {
    KnownNames names;
    for (auto const& topic : plan::outline(visit.reader(), visit.viewer(), plan)) {
        know(names.topics, topic.number, topic.id);
        know(names.topics, topic.number + " " + topic.title, topic.id);
        know(names.topics, topic.title, topic.id);
    }
    for (auto const& organisation : people::organisations(visit.reader())) {
        know(names.organisations, organisation.name, organisation.id);
        know(names.organisations, organisation.short_name, organisation.id);
    }
    for (auto const& district : places::districts(visit.reader())) know(names.districts, district.name, district.id);
    for (auto const& goal : plan::goals(visit.reader(), visit.viewer(), plan)) know(names.goals, goal.title, goal.id);
    for (auto& activity : store::activities_of_plan(visit.reader(), reading_of(visit), plan))
        names.activities.emplace(activity.id, std::move(activity.facts));
    return names;
}

BeforeAndNow before_and_now(web::Visit& visit, ActivityRow const& row) {
    auto const known = row.known ? store::find_activity(visit.reader(), reading_of(visit), *row.known) : std::nullopt;
    return {known ? said_of(visit, known->facts) : Said{}, said_of(visit, row.draft)};
}

// The table that comes back: what is there, with lists to choose from; new activities go below.
web::Response download_import_template(web::Visit& visit) {
    auto const plan = plan::current_plan(visit.reader(), visit.viewer());
    if (!plan) throw web::NotFound{};
    auto const whole = whole_plan_of(visit, plan->id);
    documents::Workbook book(plan->title, "Lenkwerk");
    book.sheet(visit.text("measures.list.title"), sheet_columns(visit, whole));
    for (auto const& topic : whole.topics)
        for (auto const& activity : whole.of(topic.id)) {
            auto const& facts = activity.facts;
            book.row({activity.id.value, topic.number + " " + topic.title, facts.title,
                      visit.text(fmt::format("measures.kind.{}", word(facts.kind))), whole.name(facts.responsible),
                      whole.names(facts.collaborators), whole.names(facts.districts), whole.names(facts.goals),
                      visit.text(fmt::format("measures.phase.{}", word(facts.phase))), cell_of(facts.planned_start),
                      cell_of(facts.planned_end),
                      visit.text(fmt::format("measures.audience.{}", word(facts.audience.visibility()))),
                      facts.description});
        }
    return web::Response::file(std::move(book).take(), documents::kXlsxType, "taetigkeiten.xlsx");
}

}  // namespace lenkwerk::measures
