// The office's forms for a body: what it is called, whom it should have, where its results go.
#include "modules/bodies/commands/bodies.hpp"
#include "modules/bodies/web/common.hpp"

namespace lenkwerk::bodies {
namespace {

BodyDraft draft_of(web::Fields const& sent) {
    BodyDraft draft{sent.text("name"),
                    sent.raw("kind"),
                    std::nullopt,
                    sent.all("wanted_sectors"),
                    sent.all("wanted_perspectives"),
                    number_of(sent, "quorum_percent", -1)};
    if (auto const above = id_of(sent, "reports_to")) draft.reports_to = BodyId{above};
    return draft;
}

std::vector<ui::Choice> bodies_to_report_to(web::Visit& visit, std::optional<BodyId> own) {
    std::vector<ui::Choice> choices;
    for (auto const& body : store::list_bodies(visit.reader()))
        if (!body.closed_at && body.id != own) choices.push_back({std::to_string(body.id.value), body.facts.name});
    return choices;
}

void fields(ui::OpenForm const& open, web::Visit& visit, std::optional<BodyId> own, html::Url const& back) {
    ui::text_field(open, {{.name = "name", .label = visit.text("bodies.field.name")}, ui::TextKind::text, 200});
    ui::select(open,
               {{.name = "kind", .label = visit.text("bodies.field.kind")}, choices_of(visit, "kind", kBodyKinds)});
    ui::select(open, {{.name = "reports_to",
                       .label = visit.text("bodies.field.reports_to"),
                       .hint = visit.text("bodies.field.reports_to_hint"),
                       .need = ui::Need::optional},
                      bodies_to_report_to(visit, own),
                      visit.text("bodies.field.reports_to_nobody")});
    ui::choices(open, {{.name = "wanted_sectors",
                        .label = visit.text("bodies.field.wanted_sectors"),
                        .hint = visit.text("bodies.field.wanted_hint"),
                        .need = ui::Need::optional},
                       choices_of(visit, "sector", kSectors),
                       ui::Many::several});
    ui::choices(open, {{.name = "wanted_perspectives",
                        .label = visit.text("bodies.field.wanted_perspectives"),
                        .need = ui::Need::optional},
                       choices_of(visit, "perspective", kPerspectives),
                       ui::Many::several});
    ui::text_field(open, {{.name = "quorum_percent",
                           .label = visit.text("bodies.field.quorum"),
                           .hint = visit.text("bodies.field.quorum_hint")},
                          ui::TextKind::number,
                          2,
                          "",
                          "%"});
    ui::submit_row(open, {.label = visit.text("bodies.body.save"), .cancel = back});
}

web::Response show_form(web::Visit& visit, web::Form form, std::optional<store::Body> const& known) {
    auto const back = known ? body_address(known->id) : html::Url{"/gremien"};
    form.preset("quorum_percent", std::to_string(known ? known->facts.quorum_percent : 50));
    if (known) {
        auto const& facts = known->facts;
        form.preset("name", facts.name).preset("kind", facts.kind);
        if (facts.reports_to) form.preset("reports_to", std::to_string(facts.reports_to->value));
        for (auto const& sector : facts.wanted_sectors) form.preset("wanted_sectors", sector);
        for (auto const& perspective : facts.wanted_perspectives) form.preset("wanted_perspectives", perspective);
    }
    FormPage page{visit.text(known ? "bodies.body.edit" : "bodies.body.new"),
                  known ? above(visit, *known) : above_body(visit), back, back};
    if (known) page.version = known->version;
    auto const own = known ? std::optional{known->id} : std::nullopt;
    return form_page(visit, page, form, [&](ui::OpenForm const& open) { fields(open, visit, own, back); });
}

}  // namespace

web::Response show_new_body(web::Visit& visit) { return show_form(visit, {}, std::nullopt); }

web::Response add_body_page(web::Visit& visit) {
    auto const draft = draft_of(visit.form());
    auto answer = visit.submit([&](auto& tx) { return add_body(tx, draft); },
                               [](BodyId id) { return text_of(body_address(id)); });
    if (!answer) return show_form(visit, web::Form(visit.form(), answer.problems()), std::nullopt);
    return web::announce(*answer, visit.request(), "bodies.body.added");
}

web::Response show_edit_body(web::Visit& visit) { return show_form(visit, {}, body_at(visit)); }

web::Response save_body(web::Visit& visit) {
    auto const body = body_at(visit);
    auto const draft = draft_of(visit.form());
    auto const version = web::version_of(visit.form());
    auto answer = visit.submit([&](auto& tx) { return edit_body(tx, body.id, draft, version); },
                               [&](Done) { return text_of(body_address(body.id)); });
    if (!answer) return show_form(visit, web::Form(visit.form(), answer.problems()), body);
    return web::announce(*answer, visit.request(), "bodies.body.saved");
}

web::Response close_body_page(web::Visit& visit) {
    auto const id = body_at(visit).id;
    auto answer =
        visit.submit([&](auto& tx) { return close_body(tx, id); }, [&](Done) { return text_of(body_address(id)); });
    if (!answer) throw web::Forbidden{};
    return web::announce(*answer, visit.request(), "bodies.body.is_closed");
}

}  // namespace lenkwerk::bodies
