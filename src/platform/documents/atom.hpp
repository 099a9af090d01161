#pragma once
// Atom feeds (RFC 4287): what is new in the plan, a field or a district, for readers that follow without an account.
#include "base/time.hpp"

#include <string>
#include <vector>

namespace lenkwerk::documents {

struct FeedEntry {
    std::string id;  // stays the same for ever: "tag:" or the address of the thing
    std::string title;
    std::string address;  // absolute
    std::string summary = {};
    std::string author = {};  // an office, never a person
    Instant updated;
};

struct Feed {
    std::string id, title, author;
    std::string address, self;  // of the page and of the feed, absolute
    std::string language;       // "de"
    Instant updated;
    std::vector<FeedEntry> entries = {};
};

inline constexpr char const* kAtomType = "application/atom+xml; charset=utf-8";

std::string atom(Feed const& feed);

}  // namespace lenkwerk::documents
