#include "modules/home/store/pages.hpp"

namespace lenkwerk::home::store {

std::optional<StoredPage> find_page(storage::Reader const& reader, std::string const& address) {
    return reader.first(
        "SELECT id, title, text, version FROM home_pages WHERE address = $1", {address},
        [](storage::Row const& row) { return StoredPage{row.number(0), {row.text(1), row.text(2)}, row.number(3)}; });
}

std::int64_t insert_page(storage::Transaction& tx, std::string const& address, PageText const& page) {
    return tx.insert("INSERT INTO home_pages (address, title, text, version) VALUES ($1, $2, $3, 1) RETURNING id",
                     {address, page.title, page.text});
}

bool update_page(storage::Transaction& tx, std::string const& address, PageText const& page, std::int64_t version) {
    return tx.change(
               "UPDATE home_pages SET title = $3, text = $4, version = version + 1 WHERE address = $1 AND version = $2",
               {address, version, page.title, page.text}) == 1;
}

}  // namespace lenkwerk::home::store
