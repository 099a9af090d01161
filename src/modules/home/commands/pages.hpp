#pragma once
// What the office does with its pages.
#include "modules/home/rules/content_page.hpp"
#include "platform/storage/transaction.hpp"

namespace lenkwerk::home {

inline constexpr std::string_view kEditPages = "home.edit_pages";

// `version` 0: the page is not there yet.
Outcome<Done> save_page(storage::Transaction& tx, std::string const& address, PageText const& page,
                        std::int64_t version);

}  // namespace lenkwerk::home
