#include "platform/seed.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace lenkwerk {

std::optional<std::string> SeedFolder::file(std::string_view name) const {
    auto const path = std::filesystem::path(path_) / name;
    if (!std::filesystem::exists(path)) return std::nullopt;
    std::ifstream in(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), {}};
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return content;
}

std::int64_t SeedFolder::id(std::string const& kind, std::string const& key) const {
    auto const found = ids_.find({kind, key});
    if (found == ids_.end()) throw std::runtime_error("the city's folder names an unknown " + kind + ": " + key);
    return found->second;
}

}  // namespace lenkwerk
