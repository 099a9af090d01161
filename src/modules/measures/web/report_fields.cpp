#include "modules/measures/web/report_fields.hpp"

#include "modules/measures/web/visibility.hpp"

namespace lenkwerk::measures {

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

StatusInput report_of(web::Visit& visit, ActivityId activity) {
    auto const& form = visit.form();
    auto const audience = visibility_of(form.text("audience")).value_or(Visibility::administration);
    auto const phase = phase_of(form.text("phase")).value_or(Phase::running);
    auto const day = std::min(Day::parse(form.text("day")).value_or(visit.today()), visit.today());
    return {activity, {phase, form.text("text"), form.text("evidence"), Audience::stored(word(audience))}, day};
}

}  // namespace lenkwerk::measures
