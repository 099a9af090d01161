#include "cores/survey_statistics/json_place.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace lenkwerk::survey_statistics {
namespace {

// Walks over valid JSON; every function begins at the first byte of what it names and ends behind it.
class Walk {
public:
    explicit Walk(std::string_view json) : json_(json) {
        if (json_.starts_with("\xEF\xBB\xBF")) at_ = 3;  // the mark of byte order
        skip_blanks();
    }

    std::size_t at() const { return at_; }

    // To the value of this member; false, somewhere behind, where it is not there. `place`: of the name or the entry.
    bool enter(std::string const& step, std::size_t& place) {
        if (at_ < json_.size() && json_[at_] == '{') return enter_member(step, place);
        if (at_ < json_.size() && json_[at_] == '[') return enter_entry(step, place);
        return false;
    }

private:
    bool enter_member(std::string const& step, std::size_t& place) {
        for (pass('{'); !ends('}');) {
            auto const name = at_;
            skip_text();
            auto const is_it = nlohmann::json::parse(json_.substr(name, at_ - name)).get<std::string>() == step;
            skip_blanks();
            pass(':');
            if (is_it) {
                place = name;
                return true;
            }
            skip_value();
            pass(',');
        }
        return false;
    }
    bool enter_entry(std::string const& step, std::size_t& place) {
        std::size_t entry = 0;
        for (pass('['); !ends(']'); ++entry) {
            if (std::to_string(entry) == step) {
                place = at_;
                return true;
            }
            skip_value();
            pass(',');
        }
        return false;
    }

    bool ends(char bracket) const { return at_ >= json_.size() || json_[at_] == bracket; }
    void pass(char character) {
        if (at_ < json_.size() && json_[at_] == character) ++at_;
        skip_blanks();
    }
    void skip_blanks() { at_ = std::min(json_.find_first_not_of(" \t\r\n", at_), json_.size()); }
    void skip_text() {
        for (++at_; at_ < json_.size() && json_[at_] != '"'; ++at_) at_ += json_[at_] == '\\';
        ++at_;
    }
    void skip_value() {
        std::size_t depth = 0;
        while (at_ < json_.size()) {
            auto const character = json_[at_];
            bool const ends_around = depth == 0 && (character == ',' || character == '}' || character == ']');
            if (ends_around) return;
            if (character == '"') {
                skip_text();
                continue;
            }
            depth += character == '{' || character == '[';
            depth -= character == '}' || character == ']';
            ++at_;
        }
    }

    std::string_view json_;
    std::size_t at_ = 0;
};

}  // namespace

TextPlace place_of_byte(std::string_view text, std::size_t byte) {
    auto const before = text.substr(0, byte);
    auto const line_end = before.rfind('\n');
    auto const start = line_end == std::string_view::npos ? 0 : line_end + 1;
    return {1 + static_cast<std::size_t>(std::ranges::count(before, '\n')), before.size() - start + 1};
}

TextPlace place_in(std::string_view json, std::vector<std::string> const& steps) {
    Walk walk(json);
    auto place = walk.at();
    for (auto const& step : steps) {
        if (!walk.enter(step, place)) break;
    }
    return place_of_byte(json, place);
}

}  // namespace lenkwerk::survey_statistics
