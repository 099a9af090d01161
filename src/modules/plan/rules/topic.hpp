#pragma once
// A field of action or a topic below one, at one moment.
#include "base/audience.hpp"
#include "base/outcome.hpp"
#include "modules/plan/ids.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace lenkwerk::plan {

// proposed: imported or added, not yet confirmed by a decision; retired: keeps its address and says what became of it.
enum class TopicState { proposed, confirmed, retired };
std::string_view word(TopicState state);
TopicState topic_state_of(std::string_view word);  // throws std::invalid_argument for a word that we never stored

struct Topic {
    TopicId id;
    std::optional<TopicId> parent;  // none: a field of action
    int position = 0;               // among the living children of the parent, from 0; without meaning once retired
    std::string title;
    std::string subtitle;  // of fields: "Vorbeugung und Verminderung statt Korrektur …"
    std::string text;      // Markdown
    TopicState state = TopicState::proposed;
    std::optional<TopicId> merged_into;  // of retired ones
    std::string retired_because;         // of retired ones
    Audience audience = Audience::administration();

    bool is_field() const { return !parent; }
    bool is_alive() const { return state != TopicState::retired; }
    bool operator==(Topic const&) const = default;
};

struct TopicDraft {
    std::string title;     // 1 to 200 characters
    std::string subtitle;  // at most 300
    std::string text;      // at most 20,000
    Audience audience = Audience::administration();
};
Outcome<TopicDraft> check_topic(TopicDraft draft);

}  // namespace lenkwerk::plan
