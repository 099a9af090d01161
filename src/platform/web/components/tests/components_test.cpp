#include "platform/web/components/components.hpp"

#include "platform/i18n/locale.hpp"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lenkwerk::web::components {
namespace {

using html::Url;
using html::Writer;

i18n::Locale const& german() {
    static auto const locale = [] {
        i18n::Locale made("de", "Europe/Berlin");
        std::ostringstream json;
        json << std::ifstream(LENKWERK_SOURCE_DIR "/src/platform/web/de.json").rdbuf();
        made.add(json.str());
        made.add(R"({"t.wrong": "Bitte ändern Sie {what}."})");
        return made;
    }();
    return locale;
}

std::string written(std::function<void(Writer&)> const& write) {
    Writer w;
    write(w);
    return std::move(w).markup();
}

std::string in_form(Form const& form, FormFields const& fields) {
    return written(
        [&](Writer& w) { components::form(w, german(), "token", form, {.action = Url{"/x"}, .version = 7}, fields); });
}

bool has(std::string const& markup, std::string_view part) { return markup.find(part) != std::string::npos; }

Form refused() {
    Fields sent;
    sent.add("title", "<b>");
    sent.add("version", "5");
    sent.add("phase", "b");
    return Form(sent, {{"t.wrong", "title", {{"what", "den Titel"}}}, {"t.wrong", "", {{"what", "alles"}}}});
}

TEST(Form, carries_token_key_and_version) {
    Form const form;
    auto const markup = in_form(form, [](OpenForm const&) {});
    EXPECT_TRUE(has(markup, R"(<input type="hidden" name="_form_token" value="token">)"));
    EXPECT_TRUE(has(markup, R"(<input type="hidden" name="_once" value=")" + form.idempotency_key() + "\">"));
    EXPECT_TRUE(has(markup, R"(<input type="hidden" name="version" value="7">)"));
    EXPECT_FALSE(has(markup, "kern-alert"));
}

TEST(Form, keeps_the_version_on_which_it_was_made_when_shown_again) {
    EXPECT_TRUE(has(in_form(refused(), [](OpenForm const&) {}), R"(name="version" value="5")"));
}

