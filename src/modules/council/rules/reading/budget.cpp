#include "modules/council/rules/reading/budget.hpp"

#include "modules/council/rules/reading/budget_rows.hpp"
#include "modules/council/rules/reading/text.hpp"

#include <algorithm>

namespace lenkwerk::council::reading {
namespace {

class Budget {
public:
    explicit Budget(std::vector<SectionLine>& lines) : lines_(lines) {}

    std::vector<DraftBudgetAmount> read() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].is_heading)
                end_table();
            else if (!lines_[i].taken && lines_[i].section >= Section::draft_resolution)
                read_line(lines_[i]);
        }
        end_table();
        if (amounts_.empty()) read_sentences();
        state_what_the_text_says();
        return std::move(amounts_);
    }

private:
    void read_line(SectionLine& one) {
        // Before a new head: the second line of one ("konto … 2026") looks like a head itself.
        if (rows_ && rows_->take_head(one.line)) {
            one.taken = true;
        } else if (auto head = budget_head(one.line)) {
            end_table();
            rows_.emplace(std::move(*head));
            one.taken = true;
        } else if (rows_) {
            one.taken = rows_->take(one.line);
            if (!one.taken) end_table();
        }
    }

    void end_table() {
        if (rows_) std::ranges::move(rows_->amounts(), std::back_inserter(amounts_));
        rows_.reset();
    }

    // The whole text on finances: sentences go over lines.
    void read_sentences() {
        std::string text;
        Lines source;
        for (auto const& one : lines_) {
            if (one.section != Section::financial || one.taken || one.line.text.empty()) continue;
            text = joined(text, one.line.text);
            source.push_back(one.line.number);
        }
        for (auto const& sentence : sentences(text)) {
            for (auto& amount : amounts_in_sentence(sentence)) {
                amount.lines = source;
                amounts_.push_back(std::move(amount));
            }
        }
    }

    // Holder and basis stand in the sentence above or below the table as often as in it.
    void state_what_the_text_says() {
        std::string text;
        for (auto const& one : lines_) {
            if (one.section == Section::financial && !one.taken) text = joined(text, one.line.text);
        }
        auto const holder = holder_in(text);
        auto const basis = basis_of(text);
        for (auto& amount : amounts_) {
            if (amount.holder.empty()) amount.holder = holder;
            if (amount.basis == Basis::not_stated && !from_sentences_) amount.basis = basis;
        }
    }

    std::vector<SectionLine>& lines_;
    std::optional<BudgetRows> rows_;  // of the table that is being read
    std::vector<DraftBudgetAmount> amounts_;
    bool from_sentences_ = false;
};

// "Amtes" → "Amt", "Fachbereichs" → "Fachbereich"; empty where the word names no office.
std::string office_word(std::string_view word) {
    while (!word.empty() && std::string_view(",.;:()").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    auto const name = folded_letters(word);
    if (name.ends_with("gesamt") || !starts_upper(word)) return {};
    for (std::string_view stem : {"amt", "fachbereich", "dezernat", "referat", "eigenbetrieb", "geschaeftsbereich",
                                  "fachdienst", "fb", "stabsstelle", "teilhaushalt", "teilplan"}) {
        for (std::string_view ending : {"", "es", "s", "e", "en"}) {
            if (!name.ends_with(std::string(stem) + std::string(ending))) continue;
            auto const is_compound = name.size() > stem.size() + ending.size();
            if (is_compound && stem != "amt") continue;
            return std::string(word.substr(0, word.size() - ending.size()));
        }
    }
    return {};
}

// "93", "32/1", "III", "3a"
std::string office_code(std::string_view word) {
    while (!word.empty() && std::string_view(",.;:()").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    if (word.empty() || word.size() > 6) return {};
    auto const roman = word.find_first_not_of("IVX") == std::string_view::npos;
    auto const digits = word[0] >= '0' && word[0] <= '9';
    return roman || digits ? std::string(word) : std::string();
}

}  // namespace

std::string holder_in(std::string_view text) {
    auto const all = words(text);
    std::string unnumbered;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const office = office_word(all[i]);
        if (office.empty()) continue;
        auto const code = i + 1 < all.size() ? office_code(all[i + 1]) : std::string();
        if (!code.empty()) return office + " " + code;
        auto const is_compound = folded_letters(office).size() > 11 ||
                                 (folded_letters(office).ends_with("amt") && folded_letters(office) != "amt");
        if (unnumbered.empty() && is_compound) unnumbered = office;
    }
    return unnumbered;
}

std::vector<DraftBudgetAmount> read_budget(std::vector<SectionLine>& lines) { return Budget(lines).read(); }

}  // namespace lenkwerk::council::reading
