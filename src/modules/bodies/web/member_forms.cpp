// The office's forms for a seat: who stands for which part of the town, from when until when, and who gets the mails.
#include "modules/bodies/commands/bodies.hpp"
#include "modules/bodies/web/common.hpp"

namespace lenkwerk::bodies {
namespace {

MemberDraft draft_of(web::Visit& visit) {
    auto const& sent = visit.form();
    auto const first = Day::parse(sent.text("first")).value_or(visit.today());
    return {sent.text("name"),
            sent.raw("function"),
            sent.raw("sector"),
            sent.all("perspectives"),
            sent.text("organisation"),
            sent.text("deputy"),
            {first, Day::parse(sent.text("last"))}};
}

void fields(ui::OpenForm const& open, web::Visit& visit, bool is_new, html::Url const& back) {
    ui::text_field(
        open,
        {{.name = "name", .label = visit.text("bodies.members.seat"), .hint = visit.text("bodies.field.seat_hint")},
         ui::TextKind::text,
         120});
    ui::select(open, {{.name = "function", .label = visit.text("bodies.members.function")},
                      choices_of(visit, "function", kFunctions)});
    ui::select(open, {{.name = "sector", .label = visit.text("bodies.members.sector")},
                      choices_of(visit, "sector", kSectors)});
    ui::choices(open, {{.name = "perspectives",
                        .label = visit.text("bodies.composition.perspectives"),
                        .hint = visit.text("bodies.field.perspectives_hint"),
                        .need = ui::Need::optional},
                       choices_of(visit, "perspective", kPerspectives),
                       ui::Many::several});
    ui::text_field(
        open, {{.name = "organisation", .label = visit.text("bodies.field.organisation"), .need = ui::Need::optional},
               ui::TextKind::text,
               120});
    ui::text_field(open, {{.name = "deputy", .label = visit.text("bodies.members.deputy"), .need = ui::Need::optional},
                          ui::TextKind::text,
                          120});
    ui::day_field(open, {{.name = "first", .label = visit.text("bodies.field.first_day")}});
    ui::day_field(open, {{.name = "last", .label = visit.text("bodies.field.last_day"), .need = ui::Need::optional}});
    if (is_new)
        ui::text_field(open, {{.name = "email",
                               .label = visit.text("bodies.field.email"),
                               .hint = visit.text("bodies.field.email_hint"),
                               .need = ui::Need::optional},
                              ui::TextKind::email,
                              254});
    ui::submit_row(open, {.label = visit.text("bodies.member.save"), .cancel = back});
}

web::Response show_form(web::Visit& visit, store::Body const& body, web::Form form,
                        std::optional<store::Member> const& known) {
    auto const back = body_address(body.id);
    form.preset("function", known ? known->facts.function : "member");
    form.preset("first", (known ? known->facts.term.first : visit.today()).iso());
    if (known) {
        auto const& facts = known->facts;
        form.preset("name", facts.name)
            .preset("sector", facts.sector)
            .preset("organisation", facts.organisation)
            .preset("deputy", facts.deputy);
        for (auto const& perspective : facts.perspectives) form.preset("perspectives", perspective);
        if (facts.term.last) form.preset("last", facts.term.last->iso());
    }
    auto const action = known ? body_address(body.id, fmt::format("/mitglieder/{}", known->id.value))
                              : body_address(body.id, "/mitglieder");
    FormPage page{visit.text(known ? "bodies.member.edit" : "bodies.member.new"), above(visit, body), action, back};
    if (known) page.version = known->version;
    return form_page(visit, page, form, [&](ui::OpenForm const& open) { fields(open, visit, !known, back); });
}

store::Member member_at(web::Visit& visit, BodyId body) {
    auto const member = store::find_member(visit.reader(), visit.id<MembershipId>("member"));
    if (!member || member->body != body) throw web::NotFound{};
    return *member;
}

}  // namespace

web::Response show_new_member(web::Visit& visit) { return show_form(visit, body_at(visit), {}, std::nullopt); }

web::Response add_member_page(web::Visit& visit) {
    auto const body = body_at(visit);
    NewMember const member{body.id, draft_of(visit)};
    auto const email = visit.form().text("email");
    auto answer = visit.submit([&](auto& tx) { return seat_member(tx, member, email); },
                               [&](MembershipId) { return text_of(body_address(body.id)); });
    if (!answer) return show_form(visit, body, web::Form(visit.form(), answer.problems()), std::nullopt);
    return web::announce(*answer, visit.request(), "bodies.member.added");
}

web::Response show_edit_member(web::Visit& visit) {
    auto const body = body_at(visit);
    return show_form(visit, body, {}, member_at(visit, body.id));
}

web::Response save_member(web::Visit& visit) {
    auto const body = body_at(visit);
    auto const member = member_at(visit, body.id);
    auto const draft = draft_of(visit);
    auto const version = web::version_of(visit.form());
    auto answer = visit.submit([&](auto& tx) { return edit_member(tx, member.id, draft, version); },
                               [&](Done) { return text_of(body_address(body.id)); });
    if (!answer) return show_form(visit, body, web::Form(visit.form(), answer.problems()), member);
    return web::announce(*answer, visit.request(), "bodies.member.saved");
}

}  // namespace lenkwerk::bodies
