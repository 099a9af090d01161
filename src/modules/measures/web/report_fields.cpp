#include "modules/measures/web/report_fields.hpp"

namespace lenkwerk::measures {

void report_fields(ui::OpenForm const& open, web::Visit& visit, Kind kind, std::string const& prefix) {
    std::vector<ui::Choice> phases, audiences;
    for (auto const phase : kPhases)
        if (kind == Kind::measure || phase != Phase::done)
            phases.push_back({std::string(word(phase)), visit.text(fmt::format("measures.phase.{}", word(phase)))});
    for (auto const* audience : {"public", "administration", "body"})
        audiences.push_back({audience, visit.text(std::string("measures.audience.") + audience)});
    bool const in_round = !prefix.empty();
    ui::text_area(open,
                  {{.name = prefix + "text",
                    .label = visit.text("measures.report.text"),
                    .hint = visit.text(in_round ? "measures.report.text_hint_round" : "measures.report.text_hint"),
                    .need = in_round ? ui::Need::optional : ui::Need::required},
                   3,
                   5000});
    ui::choices(open, {{.name = prefix + "phase", .label = visit.text("measures.column.phase")}, phases});
    ui::text_field(open, {{.name = prefix + "evidence",
                           .label = visit.text("measures.report.evidence_field"),
                           .hint = visit.text("measures.report.evidence_hint"),
                           .need = ui::Need::optional},
                          ui::TextKind::text,
                          1000});
    if (!in_round)
        ui::day_field(open, {{.name = "day", .label = visit.text("measures.report.day")}, std::nullopt, visit.today()});
    ui::choices(open, {{.name = prefix + "audience", .label = visit.text("measures.field.audience")}, audiences});
}

StatusInput report_of(web::Visit& visit, ActivityId activity, std::string const& prefix) {
    auto const& form = visit.form();
    auto const audience = visibility_of(form.text(prefix + "audience")).value_or(Visibility::administration);
    auto const phase = phase_of(form.text(prefix + "phase")).value_or(Phase::running);
    auto const day = std::min(Day::parse(form.text("day")).value_or(visit.today()), visit.today());
    return {activity,
            {phase, form.text(prefix + "text"), form.text(prefix + "evidence"), Audience::stored(word(audience))},
            day};
}

}  // namespace lenkwerk::measures
