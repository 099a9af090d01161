// The office's own pages, and the form to write them.
#include "modules/home/commands/pages.hpp"
#include "modules/home/store/pages.hpp"
#include "modules/home/web/pages.hpp"
#include "platform/documents/markdown.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"

namespace lenkwerk::home {
namespace {

// "impressum" of "/impressum" and of "/impressum/bearbeiten".
std::string address_of(web::Visit& visit) {
    auto const& path = visit.request().path;
    return path.substr(1, path.find('/', 1) - 1);
}

html::Url url_of(std::string const& address, std::string_view rest = "") {
    return html::Url::checked(fmt::format("/{}{}", address, rest));
}

// The page on privacy carries the table of tables where its author has put the mark, else at its end: nobody can leave it out.
void show_text(html::Writer& w, web::Visit& visit, std::string_view address, std::string_view text) {
    constexpr std::string_view kMark = "{{tables}}";
    if (address != "datenschutz") return w.put("{}", documents::markdown(text));
    auto const at = text.find(kMark);
    w.put("{}", documents::markdown(text.substr(0, at)));
    show_tables(w, visit);
    if (at != std::string_view::npos) w.put("{}", documents::markdown(text.substr(at + kMark.size())));
}

web::Response show_form(web::Visit& visit, web::Form form, int status) {
    auto const address = address_of(visit);
    auto const known = store::find_page(visit.reader(), address);
    if (known) form.preset("title", known->text.title).preset("text", known->text.text);
    auto const title = visit.text("home.page.edit");
    web::Frame const frame{.title = title, .width = web::Width::reading, .status = status, .indexed = false};
    return web::page(visit, frame, [&](html::Writer& w) {
        ui::heading(w, {.title = title, .above = known ? known->text.title : ""});
        ui::FormFrame const form_frame{.action = url_of(address), .version = known ? known->version : 0};
        ui::form(w, visit, form, form_frame, [&](ui::OpenForm const& open) {
            ui::text_field(open, {{.name = "title", .label = visit.text("home.page.title")}, ui::TextKind::text, 200});
            ui::text_area(
                open,
                {{.name = "text", .label = visit.text("home.page.text"), .need = ui::Need::optional}, 20, 100000});
            ui::submit_row(open, {.label = visit.text("home.page.save"), .cancel = url_of(address)});
        });
    });
}

}  // namespace

web::Response show_content_page(web::Visit& visit) {
    auto const address = address_of(visit);
    auto const stored = store::find_page(visit.reader(), address);
    auto const title = stored ? stored->text.title : visit.text("home.page.not_yet");
    auto page = web::page(visit, {.title = title, .width = web::Width::reading}, [&](html::Writer& w) {
        std::vector<ui::Action> actions;
        if (visit.actor().may(kEditPages))
            actions.push_back({visit.text("home.page.edit"), url_of(address, "/bearbeiten"), "edit"});
        ui::heading(w, {.title = title, .actions = actions});
        if (stored)
            show_text(w, visit, address, stored->text.text);
        else
            ui::empty_state(w, {visit.text("home.page.not_yet"), visit.text("home.page.not_yet_text")});
    });
    page.caching = web::Caching::page_cache;
    return page;
}

web::Response show_edit_content_page(web::Visit& visit) { return show_form(visit, {}, 200); }

web::Response save_content_page(web::Visit& visit) {
    auto const address = address_of(visit);
    PageText const text{visit.form().text("title"), visit.form().text("text")};
    auto answer = visit.submit([&](auto& tx) { return save_page(tx, address, text, web::version_of(visit.form())); },
                               [&](Done) { return "/" + address; });
    if (!answer) return show_form(visit, web::Form(visit.form(), answer.problems()), web::status_of(answer.problems()));
    return web::announce(*answer, visit.request(), "home.page.saved");
}

}  // namespace lenkwerk::home
