#include "modules/council/web/review_parts.hpp"

#include "modules/council/web/review_fields.hpp"

namespace lenkwerk::council {
namespace {

constexpr std::size_t kMostQuoted = 4;  // lines: a longer text is quoted by its beginning

std::optional<FoundText> const& text_named(PaperDraft const& draft, std::string_view name) {
    return draft.*
           (std::ranges::find(kTextMembers, name, [](auto const& one) { return std::string_view(one.name); })->member);
}

template <class T> Lines lines_of(std::optional<T> const& found) { return found ? found->lines : Lines{}; }

// "Zeile 8", "Zeilen 74 bis 79", "Zeilen 55 und 243"
std::string place_of(web::Visit& visit, Lines const& lines) {
    if (lines.front() == lines.back())
        return visit.text("council.review.line", {{"line", std::to_string(lines.front())}});
    if (lines.back() - lines.front() + 1 == std::ssize(lines) || lines.size() > kMostQuoted)
        return visit.text("council.review.lines",
                          {{"from", std::to_string(lines.front())}, {"to", std::to_string(lines.back())}});
    std::vector<std::string> each;
    for (auto const line : lines) each.push_back(std::to_string(line));
    return visit.text("council.review.several_lines", {{"lines", visit.locale().list(each)}});
}

}  // namespace

Review::Review(web::Visit& visit, ui::OpenForm const& open, store::Reading const& reading)
    : visit_(visit), open_(open), reading_(reading) {
    for (auto const& [number, text] : reading.source) source_.emplace(number, text);
}

std::string Review::label(std::string_view member) const {
    return visit_.text(fmt::format("council.member.{}", member));
}

void Review::source(Lines const& lines) const {
    auto& w = open_.w;
    if (lines.empty()) {
        w.put(R"(<p class="lw-finding__lines">{}</p>)", visit_.text("council.review.no_source"));
        return;
    }
    w.put(R"(<p class="lw-finding__lines">{}</p>)", place_of(visit_, lines));
    std::size_t quoted = 0;
    for (auto const line : lines) {
        auto const found = source_.find(line);
        if (found == source_.end() || found->second.empty()) continue;
        if (++quoted > kMostQuoted) {
            w.put(R"(<p class="lw-finding__quote">…</p>)");
            break;
        }
        w.put(R"(<p class="lw-finding__quote">{}</p>)", found->second);
    }
}

void Review::finding(Lines const& lines, Show const& fields) const {
    open_.w.put(R"(<div class="lw-finding"><div class="lw-finding__fields">)");
    fields();
    open_.w.put(R"(</div><div class="lw-finding__source">)");
    source(lines);
    open_.w.put("</div></div>");
}

void Review::row(char list, std::size_t index, std::string const& title, Lines const& lines, Show const& fields) const {
    open_.w.put(R"(<fieldset class="lw-finding-row"><legend class="lw-row__title">{}</legend>)", title);
    finding(lines, [&] {
        open_.w.put(R"(<div class="lw-finding__grid lw-finding__grid--{}">)", std::string(1, list));
        fields();
        open_.w.put("</div>");
        ui::checkbox(open_, {.name = row_field(list, index, "out"),
                             .label = visit_.text("council.review.leave_out"),
                             .need = ui::Need::optional});
    });
    open_.w.put("</fieldset>");
}

void Review::line(std::string const& name, std::string const& shown, ui::Need need) const {
    ui::text_field(open_, {{.name = name, .label = shown, .need = need}, ui::TextKind::text, 500});
}

void Review::text(std::string const& name, int rows) const {
    finding(lines_of(text_named(reading_.draft, name)), [&] {
        ui::text_area(open_, {{.name = name, .label = label(name), .need = ui::Need::optional}, rows, 100'000});
    });
}

void Review::part(std::string_view key, std::string_view lead_key, std::size_t count) const {
    open_.w.put("<h2>{}</h2>", visit_.text(key, {{"count", static_cast<std::int64_t>(count)}}));
    open_.w.put(R"(<p class="lw-muted">{}</p>)", visit_.text(lead_key));
}

void Review::paper_line(std::string const& name, ui::Need need) const {
    finding(lines_of(text_named(reading_.draft, name)), [&] { line(name, label(name), need); });
}

void Review::paper_date() const {
    finding(lines_of(reading_.draft.date),
            [&] { ui::day_field(open_, {{.name = "date", .label = label("date"), .need = ui::Need::optional}}); });
}

void Review::paper_choices() const {
    finding(lines_of(reading_.draft.is_public), [&] {
        ui::choices(open_, {{.name = "public", .label = label("public")},
                            {{"1", visit_.text("council.value.public")},
                             {"0", visit_.text("council.value.not_public")},
                             {"", visit_.text("council.value.none_given")}}});
    });
    finding(lines_of(reading_.draft.deviation), [&] {
        ui::choices(open_, {{.name = "deviates", .label = label("deviates")},
                            {{"1", visit_.text("council.value.yes")}, {"0", visit_.text("council.value.no")}}});
        line("deviation_reason", label("deviation"));
    });
}

void Review::paper_part() const {
    open_.w.put("<h2>{}</h2>", visit_.text("council.kind.paper"));
    paper_line("number", ui::Need::required);
    paper_line("title", ui::Need::required);
    paper_date();
    paper_line("division");
    paper_line("urgency");
    text("draft_resolution", 3);
    text("staff", 2);
    text("financial", 2);
    text("climate", 2);
    text("competence", 2);
    paper_choices();
    open_.w.put(R"(<details class="lw-details"><summary>{}</summary>)", label("reasons"));
    text("reasons", 12);
    open_.w.put("</details>");
}

void Review::sequence_part() const {
    auto const& all = reading_.draft.consultations;
    part("council.review.sequence", "council.review.sequence_lead", all.size());
    for (std::size_t i = 0; i <= all.size(); ++i) {
        auto const is_new = i == all.size();
        auto const title = is_new ? visit_.text("council.review.new_step")
                                  : visit_.text("council.review.step", {{"order", std::to_string(all[i].order)}});
        row('c', i, title, is_new ? Lines{} : all[i].lines, [&] {
            line(row_field('c', i, "body"), label("body"));
            ui::day_field(open_,
                          {{.name = row_field('c', i, "date"), .label = label("date"), .need = ui::Need::optional}});
            line(row_field('c', i, "role"), label("role"));
        });
    }
}

void Review::outline_part() const {
    auto const& fields = reading_.draft.fields;
    part("council.review.fields", "council.review.fields_lead", fields.size());
    for (std::size_t i = 0; i <= fields.size(); ++i) {
        auto const is_new = i == fields.size();
        row('f', i, visit_.text(is_new ? "council.review.new_field" : "council.kind.field"),
            is_new ? Lines{} : fields[i].lines, [&] {
                line(row_field('f', i, "number"), label("number_short"));
                line(row_field('f', i, "title"), label("field_title"));
                line(row_field('f', i, "subtitle"), label("subtitle"));
            });
    }
    auto const& topics = reading_.draft.topics;
    part("council.review.topics", "council.review.topics_lead", topics.size());
    for (std::size_t i = 0; i <= topics.size(); ++i) {
        auto const is_new = i == topics.size();
        row('t', i, is_new ? visit_.text("council.review.new_topic") : topics[i].number,
            is_new ? Lines{} : topics[i].lines, [&] {
                line(row_field('t', i, "number"), label("number_short"));
                line(row_field('t', i, "title"), label("topic_title"));
            });
    }
}

void Review::amount_fields(std::size_t index) const {
    for (auto const* member : {"holder", "order", "account", "label", "from", "to"})
        line(row_field('b', index, member), label(member));
    ui::text_field(open_,
                   {{.name = row_field('b', index, "amount"), .label = label("cents"), .need = ui::Need::optional},
                    ui::TextKind::decimal,
                    20,
                    {},
                    "€"});
    ui::select(open_, {{.name = row_field('b', index, "basis"), .label = label("basis"), .need = ui::Need::optional},
                       {{"not_stated", visit_.text("council.value.not_stated")},
                        {"per_year", visit_.text("council.value.per_year")},
                        {"total", visit_.text("council.value.total")}}});
}

void Review::budget_part() const {
    auto const& all = reading_.draft.budget;
    part("council.review.budget", "council.review.budget_lead", all.size());
    for (std::size_t i = 0; i <= all.size(); ++i) {
        auto const is_new = i == all.size();
        row('b', i, visit_.text(is_new ? "council.review.new_amount" : "council.kind.budget"),
            is_new ? Lines{} : all[i].lines, [&] { amount_fields(i); });
    }
}

}  // namespace lenkwerk::council