TEST(Form, says_what_is_wrong_with_links_to_the_fields) {
    auto const markup =
        in_form(refused(), [](OpenForm const& open) { text_field(open, {{.name = "title", .label = "Titel"}}); });
    EXPECT_TRUE(has(markup, "Bitte ändern Sie noch 2 Angaben"));
    EXPECT_TRUE(has(markup, R"(<a class="kern-link" href="#title">Bitte ändern Sie den Titel.</a>)"));
    EXPECT_TRUE(has(markup, "<li>Bitte ändern Sie alles.</li>"));
    EXPECT_TRUE(has(markup, R"(aria-describedby="title-error" aria-invalid="true")"));
    EXPECT_TRUE(has(markup, R"(id="title-error")"));
    EXPECT_TRUE(has(markup, R"(value="&lt;b&gt;")"));
}

TEST(TextField, tells_hint_need_and_limit) {
    auto const markup = in_form(Form{}, [](OpenForm const& open) {
        text_field(open, {{.name = "n", .label = "Name", .hint = "Wie er heißt", .need = Need::optional},
                          TextKind::email,
                          50,
                          "email"});
    });
    EXPECT_TRUE(has(
        markup,
        R"(<label class="kern-label" for="n">Name<span class="kern-label__optional"> (freiwillig)</span></label>)"));
    EXPECT_TRUE(has(markup, R"(<p class="kern-hint" id="n-hint">Wie er heißt</p>)"));
    EXPECT_TRUE(has(markup, R"(maxlength="50" type="email")"));
    EXPECT_TRUE(has(markup, R"(autocomplete="email" aria-describedby="n-hint">)"));
    EXPECT_FALSE(has(markup, "required"));
}

TEST(TextField, never_sends_a_password_back) {
    Fields sent;
    sent.add("secret", "hunter2");
    auto const markup = in_form(Form(sent), [](OpenForm const& open) {
        text_field(open, {{.name = "secret", .label = "Passwort"}, TextKind::password});
    });
    EXPECT_FALSE(has(markup, "hunter2"));
    EXPECT_TRUE(has(markup, R"(autocomplete="current-password")"));
}

TEST(TextArea, keeps_a_line_end_at_the_beginning) {
    Fields sent;
    sent.add("report", "\nZeile");
    auto const markup =
        in_form(Form(sent), [](OpenForm const& open) { text_area(open, {{.name = "report", .label = "Sachstand"}}); });
    EXPECT_TRUE(has(markup, ">\n\nZeile</textarea>"));
}

TEST(Choices, mark_what_was_chosen) {
    auto const markup = in_form(refused(), [](OpenForm const& open) {
        choices(open, {{.name = "phase", .label = "Phase"}, {{"a", "A"}, {"b", "B", "Hinweis"}}});
        select(open, {{.name = "phase", .label = "Phase"}, {{"a", "A"}, {"b", "B"}}});
    });
    EXPECT_TRUE(has(markup, R"(type="radio" id="phase" name="phase" value="a">)"));
    EXPECT_TRUE(has(
        markup, R"(type="radio" id="phase-2" name="phase" value="b" checked aria-describedby="phase-2-choice-hint">)"));
    EXPECT_TRUE(has(markup, R"(<option value="b" selected>B</option>)"));
    EXPECT_TRUE(has(markup, R"(<option value="">Bitte wählen</option>)"));
}

TEST(Choices, keep_the_hint_of_the_group_apart_from_that_of_its_first_choice) {
    auto const markup = in_form(Form{}, [](OpenForm const& open) {
        choices(open, {{.name = "phase", .label = "Phase", .hint = "Eine genügt."}, {{"a", "A", "Hinweis"}}});
    });
    EXPECT_TRUE(has(markup, R"(id="phase-hint">Eine genügt.<)"));
    EXPECT_TRUE(has(markup, R"(id="phase-choice-hint">Hinweis<)"));
}

TEST(DayField, limits_the_days) {
    auto const markup = in_form(Form{}, [](OpenForm const& open) {
        day_field(open, {{.name = "due", .label = "Frist"}, Day::of(2026, 1, 1), std::nullopt});
    });
    EXPECT_TRUE(has(markup, R"(type="date" id="due" name="due" value="" min="2026-01-01" required>)"));
}

TEST(Table, says_the_column_in_each_cell_and_heads_each_row) {
    auto const markup = written([](Writer& w) {
        Table table(w, {"Maßnahmen", {{"Titel"}, {"Kosten", Align::number}}});
        table.row([](Row& row) {
            row.link("Licht", Url{"/m/1"});
            row.empty();
        });
        table.end();
    });
    EXPECT_TRUE(has(markup, R"(scope="row"><a class="kern-link" href="/m/1">Licht</a></th>)"));
    EXPECT_TRUE(has(markup, R"(lw-table__cell--number" data-column="Kosten"><span aria-hidden="true">–</span></td>)"));
}

TEST(Table, refuses_a_cell_too_many) {
    Writer w;
    Table table(w, {"x", {{"a"}}});
    EXPECT_THROW(table.row([](Row& row) {
        row.text("1");
        row.text("2");
    }),
                 std::logic_error);
}

TEST(DescriptionList, leaves_out_what_has_no_value) {
    auto const markup = written([](Writer& w) {
        DescriptionList facts(w);
        facts.fact("Amt", "Ordnungsamt");
        facts.fact("Frist", "");
        facts.end();
    });
    EXPECT_TRUE(has(markup, "Ordnungsamt"));
    EXPECT_FALSE(has(markup, "Frist"));
}

TEST(Pagination, is_silent_on_a_single_page) {
    EXPECT_EQ(written([](Writer& w) { pagination(w, german(), {Url{"/m"}}); }), "");
    auto const markup = written([](Writer& w) { pagination(w, german(), {Url{"/m?a=1"}, "x/y", true}); });
    EXPECT_TRUE(has(markup, R"(href="/m?a=1&amp;ab=x%2Fy" rel="next")"));
}

// The text without its marks, and without what stands in one kind of them.
std::string side(std::string markup, std::string const& dropped) {
    auto const cut = [&](std::string_view from, std::string_view to) {
        for (auto at = markup.find(from); at != std::string::npos; at = markup.find(from))
            markup.erase(at, markup.find(to, at) + to.size() - at);
    };
    cut("<" + dropped, "</" + dropped + ">");
    cut("<", ">");
    return markup;
}

TEST(Difference, strikes_out_what_was_and_marks_what_is) {
    auto const markup = written([](Writer& w) { difference(w, german(), "geplant", "läuft"); });
    EXPECT_EQ(markup, R"(<del class="lw-del"><span class="kern-sr-only">bisher: </span>geplant</del> )"
                      R"(<ins class="lw-ins"><span class="kern-sr-only">neu: </span>läuft</ins>)");
    EXPECT_EQ(written([](Writer& w) { difference(w, german(), "a", "a"); }), "a");
}

std::string joined(std::vector<std::string> const& words) {
    std::string text;
    for (auto const& word : words) text += word + " ";
    return text;
}

// Without the added parts it is the old text, without the removed parts the new one: nothing is lost or invented.
RC_GTEST_PROP(TextDifference, holds_both_texts, ()) {
    auto const word = rc::gen::element<std::string>("a", "b", "c", "dd");
    auto const before = joined(*rc::gen::container<std::vector<std::string>>(word));
    auto const after = joined(*rc::gen::container<std::vector<std::string>>(word));
    auto markup = written([&](Writer& w) { text_difference(w, german(), before, after); });
    for (std::string_view const said :
         {R"(<span class="kern-sr-only">bisher: </span>)", R"(<span class="kern-sr-only">neu: </span>)"})
        for (auto at = markup.find(said); at != std::string::npos; at = markup.find(said))
            markup.erase(at, said.size());
    RC_ASSERT(side(markup, "ins") == before);
    RC_ASSERT(side(markup, "del") == after);
}

TEST(Sequence, says_where_it_stands) {
    auto const markup = written([](Writer& w) {
        sequence(w, german(), {{"Ausschuss", "17.01.2023", Progress::done}, {"Rat", "", Progress::current}});
    });
    EXPECT_TRUE(has(markup, R"(Ausschuss<span class="kern-sr-only"> (erledigt)</span>)"));
    EXPECT_TRUE(has(markup, R"(lw-sequence__step--current" aria-current="step")"));
}

TEST(Bars, draws_shares_and_says_values) {
    auto const markup =
        written([](Writer& w) { bars(w, "Antworten", {{"Amt", 0.25, "1 von 4"}, {"B", 7, "zu viel"}}); });
    EXPECT_TRUE(has(markup, R"(width="250" height="16")"));
    EXPECT_TRUE(has(markup, R"(width="1000" height="16"></rect></svg></li></ul>)"));
    EXPECT_TRUE(has(markup, "1 von 4"));
}

}  // namespace
}  // namespace lenkwerk::web::components
