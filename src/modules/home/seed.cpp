// pages/*.md of a city's folder.
#include "modules/home/seed.hpp"

#include "modules/home/commands/pages.hpp"

#include <fmt/format.h>

namespace lenkwerk::home {

void plant(storage::Transaction& tx, SeedFolder& folder) {
    for (auto const& page : kContentPages)
        if (auto const text = folder.file(fmt::format("pages/{}.md", page.file)))
            must(save_page(tx, std::string(page.address), page_of_file(*text), 0), std::string(page.file) + ".md");
}

}  // namespace lenkwerk::home
