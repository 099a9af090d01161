#include "modules/council/web/review_fields.hpp"

#include "modules/council/rules/reading/amounts.hpp"

#include <fmt/format.h>
#include <charconv>

namespace lenkwerk::council {
namespace {

constexpr std::size_t kMostRows = 1000;

std::string typed(std::optional<Day> const& day) { return day ? day->iso() : std::string(); }
std::string typed(std::optional<int> const& year) { return year ? std::to_string(*year) : std::string(); }
char const* typed(Basis basis) {
    return basis == Basis::per_year ? "per_year" : basis == Basis::total ? "total" : "not_stated";
}

void preset_row(web::Form& form, std::size_t i, DraftConsultation const& one) {
    form.preset(row_field('c', i, "body"), one.body)
        .preset(row_field('c', i, "date"), typed(one.date))
        .preset(row_field('c', i, "role"), one.role);
}
void preset_row(web::Form& form, std::size_t i, DraftField const& one) {
    form.preset(row_field('f', i, "number"), one.number)
        .preset(row_field('f', i, "title"), one.title)
        .preset(row_field('f', i, "subtitle"), one.subtitle);
}
void preset_row(web::Form& form, std::size_t i, DraftTopic const& one) {
    form.preset(row_field('t', i, "number"), one.number).preset(row_field('t', i, "title"), one.title);
}
void preset_row(web::Form& form, std::size_t i, DraftBudgetAmount const& one) {
    form.preset(row_field('b', i, "holder"), one.holder)
        .preset(row_field('b', i, "order"), one.order)
        .preset(row_field('b', i, "account"), one.account)
        .preset(row_field('b', i, "label"), one.label)
        .preset(row_field('b', i, "from"), typed(one.from))
        .preset(row_field('b', i, "to"), typed(one.to))
        .preset(row_field('b', i, "basis"), typed(one.basis))
        .preset(row_field('b', i, "amount"), typed_amount(one.amount));
}
template <class T> void preset_rows(web::Form& form, std::vector<T> const& all) {
    for (std::size_t i = 0; i < all.size(); ++i) preset_row(form, i, all[i]);
}

// Reads the fields over what was shown.
class Reading {
public:
    Reading(PaperDraft const& shown, web::Fields const& form) : form_(form), result_{shown, {}} {}

    Corrected read() {
        auto& draft = result_.draft;
        for (auto const& [name, member] : kTextMembers) read_text(name, draft.*member);
        read_date();
        read_publicity();
        read_deviation();
        read_rows('c', draft.consultations);
        read_rows('f', draft.fields);
        read_rows('t', draft.topics);
        read_rows('b', draft.budget);
        return std::move(result_);
    }

private:
    void read_text(std::string const& name, std::optional<FoundText>& found) {
        if (!form_.has(name)) return;
        auto value = form_.maybe_text(name);
        if (!value)
            found.reset();
        else
            found = FoundText{*std::move(value), found ? found->lines : Lines{}};
    }
    void read_date() {
        std::optional<Day> day;
        auto& date = result_.draft.date;
        if (date) day = date->value;
        auto const lines = date ? date->lines : Lines{};
        read_day("date", day);
        date = day ? std::optional(Found<Day>{*day, lines}) : std::nullopt;
    }
    void read_publicity() {
        if (!form_.has("public")) return;
        auto& found = result_.draft.is_public;
        auto const said = form_.text("public");
        auto const lines = found ? found->lines : Lines{};
        if (said.empty())
            found.reset();
        else
            found = Found<bool>{said == "1", lines};
    }
    void read_deviation() {
        if (!form_.has("deviates")) return;
        auto& found = result_.draft.deviation;
        auto const lines = found ? found->lines : Lines{};
        if (form_.text("deviates") == "1")
            found = DraftDeviation{form_.maybe_text("deviation_reason"), lines};
        else
            found.reset();
    }

