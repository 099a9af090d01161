#include "modules/council/rules/reading/plan_outline.hpp"

#include "modules/council/rules/reading/outline_lines.hpp"
#include "modules/council/rules/reading/text.hpp"

#include <algorithm>
#include <map>

namespace lenkwerk::council::reading {
namespace {

constexpr std::size_t kLongestSubtitle = 200;  // signs, without an arrow

bool may_hold_outline(Section section) {
    return section != Section::consultations && section != Section::title && section != Section::preamble;
}

class Outline {
public:
    explicit Outline(std::vector<SectionLine> const& lines) : lines_(lines) {}

    PlanOutline read() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].is_heading || lines_[i].taken || !may_hold_outline(lines_[i].section))
                open_ = Open::nothing;
            else
                read_line(i);
        }
        return std::move(outline_);
    }

private:
    enum class Open { nothing, field, subtitle, topic };  // what the next line could go on

    void read_line(std::size_t i) {
        auto const& line = lines_[i].line;
        if (auto field = field_line(line.text)) return add_field(std::move(*field), line.number);
        if (auto topic = topic_line(line.text); topic && may_be_topic(*topic)) return add_topic(std::move(*topic), i);
        if (goes_on(line)) return;
        if (open_ == Open::field && add_subtitle(line)) return;
        auto const is_list = without_bullet(line.text).had_bullet && !outline_.fields.empty();
        if (is_list && (open_ == Open::topic || open_ == Open::field))
            outline_.doubtful.push_back(i);
        else
            open_ = Open::nothing;
    }

    // A line that begins "3.2 Prozent" in running text is none: its field is not there, or what stands before has not ended.
    bool may_be_topic(TopicLine const& topic) const {
        auto const field = field_of(topic.number);
        auto const known = std::ranges::find(outline_.fields, field, &DraftField::number) != outline_.fields.end();
        return known || topic.had_bullet || (outline_.fields.empty() && !topic.title.ends_with('.'));
    }

    void add_field(FieldLine found, int number) {
        auto const at = std::ranges::find(outline_.fields, found.number, &DraftField::number);
        field_ = static_cast<std::size_t>(at - outline_.fields.begin());
        if (at == outline_.fields.end()) {
            outline_.fields.push_back(
                {std::move(found.number), std::move(found.title), std::move(found.subtitle), {number}});
        } else {
            at->lines.push_back(number);
            if (at->subtitle.empty()) at->subtitle = found.subtitle;
        }
        open_ = Open::field;
    }

    bool add_subtitle(Line const& line) {
        auto& field = outline_.fields[field_];
        auto const arrow = without_arrow(line.text);
        auto const plain = !arrow && length(line.text) <= kLongestSubtitle &&
                           std::string_view(".:;!?").find(line.text.back()) == std::string_view::npos;
        if (!field.subtitle.empty() || (!arrow && !plain)) return false;
        field.subtitle = arrow ? std::string(*arrow) : std::string(without_bullet(line.text).text);
        field.lines.push_back(line.number);
        open_ = Open::subtitle;
        return true;
    }

    void add_topic(TopicLine found, std::size_t i) {
        auto const number = lines_[i].line.number;
        auto const [known, is_new] = topics_.try_emplace(found.number, outline_.topics.size());
        open_ = Open::topic;
        if (is_new) {
            auto field = field_of(found.number);
            auto parent = parent_of(found.number);
            outline_.topics.push_back(
                {std::move(found.number), std::move(found.title), std::move(field), std::move(parent), {number}});
        } else if (auto& topic = outline_.topics[known->second]; topic.title == found.title) {
            topic.lines.push_back(number);
        } else {
            outline_.doubtful.push_back(i);
        }
    }

    std::string field_of(std::string_view number) const {
        auto const first = number.substr(0, number.find('.'));
        auto const is_own = [first](DraftField const& field) { return is_field_of(field.number, first); };
        auto const found = std::ranges::find_if(outline_.fields, is_own);
        return found == outline_.fields.end() ? std::string(first) : found->number;
    }

    // The nearest number above it that the paper has: papers skip levels.
    std::optional<std::string> parent_of(std::string_view number) const {
        for (auto dot = number.rfind('.'); dot != std::string_view::npos; dot = number.rfind('.', dot - 1)) {
            auto const above = number.substr(0, dot);
            if (topics_.contains(above)) return std::string(above);
        }
        return std::nullopt;
    }

    bool goes_on(Line const& line) {
        auto const is_item = without_bullet(line.text).had_bullet || without_arrow(line.text);
        if (is_item || open_ == Open::nothing || line.gap == Gap::blank) return false;
        auto& field_title = field_ < outline_.fields.size() ? outline_.fields[field_].title : spare_;
        auto& title = open_ == Open::topic   ? outline_.topics.back().title
                      : open_ == Open::field ? field_title
                                             : outline_.fields[field_].subtitle;
        auto& source = open_ == Open::topic ? outline_.topics.back().lines : outline_.fields[field_].lines;
        if (!continues(title, line.text) || length(line.text) > kLongestSubtitle) return false;
        title = without_colon(joined(title, line.text));
        source.push_back(line.number);
        return true;
    }

    std::vector<SectionLine> const& lines_;
    PlanOutline outline_;
    std::map<std::string, std::size_t, std::less<>> topics_;  // number → index
    std::size_t field_ = 0;                                   // the one last named
    Open open_ = Open::nothing;
    std::string spare_;
};

}  // namespace

PlanOutline read_outline(std::vector<SectionLine> const& lines) { return Outline(lines).read(); }

}  // namespace lenkwerk::council::reading
