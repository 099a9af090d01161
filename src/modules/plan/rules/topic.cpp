#include "modules/plan/rules/topic.hpp"

#include "base/text.hpp"

#include <array>
#include <stdexcept>

namespace lenkwerk::plan {
namespace {

constexpr std::size_t kLongestTitle = 200;
constexpr std::size_t kLongestSubtitle = 300;
constexpr std::size_t kLongestText = 20'000;

Problem too_long(std::string field, std::size_t most) {
    return {"plan.topic.too_long", std::move(field), {{"most", static_cast<std::int64_t>(most)}}};
}

}  // namespace

std::string_view word(TopicState state) {
    switch (state) {
        case TopicState::proposed: return "proposed";
        case TopicState::confirmed: return "confirmed";
        case TopicState::retired: return "retired";
    }
    throw std::logic_error("unknown state of a topic");
}

TopicState topic_state_of(std::string_view text) {
    for (auto const state : {TopicState::proposed, TopicState::confirmed, TopicState::retired})
        if (word(state) == text) return state;
    throw std::invalid_argument("no state of a topic: " + std::string(text));
}

Outcome<TopicDraft> check_topic(TopicDraft draft) {
    draft = {text::squeeze(draft.title), text::squeeze(draft.subtitle), text::trim(draft.text), draft.audience};
    Problems problems;
    if (draft.title.empty()) problems.push_back({"plan.topic.title_missing", "title"});
    if (text::length(draft.title) > kLongestTitle) problems.push_back(too_long("title", kLongestTitle));
    if (text::length(draft.subtitle) > kLongestSubtitle) problems.push_back(too_long("subtitle", kLongestSubtitle));
    if (text::length(draft.text) > kLongestText) problems.push_back(too_long("text", kLongestText));
    if (!problems.empty()) return problems;
    return draft;
}

}  // namespace lenkwerk::plan
