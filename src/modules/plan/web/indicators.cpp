#include "modules/plan/web/indicators.hpp"

#include "modules/plan/commands/goals.hpp"
#include "modules/plan/commands/topics.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace lenkwerk::plan {
namespace {

html::Url indicator_address(IndicatorId id, std::string_view rest) {
    return html::Url::checked(fmt::format("/kennzahlen/{}{}", id.value, rest));
}

// A number that was typed but is none is not "no number": the rule refuses it at its field.
std::optional<double> typed_number(web::Fields const& form, std::string_view name) {
    auto const typed = form.maybe_text(name);
    if (!typed) return std::nullopt;
    return decimal(*typed).value_or(std::nan(""));
}

void show_values(html::Writer& w, web::Visit& visit, store::Indicator const& indicator,
                 std::vector<store::RecordedValue> const& values) {
    if (values.empty()) return;
    ui::Table table(w, {visit.text("plan.indicator.values"),
                        {{visit.text("plan.field_name.day")},
                         {visit.text("plan.field_name.value"), ui::Align::number},
                         {visit.text("plan.field_name.note")}}});
    for (auto const& value : values)
        table.row([&](ui::Row& row) {
            row.text(visit.locale().day(value.measurement.day));
            row.text(measured(visit, value.measurement.value) + " " + indicator.facts.unit);
            row.text(value.note);
        });
    table.end();
}

void show_value_form(html::Writer& w, web::Visit& visit, store::Indicator const& indicator, web::Form form) {
    form.preset("day", visit.today().iso());
    w.put(R"(<details class="lw-no-print"><summary>{}</summary>)", visit.text("plan.indicator.record"));
    ui::form(w, visit, form,
             {.action = indicator_address(indicator.id, "/werte"),
              .id_prefix = fmt::format("i{}-", indicator.id.value),
              .label = indicator.facts.title},
             [&](ui::OpenForm const& open) {
                 ui::day_field(
                     open, {{.name = "day", .label = visit.text("plan.field_name.day")}, std::nullopt, visit.today()});
                 ui::text_field(open, {{.name = "value", .label = visit.text("plan.field_name.value")},
                                       ui::TextKind::decimal,
                                       20,
                                       {},
                                       indicator.facts.unit});
                 ui::text_field(
                     open, {{.name = "note", .label = visit.text("plan.field_name.note"), .need = ui::Need::optional},
                            ui::TextKind::text,
                            300});
                 ui::submit_row(open, {.label = visit.text("plan.indicator.record")});
             });
    w.put("</details>");
}

}  // namespace

std::optional<double> decimal(std::string typed) {
    std::replace(typed.begin(), typed.end(), ',', '.');
    double value = 0;
    auto const read = std::from_chars(typed.data(), typed.data() + typed.size(), value);
    return read.ec == std::errc{} && read.ptr == typed.data() + typed.size() ? std::optional{value} : std::nullopt;
}

std::string measured(web::Visit& visit, double value) {
    int digits = 0;
    for (double scaled = value; digits < 3 && std::abs(scaled - std::round(scaled)) > 1e-9; scaled *= 10) ++digits;
    return visit.locale().real(value, digits);
}

IndicatorDraft indicator_of(web::Fields const& form) {
    auto const months = decimal(form.text("every_months")).value_or(0);
    return {form.text("title"),
            form.text("unit"),
            form.text("source"),
            typed_number(form, "baseline"),
            Day::parse(form.text("baseline_day")),
            typed_number(form, "target"),
            Day::parse(form.text("target_day")),
            static_cast<int>(months)};
}

void indicator_fields(ui::OpenForm const& open, web::Visit& visit) {
    ui::text_field(open,
                   {{.name = "title", .label = visit.text("plan.field_name.indicator")}, ui::TextKind::text, 200});
    for (auto const* name : {"unit", "source"})
        ui::text_field(
            open,
            {{.name = name, .label = visit.text(std::string("plan.field_name.") + name), .need = ui::Need::optional},
             ui::TextKind::text,
             200});
    for (auto const* name : {"baseline", "target"}) {
        ui::text_field(
            open,
            {{.name = name, .label = visit.text(std::string("plan.field_name.") + name), .need = ui::Need::optional},
             ui::TextKind::decimal,
             20});
        ui::day_field(open, {{.name = std::string(name) + "_day",
                              .label = visit.text(std::string("plan.field_name.") + name + "_day"),
                              .need = ui::Need::optional}});
    }
    ui::text_field(
        open, {{.name = "every_months", .label = visit.text("plan.field_name.every_months")}, ui::TextKind::number, 3});
}

void show_indicator(html::Writer& w, web::Visit& visit, store::Indicator const& indicator) {
    auto const& facts = indicator.facts;
    auto const values = store::values_of(visit.reader(), indicator.id);
    std::vector<Measurement> measurements;
    for (auto const& value : values) measurements.push_back(value.measurement);
    w.put("<section><h3>{}</h3>", facts.title);
    ui::DescriptionList list(w);
    list.fact(visit.text("plan.field_name.source"), facts.source);
    auto const with_day = [&](std::optional<double> value, std::optional<Day> day) {
        if (!value || !day) return std::string{};
        auto const text = measured(visit, *value) + " " + facts.unit;
        return visit.text("plan.indicator.on_day", {{"value", text}, {"day", visit.locale().day(*day)}});
    };
    list.fact(visit.text("plan.field_name.baseline"), with_day(facts.baseline, facts.baseline_day));
    list.fact(visit.text("plan.field_name.target"), with_day(facts.target, facts.target_day));
    if (auto const share = progress(facts, measurements))
        list.fact(visit.text("plan.indicator.progress"), visit.locale().percent(*share));
    if (auto const due = next_due(facts, measurements))
        list.fact(visit.text("plan.indicator.next"), visit.locale().day(*due));
    list.end();
    show_values(w, visit, indicator, values);
    if (visit.actor().may(kRecordValue)) show_value_form(w, visit, indicator, {});
    if (visit.actor().may(kEdit))
        ui::actions(w, {{visit.text("plan.indicator.edit"), indicator_address(indicator.id, "/bearbeiten"), "edit"}});
    w.put("</section>");
}

}  // namespace lenkwerk::plan
