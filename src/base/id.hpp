#pragma once
// Identities: a strong id for each kind of thing, and a Subject for "a thing of any kind" (audit, search, back-references).
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace lenkwerk {

// 0 is "no id yet"; databases count from 1. Each module declares its own in ids.hpp: `using MeasureId = Id<struct MeasureTag>;`
template <class Tag> struct Id {
    std::int64_t value = 0;
    explicit operator bool() const { return value != 0; }
    auto operator<=>(Id const&) const = default;
};

// A thing of any kind: `kind` is the word of the glossary in singular ("measure"), as in the audit log and the search index.
struct Subject {
    std::string kind;
    std::int64_t id = 0;

    std::string text() const { return kind + ":" + std::to_string(id); }  // "measure:42"
    auto operator<=>(Subject const&) const = default;
};

}  // namespace lenkwerk
