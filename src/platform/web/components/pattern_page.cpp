#include "platform/web/components/pattern_page.hpp"

#include "platform/web/components/components.hpp"

namespace lenkwerk::web::components {

namespace {

using html::Url;
using html::Writer;

void section(Writer& w, std::string_view title) { w.put("<h2>{}</h2>", title); }

void all_fields(OpenForm const& open) {
    text_field(open, {{.name = "title", .label = "Titel", .hint = "So steht er in der Übersicht."}});
    text_field(open, {{.name = "cost", .label = "Kosten", .need = Need::optional}, TextKind::decimal, 20, {}, "€"});
    text_field(open, {{.name = "mail", .label = "E-Mail-Adresse"}, TextKind::email, 200, "email"});
    text_area(open, {{.name = "report", .label = "Sachstand", .need = Need::optional}, 4, 2000});
    select(open, {{.name = "district", .label = "Stadtbezirk"}, {{"1", "Nord"}, {"2", "Süd"}}});
    choices(open, {{.name = "phase", .label = "Phase", .hint = "Was heute gilt."},
                   {{"idea", "Idee"}, {"running", "Läuft", "Die Arbeit hat begonnen."}, {"done", "Erledigt"}}});
    choices(open, {{.name = "places", .label = "Orte", .need = Need::optional},
                   {{"a", "Stadtgarten"}, {"b", "Bahnhof"}},
                   Many::several});
    checkbox(open, {.name = "consent", .label = "Ich habe die Hinweise zum Datenschutz gelesen."});
    day_field(open, {{.name = "due", .label = "Frist"}, Day::of(2026, 1, 1), Day::of(2030, 12, 31)});
    file_field(
        open,
        {{.name = "evidence", .label = "Nachweis", .hint = "PDF, höchstens 20 MB.", .need = Need::optional}, ".pdf"});
    submit_row(open, {"Speichern", Url{"/muster"}, {{"Als Entwurf speichern", "as", "draft"}}});
}

void show_forms(Writer& w, i18n::Locale const& locale) {
    section(w, "Formular");
    form(w, locale, "muster", Form{}, {.action = Url{"/muster"}, .version = 3, .sends = Sends::files}, all_fields);
    section(w, "Formular mit Fehlern");
    Fields sent;
    sent.add("title", "Mehr Licht <am> Bahnhof");
    sent.add("phase", "running");
    Form const refused(sent, {{"common.pattern.title_taken", "title"},
                              {"common.pattern.phase_missing", "phase"},
                              {"common.pattern.phase_missing", "due"},
                              {"common.pattern.consent_missing", "consent"}});
    form(w, locale, "muster", refused,
         {.action = Url{"/muster"},
          .version = 3,
          .sends = Sends::files,
          .id_prefix = "e-",
          .label = "Formular mit Fehlern"},
         all_fields);
    button_form(w, "muster", {"Zurückziehen", Url{"/muster"}, 3, "Maßnahme 7", true});
}

void show_states(Writer& w) {
    section(w, "Hinweise");
    notice(w,
           {"Dies ist die Fassung vom 8. November 2022.", "Sie wurde inzwischen fortgeschrieben.", NoticeKind::info,
            [](Writer& more) { more.put(R"(<p><a class="kern-link" href="/muster">Zur aktuellen Fassung</a></p>)"); }});
    notice(w, {"Gespeichert.", {}, NoticeKind::good});
    notice(w, {"Der Sachstand ist überfällig.", "Bitte melden Sie bis zum 30. November.", NoticeKind::warning});
    notice(w,
           {"Die Datei konnte nicht gelesen werden.", "Bitte wählen Sie eine Datei im Format PDF.", NoticeKind::bad});
    section(w, "Zustände");
    w.put("<p>{}</p>", [](Writer& p) {
        for (auto const& [text, tone] : {std::pair{"Idee", Tone::neutral},
                                         {"Läuft", Tone::info},
                                         {"Erledigt", Tone::good},
                                         {"Fällig", Tone::warning},
                                         {"Überfällig", Tone::bad}}) {
            badge(p, text, tone);
            p.text(" ");
        }
    });
    empty_state(w, {"Noch keine Maßnahme", "Unter diesem Thema hat noch niemand eine Maßnahme angelegt.",
                    "Maßnahme anlegen", "/muster"});
}

void show_table(Writer& w) {
    section(w, "Tabelle");
    Table table(w, {"Maßnahmen im Stadtbezirk",
                    {{"Maßnahme", Align::text, "/muster?ordnung=titel", "ascending"},
                     {"Verantwortlich"},
                     {"Stand"},
                     {"Kosten", Align::number, "/muster?ordnung=kosten"}}});
    for (auto const& [title, who, cost] :
         {std::tuple{"Hecken am Stadtgarten zurückschneiden", "Grünflächenamt", "4.200 €"},
          {"Zusätzliche Streifen am Bahnhof", "Ordnungsamt", ""}})
        table.row([&](Row& row) {
            row.link(title, Url{"/muster"});
            row.text(who);
            row.cell([](Writer& cell) { badge(cell, "Läuft", Tone::info); });
            if (std::string_view(cost).empty())
                row.empty();
            else
                row.text(cost);
        });
    table.end();
}

void show_lists(Writer& w, i18n::Locale const& locale) {
    section(w, "Baum");
    Branch const deepest{"3.3.1.1", "Beleuchtung von Unterführungen", Url{"/muster"}};
    tree(w, {{"3",
              "Sichere öffentliche Räume",
              Url{"/muster"},
              [](Writer& beside) { badge(beside, "4 Maßnahmen"); },
              {{"3.1", "Plätze", Url{"/muster"}},
               {"3.3",
                "Wege",
                Url{"/muster"},
                nullptr,
                {{"3.3.1", "Wege zur Schule", Url{"/muster"}, nullptr, {deepest}}}}}}});
    section(w, "Angaben");
    DescriptionList facts(w);
    facts.fact("Verantwortlich", "Ordnungsamt");
    facts.link("Thema", "3.1 Plätze", Url{"/muster"});
    facts.fact("Zeitraum", "");
    facts.end();
    section(w, "Karten");
    cards(w,
          {{"Stadtgarten", Url{"/muster"}, "Ort", "Park zwischen Rathaus und Theater.",
            [](Writer& below) { badge(below, "3 Maßnahmen"); }},
           {"Bahnhof Nord", Url{"/muster"}, "Ort", "Vorplatz und Unterführung."}},
          3);
    tabs(w, "Teile des Plans",
         {{"Themen", Url{"/muster"}, true, "51"},
          {"Ziele", Url{"/muster?teil=ziele"}, false, "4"},
          {"Fassungen", Url{"/muster?teil=fassungen"}}});
    pagination(w, locale, {Url{"/muster?filter=a"}, "abc", false});
}

void show_change(Writer& w, i18n::Locale const& locale) {
    section(w, "Änderungen");
    w.put("<p>{}</p>", [&](Writer& p) { difference(p, locale, "geplant", "läuft"); });
    w.put("<p>{}</p>", [&](Writer& p) {
        text_difference(p, locale, "Die Hecken werden zweimal im Jahr geschnitten.",
                        "Die Hecken werden viermal im Jahr geschnitten und gepflegt.");
    });
    section(w, "Folge");
    sequence(w, locale,
             {{"Ausschuss für Bürgerdienste", "17.01.2023, Empfehlung", Progress::done,
               [](Writer& more) { badge(more, "wie empfohlen", Tone::good); }},
              {"Bezirksvertretung Süd", "24.01.2023, Empfehlung", Progress::current},
              {"Beirat", "entfallen", Progress::skipped},
              {"Rat der Stadt", "16.02.2023, Beschluss"}});
    section(w, "Balken");
    bars(w, "Rückmeldungen je Fachbereich",
         {{"Ordnungsamt", 0.75, "9 von 12", Tone::good}, {"Grünflächenamt", 0.3, "3 von 10", Tone::warning}});
    stacked_bar(w, "Maßnahmen nach Phase",
                {{"Idee", 0.2, "6", Tone::neutral},
                 {"Läuft", 0.5, "15", Tone::info},
                 {"Erledigt", 0.3, "9", Tone::good},
                 {"Gestoppt", 0, "0", Tone::bad}});
}

}  // namespace

void pattern_page(Writer& w, i18n::Locale const& locale) {
    heading(w, {.title = "Musterseite",
                .above = "Für Entwicklung und Prüfung",
                .lead = "Jeder Baustein der Oberfläche in jedem seiner Zustände.",
                .beside = [](Writer& beside) { badge(beside, "Entwurf"); },
                .actions = {{"Bearbeiten", Url{"/muster"}, "edit"},
                            {"Als PDF herunterladen", Url{"/muster?format=pdf"}, "download"}}});
    show_states(w);
    show_table(w);
    show_lists(w, locale);
    show_change(w, locale);
    show_forms(w, locale);
}

}  // namespace lenkwerk::web::components
