#pragma once
// A list that goes on: the items and, if there are more, an opaque cursor to the next ones.
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace lenkwerk {

template <class T> struct Page {
    std::vector<T> items;
    std::optional<std::string> next = std::nullopt;
};

// A cursor that we never wrote; the dispatcher answers 404.
struct BadCursor : std::invalid_argument {
    using std::invalid_argument::invalid_argument;
};

// The last item of a page: what the list is ordered by, and its id. `WHERE (name, id) > ($1, $2) … LIMIT $3`.
struct Cursor {
    std::string text;
    std::int64_t id = 0;

    std::string write() const;
    // Without a cursor: before the first item.
    static Cursor read(std::optional<std::string> const& written);
    bool operator==(Cursor const&) const = default;
};

// `items` were read with a limit of `most` + 1: the one too many says that the list goes on. `cursor_of` makes the
// Cursor of an item.
template <class T, class CursorOf> Page<T> page_of(std::vector<T> items, std::int64_t most, CursorOf cursor_of) {
    if (static_cast<std::int64_t>(items.size()) <= most) return {std::move(items)};
    items.resize(static_cast<std::size_t>(most));
    auto next = cursor_of(items.back()).write();
    return {std::move(items), std::move(next)};
}

}  // namespace lenkwerk
