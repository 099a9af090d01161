// Signatures: a name above an office, alone or several beside each other, and what belongs to them.
#include "modules/council/rules/reading/persons.hpp"
#include "modules/council/rules/reading/text.hpp"

#include <algorithm>

namespace lenkwerk::council::reading {
namespace {

bool is_signed_mark(std::string_view text) {
    return is_one_of(folded(text),
                     {"gez.", "gez", "in vertretung", "i. v.", "i.v.", "i. a.", "i.a.", "im auftrag", "unterschrift",
                      "unterschriften", "gezeichnet", "(unterschrift)", "in vertretung:", "im auftrag:"});
}

bool is_signed(std::string_view text) {
    return folded(text).starts_with("gez. ") || folded(text).starts_with("i. v. ") ||
           folded(text).starts_with("i. a. ");
}

bool all_cells(Line const& line, bool (*is)(std::string_view)) {
    auto const all = cells(line.raw);
    return !all.empty() && std::ranges::all_of(all, [is](Cell const& cell) { return is(cell.text); });
}

// "Oberbürgermeisterin Erika Muster" or "Max Muster, Stadtrat" in one line.
bool is_title_and_person(std::string_view text) {
    if (!is_office_title(text)) return false;
    auto const comma = text.find_first_of(",(");
    if (comma != std::string_view::npos) return is_person(text.substr(0, comma));
    auto const all = words(text);
    if (all.size() < 3) return false;
    auto const name = text.substr(static_cast<std::size_t>(all[1].data() - text.data()));
    return is_office_title(all[0]) && is_person(name);
}

bool may_hold_signatures(Section section) {
    return section != Section::consultations && section != Section::title && section != Section::preamble;
}

class Signatures {
public:
    Signatures(std::vector<SectionLine>& lines, Withheld& withheld) : lines_(lines), withheld_(withheld) {}

    void take() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            auto const& one = lines_[i];
            if (one.is_heading) signing_ = false;
            if (one.is_heading || one.taken || !may_hold_signatures(one.section)) continue;
            take_line(i);
        }
    }

private:
    bool is_open(std::size_t i) const { return i < lines_.size() && !lines_[i].is_heading && !lines_[i].taken; }
    bool is_titles(std::size_t i) const { return is_open(i) && all_cells(lines_[i].line, is_office_title); }
    bool is_names(std::size_t i) const { return is_open(i) && all_cells(lines_[i].line, is_person); }

    void take_line(std::size_t i) {
        auto const& text = lines_[i].line.text;
        if (is_signed_mark(text)) return begin(i);
        if (is_signed(text) || all_cells(lines_[i].line, is_title_and_person)) return take_names(i);
        if (is_names(i) && (signing_ || is_titles(i + 1) || stands_alone(i))) return take_names(i);
        if (is_titles(i) && (signing_ || is_names(i + 1))) return begin(i);
        if (signing_ && (continues_title(i) || is_place_and_date(text))) lines_[i].taken = true;
    }
    // Below a finished word on an effect ("Keine") a lone name is a signature without its office.
    bool stands_alone(std::size_t i) const {
        auto const below_effect = lines_[i].section >= Section::staff && lines_[i].section <= Section::climate;
        if (!below_effect || i == 0 || lines_[i - 1].line.text.empty()) return false;
        auto const& above = lines_[i - 1].line.text;
        return !continues(above, lines_[i].line.text) && (above.ends_with('.') || length(above) <= 40);
    }
    void begin(std::size_t i) {
        signing_ = true;
        lines_[i].taken = true;
    }
    void take_names(std::size_t i) {
        begin(i);
        for (auto const& cell : cells(lines_[i].line.raw))
            withheld_.person(cell.text.substr(0, cell.text.find_first_of(",(")));
    }
    // "Geschäftsführerin der" / "Wirtschaftsförderung"
    bool continues_title(std::size_t i) const {
        return i > 0 && lines_[i - 1].taken && continues(lines_[i - 1].line.text, lines_[i].line.text) &&
               length(lines_[i].line.text) <= 60;
    }
    static bool is_place_and_date(std::string_view text) {
        return length(text) <= 40 && words(text).size() <= 4 && text.find(", ") != std::string_view::npos &&
               text.find("20") != std::string_view::npos;
    }

    std::vector<SectionLine>& lines_;
    Withheld& withheld_;
    bool signing_ = false;  // below a first signature, until the next heading
};

}  // namespace

void take_signatures(std::vector<SectionLine>& lines, Withheld& withheld) { Signatures(lines, withheld).take(); }

}  // namespace lenkwerk::council::reading
