#pragma once
// A list that goes on: the items and, if there are more, an opaque cursor to the next ones.
#include <optional>
#include <string>
#include <vector>

namespace lenkwerk {

template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> next = std::nullopt;
};

}  // namespace lenkwerk
