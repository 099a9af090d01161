#pragma once
// The agenda of a session (Tagesordnung): its points in order, each with readers of its own.
#include "base/audience.hpp"
#include "base/id.hpp"
#include "base/outcome.hpp"

#include <optional>
#include <string>

namespace lenkwerk::bodies {

struct AgendaItemDraft {
    std::string title;  // 1 to 200 characters
    std::string text;   // at most 5,000
    Audience audience = Audience::administration();
    std::optional<Subject> subject = std::nullopt;  // what was put on it from elsewhere
};
Outcome<AgendaItemDraft> check_agenda_item(AgendaItemDraft draft);

}  // namespace lenkwerk::bodies
