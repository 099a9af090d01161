#include "modules/council/rules/admission.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>

namespace lenkwerk::council {
namespace {

constexpr std::size_t kLongestLine = 500, kLongestText = 100'000;  // characters

std::string field(char list, std::size_t index, std::string_view member) {
    return std::string(1, list) + std::to_string(index) + "-" + std::string(member);
}

class Admission {
public:
    explicit Admission(PaperDraft draft) : draft_(std::move(draft)) {}

    Outcome<PaperDraft> admit() {
        trim_texts();
        check_consultations();
        check_fields();
        check_topics();
        if (!problems_.empty()) return problems_;
        return std::move(draft_);
    }

private:
    void add(Problems problems) { problems_.push_back(std::move(problems.front())); }

    void trim(std::optional<FoundText>& found, std::string const& name, std::size_t longest) {
        if (found) found->value = text::trim(found->value);
        if (found && found->value.empty()) found.reset();
        if (found && text::length(found->value) > longest) add(refuse("council.paper.text_too_long", name));
    }
    void trim_texts() {
        trim(draft_.number, "number", 60);
        trim(draft_.title, "title", kLongestLine);
        trim(draft_.division, "division", kLongestLine);
        trim(draft_.urgency, "urgency", kLongestLine);
        trim(draft_.draft_resolution, "draft_resolution", kLongestText);
        trim(draft_.staff_effects, "staff", kLongestText);
        trim(draft_.financial_effects, "financial", kLongestText);
        trim(draft_.climate_effects, "climate", kLongestText);
        trim(draft_.reasons, "reasons", kLongestText);
        trim(draft_.competence, "competence", kLongestText);
        if (!draft_.number) add(refuse("council.paper.number_missing", "number"));
        if (!draft_.title) add(refuse("council.paper.title_missing", "title"));
    }

    void line(std::string& value, std::string const& place) {
        value = text::squeeze(value);
        if (text::length(value) > kLongestLine) add(refuse("council.paper.text_too_long", place));
    }

    void check_consultations() {
        for (std::size_t i = 0; i < draft_.consultations.size(); ++i) {
            auto& one = draft_.consultations[i];
            one.order = static_cast<int>(i) + 1;
            line(one.body, field('c', i, "body"));
            line(one.role, field('c', i, "role"));
            if (one.body.empty()) add(refuse("council.paper.consultation_without_body", field('c', i, "body")));
        }
    }

    void check_fields() {
        for (std::size_t i = 0; i < draft_.fields.size(); ++i) {
            auto& one = draft_.fields[i];
            line(one.number, field('f', i, "number"));
            line(one.title, field('f', i, "title"));
            line(one.subtitle, field('f', i, "subtitle"));
            if (one.number.empty() || one.title.empty())
                add(refuse("council.paper.field_incomplete", field('f', i, one.number.empty() ? "number" : "title")));
            count(one.number, field('f', i, "number"));
        }
    }

    void check_topics() {
        for (std::size_t i = 0; i < draft_.topics.size(); ++i) {
            auto& one = draft_.topics[i];
            line(one.number, field('t', i, "number"));
            line(one.title, field('t', i, "title"));
            if (one.number.empty() || one.title.empty())
                add(refuse("council.paper.topic_incomplete", field('t', i, one.number.empty() ? "number" : "title")));
            place(one, field('t', i, "number"));
            count(one.number, field('t', i, "number"));
        }
    }
    // Topics stand behind what they stand below, as the paper has them.
    void place(DraftTopic& topic, std::string const& at) {
        if (topic.field.empty()) {
            auto const above = std::string(number_above(topic.number));
            topic.field = above.substr(0, above.find('.'));
            topic.parent = above == topic.field ? std::nullopt : std::optional(above);
        }
        auto const& above = topic.parent ? *topic.parent : topic.field;
        if (!topic.number.empty() && !numbers_.contains(above))
            add(refuse("council.paper.topic_unplaced", at, {{"number", topic.number}, {"above", above}}));
    }

    void count(std::string const& number, std::string const& at) {
        if (!number.empty() && !numbers_.insert(number).second)
            add(refuse("council.paper.topic_number_twice", at, {{"number", number}}));
    }

    PaperDraft draft_;
    Problems problems_;
    std::set<std::string> numbers_;
};

}  // namespace

std::string_view number_above(std::string_view number) {
    while (number.ends_with('.')) number.remove_suffix(1);
    auto const dot = number.rfind('.');
    return dot == std::string_view::npos ? std::string_view{} : number.substr(0, dot);
}

Outcome<PaperDraft> admitted(PaperDraft draft) { return Admission(std::move(draft)).admit(); }

}  // namespace lenkwerk::council
