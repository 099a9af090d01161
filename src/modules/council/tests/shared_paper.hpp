#pragma once
// The papers that tests read: the real one, where the reference data is at hand, and the invented one of this repository.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace lenkwerk::council {

inline std::string bytes_of(std::filesystem::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::optional<std::string> real_paper() {
    auto const* const named = std::getenv("LENKWERK_SHARED");  // NOLINT(concurrency-mt-unsafe)
    auto const shared =
        named != nullptr ? std::filesystem::path(named) : std::filesystem::path(LENKWERK_SOURCE_DIR) / ".." / "shared";
    auto const file = shared / "seed" / "26093-22.txt";
    if (!std::filesystem::exists(file)) return std::nullopt;
    return bytes_of(file);
}

inline std::string invented_paper() {
    return bytes_of(std::filesystem::path(LENKWERK_SOURCE_DIR) / "tests" / "papers" / "0417-24.txt");
}

}  // namespace lenkwerk::council
