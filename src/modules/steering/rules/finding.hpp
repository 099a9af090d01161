#pragma once
// What people see under one of the perspectives the plan asks for, about one field of action; always with its source.
#include "base/audience.hpp"
#include "base/outcome.hpp"
#include "modules/plan/ids.hpp"

#include <string>

namespace lenkwerk::steering {

struct FindingDraft {
    plan::TopicId field;
    std::string perspective;  // of kPerspectives
    std::string text;         // 1 to 1,000 characters
    std::string source;       // 1 to 300: who says so, where it stands
    Audience audience = Audience::administration();
};
Outcome<FindingDraft> check_finding(FindingDraft draft);

}  // namespace lenkwerk::steering
