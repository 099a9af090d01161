#pragma once
// Asking: which documents that this viewer may see hold all the words of a question, alike on both databases.
#include "base/audience.hpp"
#include "base/id.hpp"
#include "platform/storage/page.hpp"
#include "platform/storage/reader.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::search {

// A piece of shown text; the found ones are for <mark>.
struct Piece {
    std::string text;
    bool found = false;
    bool operator==(Piece const&) const = default;
};

struct Hit {
    Subject subject;
    std::string title, address;
    std::vector<Piece> marked_title;
    std::vector<Piece>
        excerpt;  // about 200 bytes around the first word that was found; "… " where something is left out
    Instant changed_at;
};

struct Question {
    std::string text;
    std::string kind = {};  // only subjects of this kind; empty: of all
    std::optional<std::string> cursor = std::nullopt;
};

// 20 a page: first those that hold all words in their title, then the others; within, the last changed first. A word is
// found in its grammatical forms, however its umlauts are written, and as a part of a compound ("beleuchtung" finds
// "Straßenbeleuchtung") if it has four letters at least. A question without a word finds nothing.
// Throws BadCursor.
Page<Hit> find(storage::Reader const& reader, Viewer const& viewer, Question const& question);

// How many documents answer the question, by kind: the most first.
struct KindCount {
    std::string kind;
    std::int64_t count = 0;
    bool operator==(KindCount const&) const = default;
};
std::vector<KindCount> count_by_kind(storage::Reader const& reader, Viewer const& viewer, std::string_view text);

}  // namespace lenkwerk::search