    template <class T> void read_rows(char list, std::vector<T>& all) {
        std::vector<T> kept;
        for (std::size_t i = 0; i < kMostRows && (i < all.size() || is_sent(list, i)); ++i) {
            auto const is_new = i >= all.size();
            if (form_.text(row_field(list, i, "out")) == "1" || (is_new && is_blank(list, i))) continue;
            auto one = is_new ? T{} : all[i];
            row_ = i;
            read_row(one);
            kept.push_back(std::move(one));
        }
        all = std::move(kept);
    }
    static std::string prefix(char list, std::size_t index) { return row_field(list, index, ""); }
    bool is_sent(char list, std::size_t index) const {
        auto const begin = prefix(list, index);
        return std::ranges::any_of(form_.values(), [&](auto const& field) { return field.first.starts_with(begin); });
    }
    bool is_blank(char list, std::size_t index) const {
        auto const begin = prefix(list, index);
        return std::ranges::none_of(form_.values(), [&](auto const& field) {
            return field.first.starts_with(begin) && !field.first.ends_with("-basis") &&
                   !form_.text(field.first).empty();
        });
    }

    void read_row(DraftConsultation& one) {
        line('c', "body", one.body);
        line('c', "role", one.role);
        read_day(row_field('c', row_, "date"), one.date);
    }
    void read_row(DraftField& one) {
        line('f', "number", one.number);
        line('f', "title", one.title);
        line('f', "subtitle", one.subtitle);
    }
    // Where the number changes, the number says where the topic stands; the rule finds it.
    void read_row(DraftTopic& one) {
        auto const number = one.number;
        line('t', "number", one.number);
        line('t', "title", one.title);
        if (one.number != number) one.field.clear(), one.parent.reset();
    }
    void read_row(DraftBudgetAmount& one) {
        line('b', "holder", one.holder);
        line('b', "order", one.order);
        line('b', "account", one.account);
        line('b', "label", one.label);
        read_year("from", one.from);
        read_year("to", one.to);
        read_amount(one.amount);
        auto const basis = form_.text(row_field('b', row_, "basis"));
        if (!basis.empty())
            one.basis = basis == "per_year" ? Basis::per_year : basis == "total" ? Basis::total : Basis::not_stated;
    }

    void line(char list, std::string_view member, std::string& value) {
        auto const name = row_field(list, row_, member);
        if (form_.has(name)) value = form_.text(name);
    }
    void read_day(std::string const& name, std::optional<Day>& day) {
        if (!form_.has(name)) return;
        auto const value = form_.text(name);
        auto const read = Day::parse(value);
        if (!value.empty() && !read) add(refuse("council.reading.day_unreadable", name));
        day = read;
    }
    void read_year(std::string_view member, std::optional<int>& year) {
        auto const name = row_field('b', row_, member);
        if (!form_.has(name)) return;
        auto const value = form_.text(name);
        year.reset();
        if (value.empty()) return;
        int read = 0;
        auto const end = std::from_chars(value.data(), value.data() + value.size(), read);
        if (end.ec != std::errc{} || end.ptr != value.data() + value.size())
            add(refuse("council.reading.year_unreadable", name));
        else
            year = read;
    }
    void read_amount(Cents& amount) {
        auto const name = row_field('b', row_, "amount");
        if (!form_.has(name)) return;
        auto const read = reading::amount(form_.text(name), 1);
        if (read)
            amount = {*read};
        else
            add(refuse("council.reading.amount_unreadable", name));
    }
    void add(Problems problems) { result_.problems.push_back(std::move(problems.front())); }

    web::Fields const& form_;
    Corrected result_;
    std::size_t row_ = 0;
};

}  // namespace

std::string row_field(char list, std::size_t index, std::string_view member) {
    return fmt::format("{}{}-{}", list, index, member);
}

std::string typed_amount(Cents amount) {
    auto const cents = amount.value < 0 ? -amount.value : amount.value;
    return fmt::format("{}{},{:02}", amount.value < 0 ? "-" : "", cents / 100, cents % 100);
}

void preset(web::Form& form, PaperDraft const& draft) {
    for (auto const& [name, member] : kTextMembers)
        if (auto const& found = draft.*member) form.preset(name, found->value);
    form.preset("date", draft.date ? draft.date->value.iso() : "");
    form.preset("public", draft.is_public ? (draft.is_public->value ? "1" : "0") : "");
    form.preset("deviates", draft.deviation ? "1" : "0");
    if (draft.deviation) form.preset("deviation_reason", draft.deviation->reason.value_or(""));
    preset_rows(form, draft.consultations);
    preset_rows(form, draft.fields);
    preset_rows(form, draft.topics);
    preset_rows(form, draft.budget);
}

Corrected corrected(PaperDraft const& shown, web::Fields const& form) { return Reading(shown, form).read(); }

}  // namespace lenkwerk::council
