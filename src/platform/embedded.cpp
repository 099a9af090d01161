#include "platform/embedded.hpp"

#include <fmt/format.h>

namespace lenkwerk {

std::vector<EmbeddedFile> embedded_files(std::string_view prefix) {
    std::vector<EmbeddedFile> found;
    for (auto const& file : detail::all_embedded_files())
        if (file.name.substr(0, prefix.size()) == prefix) found.push_back(file);
    return found;
}

std::string_view embedded_file(std::string_view name) {
    for (auto const& file : detail::all_embedded_files())
        if (file.name == name) return file.content;
    throw std::out_of_range(fmt::format("the program carries no file {}", name));
}

}  // namespace lenkwerk
