#include "modules/measures/web/report_fields.hpp"

#include "modules/measures/rules/refusals.hpp"
#include "modules/measures/web/visibility.hpp"

namespace lenkwerk::measures {

namespace {

// A word that was sent, read by `parse`; refused where it means nothing.
template <class Parse, class Refuse>
auto read(web::Fields const& fields, std::string const& name, Parse parse, Refuse refused, Problems& problems) {
    auto const typed = fields.text(name);
    auto const found = typed.empty() ? decltype(parse(typed)){} : parse(typed);
    if (typed.empty() || found) return found;
    problems.push_back(refused(typed).front());
    problems.back().field = name;
    return found;
}

}  // namespace

void report_fields(ui::OpenForm const& open, web::Visit& visit, Kind kind) {
    std::vector<ui::Choice> phases;
    for (auto const phase : kPhases)
        if (kind == Kind::measure || phase != Phase::done)
            phases.push_back({std::string(word(phase)), visit.text(fmt::format("measures.phase.{}", word(phase)))});
    ui::text_area(
        open,
        {{.name = "text", .label = visit.text("measures.report.text"), .hint = visit.text("measures.report.text_hint")},
         4,
         5000});
    ui::choices(open, {{.name = "phase", .label = visit.text("measures.column.phase")}, phases});
    ui::text_field(open, {{.name = "evidence",
                           .label = visit.text("measures.report.evidence_field"),
                           .hint = visit.text("measures.report.evidence_hint"),
                           .need = ui::Need::optional},
                          ui::TextKind::text,
                          1000});
    ui::day_field(open, {{.name = "day", .label = visit.text("measures.report.day")}, std::nullopt, visit.today()});
    ui::choices(open, {{.name = "audience", .label = visit.text("measures.field.audience")}, audience_choices(visit)});
}

Outcome<ReportDraft> report_draft_of(web::Fields const& fields, std::string const& prefix, Phase phase) {
    Problems problems;
    auto const said = read(fields, prefix + "phase", phase_of, phase_unknown, problems);
    auto const audience = read(fields, prefix + "audience", visibility_of, report_audience_unknown, problems);
    if (!problems.empty()) return problems;
    return ReportDraft{said.value_or(phase), fields.text(prefix + "text"), fields.text(prefix + "evidence"),
                       audience ? Audience::stored(word(*audience)) : Audience::administration()};
}

Outcome<StatusInput> report_of(web::Visit& visit, store::Activity const& activity) {
    auto const& form = visit.form();
    auto draft = report_draft_of(form, "", activity.facts.phase);
    auto problems = draft ? Problems{} : draft.problems();
    auto const until_today = [&](std::string const& typed) {
        auto const day = Day::parse(typed);
        return day && *day <= visit.today() ? day : std::nullopt;
    };
    auto const day = read(form, "day", until_today, report_day_wrong, problems);
    if (!problems.empty()) return problems;
    return StatusInput{activity.id, *std::move(draft), day.value_or(visit.today())};
}

}  // namespace lenkwerk::measures
