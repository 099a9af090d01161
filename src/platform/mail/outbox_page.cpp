// /verwaltung/postausgang: what was written, what of it was sent, and, where there is no mail server, what it says.
#include "platform/city.hpp"
#include "platform/mail/outbox.hpp"
#include "platform/web/components/components.hpp"
#include "platform/web/layout.hpp"

namespace lenkwerk::mail {

namespace {

constexpr std::string_view kOutbox = "/verwaltung/postausgang";

ui::Tone tone_of(MailState state) {
    switch (state) {
        case MailState::sent: return ui::Tone::good;
        case MailState::refused: return ui::Tone::bad;
        case MailState::waiting: break;
    }
    return ui::Tone::warning;
}

void show_content(html::Writer& w, web::Visit& visit, OutboxEntry const& entry) {
    if (entry.text.empty()) return w.put("<p>{}</p>", visit.text("mail.outbox.erased"));
    if (entry.confidential && !visit.actor().may(kReadConfidential))
        return w.put("<p>{}</p>", visit.text("mail.outbox.confidential"));
    w.put(R"(<details><summary>{}</summary><pre class="lw-mail">{}</pre></details>)", visit.text("mail.outbox.read"),
          entry.text);
}

void show_state(html::Writer& w, web::Visit& visit, OutboxEntry const& entry) {
    ui::badge(w, visit.text("mail.state." + std::string(word(entry.state))), tone_of(entry.state));
    if (entry.state != MailState::refused) return;
    w.put("<p>{}</p>", entry.error);
    ui::button_form(w, visit,
                    {.label = visit.text("mail.outbox.retry"),
                     .action = html::Url::checked(fmt::format("{}/{}", kOutbox, entry.id.value)),
                     .more_for_screen_readers = entry.subject});
}

void show_entries(html::Writer& w, web::Visit& visit, Page<OutboxEntry> const& page) {
    ui::Table table(w, {visit.text("mail.outbox.title"),
                        {{visit.text("mail.outbox.subject")},
                         {visit.text("mail.outbox.content")},
                         {visit.text("mail.outbox.recipient")},
                         {visit.text("mail.outbox.written")},
                         {visit.text("mail.outbox.state")}},
                        true});
    for (auto const& entry : page.items)
        table.row([&](ui::Row& row) {
            row.text(entry.subject);
            row.cell([&](html::Writer& cell) {
                for (auto const& name : entry.attachments)
                    cell.put("<p>{}</p>", visit.text("mail.outbox.attachment", {{"name", name}}));
                show_content(cell, visit, entry);
            });
            row.text(entry.recipient);
            row.text(visit.locale().moment(entry.written_at));
            row.cell([&](html::Writer& cell) { show_state(cell, visit, entry); });
        });
    table.end();
}

web::Response show_outbox(web::Visit& visit) {
    auto const title = visit.text("mail.outbox.title");
    auto const cursor = visit.request().query.maybe_text("ab");
    auto const page = outbox(visit.reader(), cursor);
    bool const has_server = !visit.city().settings()->smtp_url.empty();
    return web::page(visit, {.title = title, .current = std::string(kOutbox), .indexed = false}, [&](html::Writer& w) {
        ui::heading(w, {.title = title, .lead = visit.text("mail.outbox.lead")});
        if (!has_server)
            ui::notice(w, {.title = visit.text("mail.outbox.no_server"),
                           .text = visit.text("mail.outbox.no_server_text"),
                           .kind = ui::NoticeKind::warning});
        if (page.items.empty()) return ui::empty_state(w, {visit.text("mail.outbox.empty")});
        show_entries(w, visit, page);
        ui::pagination(w, visit.locale(), {html::Url::checked(kOutbox), page.next, !cursor});
    });
}

web::Response try_again(web::Visit& visit) {
    auto const id = visit.id<MailId>("id");
    auto const tried = visit.perform([&](storage::Transaction& tx) { return retry(tx, id); });
    auto answer = web::Response::see_other(std::string(kOutbox));
    return web::announce(answer, visit.request(), tried ? "mail.outbox.retried" : "mail.outbox.not_refused");
}

}  // namespace

std::vector<Route> routes() {
    Door const door{Door::Kind::permission, std::string(kRead)};
    return {{web::Method::get, std::string(kOutbox), show_outbox, door},
            {web::Method::post, std::string(kOutbox) + "/{id}", try_again, door}};
}

std::vector<NavigationEntry> navigation() {
    return {{95, "mail.outbox.title", std::string(kOutbox), {Door::Kind::permission, std::string(kRead)}}};
}

}  // namespace lenkwerk::mail
