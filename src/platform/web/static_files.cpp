#include "platform/web/static_files.hpp"

#include "platform/embedded.hpp"

#include <algorithm>

namespace lenkwerk::web {
namespace {

constexpr std::string_view kFolder = "assets/dist/";
constexpr std::string_view kAddress = "/assets/";
constexpr std::string_view kRoute = "/assets/{file}";

std::size_t place(Delivery const& delivery) {
    return static_cast<std::size_t>(delivery.coding) * 2 + (delivery.over_tls ? 1 : 0);
}

}  // namespace

std::string content_type_of(std::string_view file_name) {
    static constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".json", "application/json"},
        {".txt", "text/plain; charset=utf-8"},
        {".pdf", "application/pdf"},
        {".webmanifest", "application/manifest+json"},
    };
    auto const found = std::ranges::find_if(kTypes, [&](auto const& type) { return file_name.ends_with(type.first); });
    return std::string(found == std::end(kTypes) ? "application/octet-stream" : found->second);
}

StaticFiles::StaticFiles() {
    for (auto const& file : embedded_files(kFolder)) {
        auto const name = file.name.substr(kFolder.size());
        files_[std::string(kAddress).append(name)] = {file.content, content_type_of(name), {}};
    }
}

std::optional<Reply> StaticFiles::ready(std::string_view target, Delivery const& delivery) const {
    auto const found = files_.find(target);
    if (found == files_.end()) return std::nullopt;
    std::lock_guard const lock(mutex_);
    auto const& made = found->second.packed[place(delivery)];
    return made ? std::optional{pick(*made, delivery.if_none_match)} : std::nullopt;
}

std::optional<Reply> StaticFiles::serve(std::string_view target, Delivery const& delivery) {
    auto const found = files_.find(target);
    if (found == files_.end()) return std::nullopt;
    auto& file = found->second;
    auto thorough = delivery;
    thorough.effort = Effort::thorough;
    Response const response{
        .content_type = file.content_type, .body = std::string(file.content), .caching = Caching::forever};
    auto made = packed(response, kRoute, thorough);
    std::lock_guard const lock(mutex_);
    file.packed[place(delivery)] = made;
    return pick(*made, delivery.if_none_match);
}

}  // namespace lenkwerk::web
