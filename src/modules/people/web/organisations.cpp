// Organisations: the public list, the page of each with what other modules show there, and the office's forms.
#include "modules/people/commands/organisations.hpp"
#include "modules/people/store/organisations.hpp"
#include "modules/people/web/pages.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"
#include "platform/web/panels.hpp"

namespace lenkwerk::people {
namespace {

html::Url address_of(OrganisationId id, std::string_view rest = "") {
    return html::Url::checked(fmt::format("/organisationen/{}{}", id.value, rest));
}

store::Organisation found(web::Visit& visit) {
    auto const organisation = store::find_organisation(visit.reader(), visit.id<OrganisationId>("id"));
    if (!organisation) throw web::NotFound{};
    return *organisation;
}

std::string kind_name(web::Visit& visit, std::string_view kind) {
    return visit.text(fmt::format("people.organisation.kind.{}", kind));
}

OrganisationDraft draft_of(web::Fields const& form) {
    return {form.text("name"), form.text("short_name"), form.text("kind"), form.text("email")};
}

void fields(ui::OpenForm const& open, web::Visit& visit, html::Url const& back) {
    std::vector<ui::Choice> kinds;
    for (auto const kind : kOrganisationKinds) kinds.push_back({std::string(kind), kind_name(visit, kind)});
    ui::text_field(open,
                   {{.name = "name", .label = visit.text("people.field.organisation_name")}, ui::TextKind::text, 200});
    ui::text_field(open, {{.name = "short_name",
                           .label = visit.text("people.field.short_name"),
                           .hint = visit.text("people.field.short_name_hint"),
                           .need = ui::Need::optional},
                          ui::TextKind::text,
                          30});
    ui::select(open, {{.name = "kind", .label = visit.text("people.field.kind")}, kinds});
    ui::text_field(open, {{.name = "email",
                           .label = visit.text("people.field.office_email"),
                           .hint = visit.text("people.field.office_email_hint"),
                           .need = ui::Need::optional},
                          ui::TextKind::email,
                          254});
    ui::submit_row(open, {.label = visit.text("people.organisation.save"), .cancel = back});
}

web::Response show_form(web::Visit& visit, web::Form form, std::optional<store::Organisation> const& known,
                        int status) {
    auto const title = visit.text(known ? "people.organisation.edit" : "people.organisation.new");
    auto const back = known ? address_of(known->id) : html::Url{"/organisationen"};
    if (known) {
        auto const& facts = known->facts;
        form.preset("name", facts.name)
            .preset("short_name", facts.short_name)
            .preset("kind", facts.kind)
            .preset("email", facts.email);
    }
    std::vector<web::Crumb> const above{{visit.text("people.organisations.title"), html::Url{"/organisationen"}}};
    return web::page(
        visit, {.title = title, .breadcrumbs = above, .width = web::Width::reading, .status = status, .indexed = false},
        [&](html::Writer& w) {
            ui::heading(w, {.title = title});
            ui::FormFrame frame{.action = back};
            if (known) frame.version = known->version;
            ui::form(w, visit, form, frame, [&](ui::OpenForm const& open) { fields(open, visit, back); });
        });
}

void show_table(html::Writer& w, web::Visit& visit, std::vector<store::Organisation> const& organisations) {
    ui::Table table(w, {visit.text("people.organisations.title"),
                        {{visit.text("people.field.organisation_name")},
                         {visit.text("people.field.short_name")},
                         {visit.text("people.field.kind")}},
                        true});
    for (auto const& organisation : organisations)
        table.row([&](ui::Row& row) {
            row.link(organisation.facts.name, address_of(organisation.id));
            if (organisation.facts.short_name.empty())
                row.empty();
            else
                row.text(organisation.facts.short_name);
            row.text(organisation.closed_at ? visit.text("people.organisation.closed")
                                            : kind_name(visit, organisation.facts.kind));
        });
    table.end();
}

}  // namespace

web::Response list_organisations_page(web::Visit& visit) {
    auto const title = visit.text("people.organisations.title");
    auto const organisations = store::list_organisations(visit.reader());
    bool const manages = visit.actor().may(kManageOrganisations);
    auto answer = web::page(
        visit, {.title = title, .current = "/organisationen", .description = visit.text("people.organisations.lead")},
        [&](html::Writer& w) {
            std::vector<ui::Action> actions;
            if (manages)
                actions.push_back({visit.text("people.organisation.new"), html::Url{"/organisationen/neu"}, "add"});
            ui::heading(w, {.title = title, .lead = visit.text("people.organisations.lead"), .actions = actions});
            if (organisations.empty())
                return ui::empty_state(
                    w, {visit.text("people.organisations.empty"), visit.text("people.organisations.empty_text")});
            show_table(w, visit, organisations);
        });
    answer.caching = web::Caching::page_cache;
    return answer;
}

web::Response show_organisation(web::Visit& visit) {
    auto const organisation = found(visit);
    auto const& facts = organisation.facts;
    std::vector<web::Crumb> const above{{visit.text("people.organisations.title"), html::Url{"/organisationen"}}};
    auto answer = web::page(
        visit, {.title = facts.name, .current = "/organisationen", .breadcrumbs = above}, [&](html::Writer& w) {
            std::vector<ui::Action> actions;
            if (visit.actor().may(kManageOrganisations))
                actions.push_back(
                    {visit.text("people.organisation.edit"), address_of(organisation.id, "/bearbeiten"), "edit"});
            ui::heading(w, {.title = facts.name, .above = kind_name(visit, facts.kind), .actions = actions});
            if (organisation.closed_at)
                ui::notice(w, {.title = visit.text(
                                   "people.organisation.closed_since",
                                   {{"day", visit.locale().day(visit.locale().day_of(*organisation.closed_at))}})});
            web::show_panels(visit, "people.organisation", {"organisation", organisation.id.value}, w);
        });
    answer.caching = web::Caching::page_cache;
    return answer;
}

web::Response show_new_organisation(web::Visit& visit) { return show_form(visit, {}, std::nullopt, 200); }

web::Response add_organisation_page(web::Visit& visit) {
    auto const draft = draft_of(visit.form());
    auto answer = visit.submit([&](auto& tx) { return add_organisation(tx, draft); },
                               [](OrganisationId id) { return fmt::format("/organisationen/{}", id.value); });
    if (!answer) return show_form(visit, web::Form(visit.form(), answer.problems()), std::nullopt, 422);
    return web::announce(*answer, visit.request(), "people.organisation.added");
}

web::Response show_edit_organisation(web::Visit& visit) { return show_form(visit, {}, found(visit), 200); }

web::Response save_organisation(web::Visit& visit) {
    auto const organisation = found(visit);
    OrganisationEdit const edit{organisation.id, draft_of(visit.form()), web::version_of(visit.form())};
    auto answer = visit.submit([&](auto& tx) { return edit_organisation(tx, edit); },
                               [&](Done) { return fmt::format("/organisationen/{}", edit.id.value); });
    if (!answer) return show_form(visit, web::Form(visit.form(), answer.problems()), organisation, 422);
    return web::announce(*answer, visit.request(), "people.organisation.saved");
}

web::Response close_organisation_page(web::Visit& visit) {
    auto const id = found(visit).id;
    auto answer = visit.submit([&](auto& tx) { return close_organisation(tx, id); },
                               [&](Done) { return fmt::format("/organisationen/{}", id.value); });
    if (!answer) throw web::Forbidden{};
    return web::announce(*answer, visit.request(), "people.organisation.is_closed");
}

}  // namespace lenkwerk::people
