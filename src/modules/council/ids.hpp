#pragma once
// The ids of the council's papers that other modules may keep as foreign keys.
#include "base/id.hpp"

namespace lenkwerk::council {

using PaperId = Id<struct PaperTag>;
using ConsultationId = Id<struct ConsultationTag>;
using ReadingId =
    Id<struct ReadingTag>;  // a paper as it was read from a file, before and after the office has checked it

}  // namespace lenkwerk::council
