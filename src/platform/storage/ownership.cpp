#include "platform/storage/ownership.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace lenkwerk::storage {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::vector<std::string_view> words(std::string_view sql) {
    std::vector<std::string_view> found;
    for (std::size_t at = 0; at < sql.size();) {
        if (sql.substr(at, 2) == "--") at = std::min(sql.find('\n', at), sql.size());
        auto const start = at;
        while (at < sql.size() && is_letter(sql[at])) ++at;
        if (at > start) found.push_back(sql.substr(start, at - start));
        if (at == start) ++at;
    }
    return found;
}

bool names_relation(std::string_view word) { return word == "TABLE" || word == "VIEW" || word == "TRIGGER"; }

// What a file creates: the word after CREATE … TABLE, VIEW or TRIGGER.
template <class Take> void each_created(std::string_view sql, Take take) {
    bool creating = false;
    auto const all = words(sql);
    for (std::size_t at = 0; at + 1 < all.size(); ++at) {
        if (all[at] == "CREATE") creating = true;
        if (!creating || !names_relation(all[at])) continue;
        creating = false;
        std::size_t const name = all[at + 1] == "IF" ? at + 4 : at + 1;
        if (name < all.size()) take(all[name]);
    }
}

}  // namespace

std::string_view module_of_file(std::string_view file) {
    if (file.find("/tests/") != std::string_view::npos) return {};
    if (file.find("/platform/") != std::string_view::npos) return "platform";
    auto const at = file.find("/modules/");
    if (at == std::string_view::npos) return {};
    auto const module = file.substr(at + std::string_view("/modules/").size());
    return module.substr(0, module.find('/'));
}

Ownership::Ownership(Schema const& schema) {
    for (auto const* part : {&schema.migrations, &schema.views})
        for (auto const& file : *part)
            each_created(file.sql, [&](std::string_view name) { owners_.emplace(std::string(name), file.owner); });
    for (auto const& views : schema.views)
        each_created(views.sql, [&](std::string_view name) { published_.emplace(name); });
}

// What nobody created by name belongs to the database: its catalogue, and the shadow tables of the search index.
std::string_view Ownership::owner_of(std::string_view relation) const {
    auto const found = owners_.find(relation);
    return found == owners_.end() ? std::string_view{"platform"} : std::string_view{found->second};
}

bool Ownership::allows(Touch const& touch) const {
    auto const module = module_of_file(touch.file);
    if (module.empty()) return true;
    auto const owner = owner_of(touch.table);
    if (owner == module || published_.contains(touch.table)) return true;
    return !touch.view.empty() && owner_of(touch.view) == owner;
}

Guard Ownership::guard() const {
    return [ownership = *this](Touch const& touch) {
        bool const allowed = ownership.allows(touch);
        if (!allowed)
            std::fprintf(stderr, "law 2: %.*s touches %.*s, which belongs to %.*s\n",
                         static_cast<int>(touch.file.size()), touch.file.data(), static_cast<int>(touch.table.size()),
                         touch.table.data(), static_cast<int>(ownership.owner_of(touch.table).size()),
                         ownership.owner_of(touch.table).data());
        return allowed;
    };
}

}  // namespace lenkwerk::storage
