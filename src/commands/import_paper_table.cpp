#include "commands/import_paper_table.hpp"

#include <fmt/format.h>
#include <iterator>

namespace lenkwerk::commands {
namespace {

using namespace council;

constexpr std::size_t kLongestValue = 100;  // bytes of a text shown in one row

std::string shortened(std::string text) {
    for (auto& c : text) c = c == '\n' ? ' ' : c;
    if (text.size() <= kLongestValue) return text;
    auto end = kLongestValue;
    while ((text[end] & '\xC0') == '\x80') --end;
    return text.substr(0, end) + "…";
}

std::string day_of(std::optional<Day> const& day) {
    return day ? fmt::format("{:02}.{:02}.{}", day->day_of_month(), day->month(), day->year()) : "open";
}

std::string euro_of(Cents amount) {
    auto const cents =
        amount.value < 0 ? 0 - static_cast<std::uint64_t>(amount.value) : static_cast<std::uint64_t>(amount.value);
    auto whole = fmt::format("{}", cents / 100);
    for (auto at = static_cast<std::ptrdiff_t>(whole.size()) - 3; at > 0; at -= 3)
        whole.insert(static_cast<std::size_t>(at), ".");
    return fmt::format("{}{},{:02} €", amount.value < 0 ? "-" : "", whole, cents % 100);
}

char const* words_of(Basis basis) {
    switch (basis) {
        case Basis::per_year: return "per year";
        case Basis::total: return "in total";
        case Basis::not_stated: break;
    }
    return "per year or in total: not stated";
}

class Table {
public:
    template <class... Values> void row(Lines const& lines, fmt::format_string<Values...> pattern, Values&&... values) {
        auto const line = lines.empty() ? std::string("-") : fmt::format("{}", lines.front());
        fmt::format_to(std::back_inserter(text_), "{:>6}  {}\n", line,
                       fmt::format(pattern, std::forward<Values>(values)...));
    }
    void text(char const* name, std::optional<FoundText> const& found) {
        if (found)
            row(found->lines, "{:<18} {}", name, shortened(found->value));
        else
            row({}, "{:<18} (not found)", name);
    }
    void head(char const* name, std::size_t count) {
        fmt::format_to(std::back_inserter(text_), "\n{} ({})\n", name, count);
    }
    std::string take() { return std::move(text_); }

private:
    std::string text_ = " line  finding\n";
};

void add_paper(Table& table, PaperDraft const& draft) {
    table.text("number", draft.number);
    if (draft.date) table.row(draft.date->lines, "{:<18} {}", "date", day_of(draft.date->value));
    table.text("division", draft.division);
    table.text("title", draft.title);
    table.text("urgency", draft.urgency);
    if (draft.is_public)
        table.row(draft.is_public->lines, "{:<18} {}", "publicity", draft.is_public->value ? "public" : "not public");
    table.text("draft resolution", draft.draft_resolution);
    table.text("staff", draft.staff_effects);
    table.text("finances", draft.financial_effects);
    table.text("climate", draft.climate_effects);
    table.text("competence", draft.competence);
    if (draft.deviation)
        table.row(draft.deviation->lines, "{:<18} {}", "deviation",
                  shortened(draft.deviation->reason.value_or("no reason given")));
}

void add_plan(Table& table, PaperDraft const& draft) {
    table.head("Fields of action", draft.fields.size());
    for (auto const& one : draft.fields)
        table.row(one.lines, "{} {}{}{}", one.number, one.title, one.subtitle.empty() ? "" : " → ", one.subtitle);
    table.head("Topics", draft.topics.size());
    for (auto const& one : draft.topics) table.row(one.lines, "{} {}", one.number, one.title);
}

std::string years_of(DraftBudgetAmount const& one) {
    if (!one.from) return "no year";
    if (!one.to) return fmt::format("from {}", *one.from);
    return *one.from == *one.to ? fmt::format("{}", *one.from) : fmt::format("{}–{}", *one.from, *one.to);
}

void add_lists(Table& table, PaperDraft const& draft) {
    table.head("Consultation sequence", draft.consultations.size());
    for (auto const& one : draft.consultations)
        table.row(one.lines, "{:>2}. {}  {}  {}", one.order, day_of(one.date), one.role, one.body);
    add_plan(table, draft);
    table.head("Budget", draft.budget.size());
    for (auto const& one : draft.budget) {
        table.row(one.lines, "{} {} {} {}: {} {} ({})", one.holder, one.order, one.account, one.label, years_of(one),
                  euro_of(one.amount), words_of(one.basis));
    }
    table.head("Not recognised", draft.unrecognised.size());
    for (auto const& one : draft.unrecognised) table.row({one.line}, "{}", one.text);
}

}  // namespace

std::string table_of(PaperDraft const& draft) {
    Table table;
    add_paper(table, draft);
    add_lists(table, draft);
    return table.take() + fmt::format("\nNames and contacts of persons, recognised and left out: {}\n", draft.withheld);
}

std::string differences_of(std::vector<council::PaperDifference> const& differences) {
    std::string text;
    for (auto const& one : differences) {
        auto const place = fmt::format("{}{}{}{}{}", one.what, one.which.empty() ? "" : " ", one.which,
                                       one.member.empty() ? "" : " · ", one.member);
        auto const said = one.change == council::PaperChange::added ? "new: " + shortened(one.after)
                          : one.change == council::PaperChange::removed
                              ? "gone: " + shortened(one.before)
                              : fmt::format("{} → {}", shortened(one.before), shortened(one.after));
        text += fmt::format("{}: {}\n", place, said);
    }
    return text;
}

}  // namespace lenkwerk::commands
