#include "modules/council/rules/reading/author_block.hpp"

#include "modules/council/rules/reading/author_labels.hpp"
#include "modules/council/rules/reading/dates.hpp"
#include "modules/council/rules/reading/page_headers.hpp"
#include "modules/council/rules/reading/text.hpp"

#include <algorithm>

namespace lenkwerk::council::reading {
namespace {

bool is_nothing(std::string_view text) { return is_one_of(trimmed(text), {"", "-", "–", "—", "./.", "/"}); }

std::optional<bool> publicity(std::string_view text) {
    auto const name = folded_letters(text);
    if (is_one_of(name, {"oeffentlich", "oeffentlichevorlage", "oeffentlichebeschlussvorlage", "oeffentlichesitzung"}))
        return true;
    if (is_one_of(name, {"nichtoeffentlich", "vertraulich", "nichtoeffentlichevorlage",
                         "nichtoeffentlichebeschlussvorlage", "nichtoeffentlichesitzung", "noe"})) {
        return false;
    }
    return std::nullopt;
}

// What kind of document it is, which city's, and whose: said in every paper, nothing to store.
bool is_letterhead(std::string_view text) {
    auto const name = folded_letters(text);
    if (is_one_of(name, {"vorlage", "beschlussvorlage", "sitzungsvorlage", "drucksache", "verwaltungsvorlage",
                         "ratsvorlage", "mitteilungsvorlage", "informationsvorlage", "oberbuergermeister",
                         "deroberbuergermeister", "dieoberbuergermeisterin", "derbuergermeister", "diebuergermeisterin",
                         "dermagistrat", "dieverwaltung"})) {
        return true;
    }
    auto const all = words(text);
    return all.size() <= 5 &&
           is_one_of(folded(all.front()),
                     {"stadt", "gemeinde", "landeshauptstadt", "hansestadt", "landkreis", "kreis", "samtgemeinde",
                      "universitaetsstadt", "wissenschaftsstadt", "bundesstadt", "markt"});
}

// "Musterstadt, den 12.03.2024"
bool is_place_and_date(std::string_view text) {
    auto const date = find_date(text);
    return date && date->end == text.size() && words(text.substr(0, date->begin)).size() <= 3;
}

class Reader {
public:
    Reader(std::vector<SectionLine>& lines, Withheld& withheld) : lines_(lines), withheld_(withheld) {}

    AuthorBlock read() {
        for (auto& one : lines_) {
            if (one.section != Section::preamble && !(one.section <= Section::title && is_labelled(one.line))) continue;
            if (one.is_heading || one.taken) continue;
            one.taken = read_line(one.line);
        }
        return std::move(block_);
    }

private:
    static bool is_labelled(Line const& line) {
        auto const all = cells(line.raw);
        return !all.empty() && label_before_colon(all.front().text).has_value();
    }

    bool read_line(Line const& line) {
        if (auto const is_public = publicity(line.text)) {
            block_.is_public = Found<bool>{*is_public, {line.number}};
            return true;
        }
        auto const all = cells(line.raw);
        if (is_head(line, all)) return true;
        if (read_pairs(line, all)) return true;
        if (!columns_.empty() && read_columns(line, all)) return true;
        columns_.clear();
        if (is_letterhead(line.text)) return true;
        if (is_place_and_date(line.text)) return store(Label::date, line.text, line.number);
        if (!is_person(line.text)) return false;
        withheld_.person(line.text);
        return true;
    }

    // Labels side by side, their values in the lines below.
    bool is_head(Line const& line, std::vector<Cell> const& all) {
        auto labels = labels_in(all);
        if (labels.empty()) return false;
        columns_ = std::move(labels);
        head_ = columns_.size() == all.size() ? all : std::vector<Cell>();
        rows_ = 0;
        last_ = line.number;
        return true;
    }

    // "Datum: 08.11.2022", or label and value in cells of the same line.
    bool read_pairs(Line const& line, std::vector<Cell> const& all) {
        std::optional<Label> label;
        auto any = false;
        for (auto const& cell : all) {
            if (auto const bare = label_of(cell.text)) {
                label = bare;
            } else if (auto const pair = label_before_colon(cell.text)) {
                any = store(pair->label, pair->value, line.number);
                label.reset();
            } else if (auto const is_public = publicity(cell.text)) {
                block_.is_public = Found<bool>{*is_public, {line.number}};
                any = true;
            } else if (label) {
                any = store(*label, cell.text, line.number);
                label.reset();
            }
        }
        return any;
    }

    bool read_columns(Line const& line, std::vector<Cell> const& all) {
        // One value below one label; several labels may have several rows.
        if (rows_ > 0 && line.gap == Gap::blank && (columns_.size() == 1 || words(line.text).size() < 2)) return false;
        ++rows_;
        auto const values = head_.empty() || (all.size() == 1 && columns_.size() > 1 && all[0].column == 0)
                                ? values_by_shape(line.text, columns_)
                                : values_by_column(all);
        for (std::size_t i = 0; i < values.size(); ++i) store(columns_[i], values[i], line.number);
        return true;
    }

    std::vector<std::string> values_by_column(std::vector<Cell> const& all) const {
        std::vector<std::string> values(columns_.size());
        auto const places = columns_of(all, head_);
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto& value = values[places[i]];
            value += (value.empty() ? "" : " ") + all[i].text;
        }
        return values;
    }

    bool store(Label label, std::string_view value, int number) {
        auto const found = [&] { return FoundText{std::string(trimmed(value)), {number}}; };
        if (trimmed(value).empty()) return true;
        switch (label) {
            case Label::division: keep(block_.division, found()); break;
            case Label::urgency: keep(block_.urgency, found()); break;
            case Label::number: keep(block_.number, found()); break;
            case Label::date: store_date(value, number); break;
            case Label::publicity: store_publicity(value, number); break;
            case Label::person:
                if (!is_nothing(value)) withheld_.person(value);
                break;
            case Label::contact:
                if (!is_nothing(value)) withheld_.contact();
                break;
            case Label::not_kept: break;
        }
        return true;
    }

    static void keep(std::optional<FoundText>& place, FoundText found) {
        if (!place) place = std::move(found);
    }
    void store_date(std::string_view value, int number) {
        auto const date = find_date(value);
        if (date && date->day && !block_.date) block_.date = Found<Day>{*date->day, {number}};
    }
    void store_publicity(std::string_view value, int number) {
        if (auto const is_public = publicity(value)) block_.is_public = Found<bool>{*is_public, {number}};
    }

    std::vector<SectionLine>& lines_;
    Withheld& withheld_;
    AuthorBlock block_;
    std::vector<Label> columns_;  // labels whose values are expected below
    std::vector<Cell> head_;      // their cells; empty where only words, not columns, part them
    int rows_ = 0, last_ = 0;
};

}  // namespace

AuthorBlock read_author_block(std::vector<SectionLine>& lines, Withheld& withheld) {
    return Reader(lines, withheld).read();
}

}  // namespace lenkwerk::council::reading
