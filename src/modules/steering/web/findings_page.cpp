// The three perspectives: what stands noted for each field, and the form to note more.
#include "modules/plan/plan.hpp"
#include "modules/steering/commands/findings.hpp"
#include "modules/steering/rules/overview.hpp"
#include "modules/steering/store/findings.hpp"
#include "modules/steering/web/pages.hpp"

namespace lenkwerk::steering {
namespace {

constexpr std::string_view kFindings = "/perspektiven";

std::string perspective_name(web::Visit& visit, std::string_view perspective) {
    return visit.text(fmt::format("bodies.perspective.{}", perspective));
}

std::vector<plan::TopicLine> fields_of(web::Visit& visit) {
    auto const plan = plan::current_plan(visit.reader(), visit.viewer());
    if (!plan) return {};
    auto lines = plan::outline(visit.reader(), visit.viewer(), plan->id);
    std::erase_if(lines, [](plan::TopicLine const& line) { return line.depth != 0; });
    return lines;
}

void show_list(html::Writer& w, web::Visit& visit, std::vector<plan::TopicLine> const& fields) {
    auto const known = store::findings(visit.reader(), visit.viewer());
    ui::Table table(w, {visit.text("steering.findings.title"),
                        {{visit.text("steering.finding.text")},
                         {visit.text("steering.finding.field")},
                         {visit.text("steering.finding.perspective")},
                         {visit.text("steering.finding.source")},
                         {visit.text("steering.finding.act")}},
                        true});
    for (auto const& finding : known) {
        auto const field = std::ranges::find(fields, finding.facts.field, &plan::TopicLine::id);
        if (field == fields.end()) continue;
        table.row([&](ui::Row& row) {
            row.text(finding.facts.text);
            row.text(field->title);
            row.text(perspective_name(visit, finding.facts.perspective));
            row.text(visit.text("steering.finding.origin",
                                {{"source", finding.facts.source}, {"day", visit.locale().day(finding.day)}}));
            if (!visit.actor().may(kManage)) return row.empty();
            row.cell([&](html::Writer& cell) {
                ui::button_form(cell, visit,
                                {.label = visit.text("steering.finding.withdraw"),
                                 .action = html::Url::checked(fmt::format("{}/{}/ende", kFindings, finding.id.value)),
                                 .more_for_screen_readers = finding.facts.text});
            });
        });
    }
    table.end();
}

void show_form(html::Writer& w, web::Visit& visit, web::Form const& form, std::vector<plan::TopicLine> const& fields) {
    std::vector<ui::Choice> field_choices, perspectives;
    for (auto const& field : fields)
        field_choices.push_back({std::to_string(field.id.value), fmt::format("{} {}", field.number, field.title)});
    for (auto const perspective : kPerspectives)
        perspectives.push_back({std::string(perspective), perspective_name(visit, perspective)});
    w.put("<h2>{}</h2>", visit.text("steering.finding.new"));
    ui::form(w, visit, form, {.action = html::Url{"/perspektiven"}}, [&](ui::OpenForm const& open) {
        ui::select(open, {{.name = "field", .label = visit.text("steering.finding.field")}, field_choices});
        ui::choices(open, {{.name = "perspective", .label = visit.text("steering.finding.perspective")}, perspectives});
        ui::text_area(open, {{.name = "text", .label = visit.text("steering.finding.text")}, 4, 1000});
        ui::text_field(open, {{.name = "source",
                               .label = visit.text("steering.finding.source"),
                               .hint = visit.text("steering.finding.source_hint")},
                              ui::TextKind::text,
                              300});
        if (visit.actor().may(kManage))
            ui::checkbox(
                open, {.name = "public", .label = visit.text("steering.finding.public"), .need = ui::Need::optional});
        ui::submit_row(open, {.label = visit.text("steering.finding.save")});
    });
}

web::Response show(web::Visit& visit, web::Form const& form, int status) {
    auto const title = visit.text("steering.findings.title");
    auto const fields = fields_of(visit);
    return web::page(visit, {.title = title, .current = std::string(kFindings), .status = status, .indexed = false},
                     [&](html::Writer& w) {
                         ui::heading(w, {.title = title, .lead = visit.text("steering.findings.lead")});
                         if (fields.empty()) return ui::empty_state(w, {visit.text("steering.findings.no_plan")});
                         show_list(w, visit, fields);
                         show_form(w, visit, form, fields);
                     });
}

std::int64_t number_of(std::string const& text) {
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : 0;
}

}  // namespace

web::Response show_findings(web::Visit& visit) { return show(visit, {}, 200); }

web::Response note_finding_page(web::Visit& visit) {
    auto const& sent = visit.form();
    FindingDraft const draft{{number_of(sent.raw("field"))},
                             sent.raw("perspective"),
                             sent.text("text"),
                             sent.text("source"),
                             sent.raw("public") == "1" ? Audience::everyone() : Audience::administration()};
    auto answer = visit.submit([&](auto& tx) { return note_finding(tx, draft, visit.today()); },
                               [](FindingId) { return std::string(kFindings); });
    if (!answer) return show(visit, web::Form(sent, answer.problems()), 422);
    return web::announce(*answer, visit.request(), "steering.finding.noted");
}

web::Response withdraw_finding_page(web::Visit& visit) {
    auto const id = visit.id<FindingId>("id");
    auto answer =
        visit.submit([&](auto& tx) { return withdraw_finding(tx, id); }, [](Done) { return std::string(kFindings); });
    if (!answer) throw web::NotFound{};
    return web::announce(*answer, visit.request(), "steering.finding.withdrawn");
}

}  // namespace lenkwerk::steering
