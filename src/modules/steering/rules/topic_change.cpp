#include "modules/steering/rules/topic_change.hpp"

#include <stdexcept>

namespace lenkwerk::steering {

std::string_view word(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::reword: return "reword";
        case ChangeKind::add: return "add";
        case ChangeKind::retire: return "retire";
    }
    throw std::logic_error("unknown kind of change");
}

std::optional<ChangeKind> change_kind_of(std::string_view text) {
    for (auto const kind : kChangeKinds)
        if (word(kind) == text) return kind;
    return std::nullopt;
}

}  // namespace lenkwerk::steering
