#pragma once
// What a verdict "amend" or "extend" carries: one change of one topic of the field (mission, "Steering group").
#include "base/audience.hpp"
#include "base/time.hpp"
#include "modules/plan/ids.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace lenkwerk::steering {

enum class ChangeKind { reword, add, retire };
inline constexpr std::array kChangeKinds{ChangeKind::reword, ChangeKind::add, ChangeKind::retire};
std::string_view word(ChangeKind kind);
std::optional<ChangeKind> change_kind_of(std::string_view word);

struct TopicChange {
    std::int64_t id = 0;
    plan::TopicId field;
    ChangeKind kind = ChangeKind::reword;
    plan::TopicId topic;                    // the field itself or a topic below; for add: the one above the new one
    std::string before = {};                // its title when the change was written
    std::string title = {}, subtitle = {};  // how it reads afterwards, or the new one
    std::string text = {};                  // Markdown; for retire: the reason
    Instant seen = {};                      // when the form was shown
    Audience audience = Audience::administration();  // of the topic
};

// Whether a verdict carries changes of topics at all.
inline bool carries_changes(std::string_view verdict) { return verdict == "amend" || verdict == "extend"; }

}  // namespace lenkwerk::steering
