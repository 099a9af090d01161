#pragma once
// The office's pages as they are kept.
#include "modules/home/rules/content_page.hpp"
#include "platform/storage/database.hpp"

namespace lenkwerk::home::store {

struct StoredPage {
    std::int64_t id = 0;
    PageText text;
    std::int64_t version = 0;
};
std::optional<StoredPage> find_page(storage::Reader const& reader, std::string const& address);
std::int64_t insert_page(storage::Transaction& tx, std::string const& address, PageText const& page);
bool update_page(storage::Transaction& tx, std::string const& address, PageText const& page, std::int64_t version);

}  // namespace lenkwerk::home::store
