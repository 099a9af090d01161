#include "platform/web/components/assets.hpp"

#include "platform/embedded.hpp"

#include <map>
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

namespace lenkwerk::web::components {

namespace {

std::map<std::string, html::Url, std::less<>> read_addresses() {
    std::map<std::string, html::Url, std::less<>> addresses;
    auto const names = nlohmann::json::parse(embedded_file("assets/dist/names.json"));
    for (auto const& [plain, hashed] : names.items())
        addresses.emplace(plain, html::Url::checked("/assets/" + hashed.get<std::string>()));
    return addresses;
}

}  // namespace

html::Url asset(std::string_view name) {
    static auto const addresses = read_addresses();
    if (auto const found = addresses.find(name); found != addresses.end()) return found->second;
    throw std::out_of_range("no asset of this name: " + std::string(name));
}

}  // namespace lenkwerk::web::components
