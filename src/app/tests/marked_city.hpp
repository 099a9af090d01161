#pragma once
// The invented town of tests/cities with everything that can be hidden spread over all audiences, and each text of it marked with its audience: a
// page that shows a mark which its reader may not see has a hole.
#include "platform/web/testing/browser.hpp"
#include "town/world.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace lenkwerk::app {

struct Thing {
    std::string id;
    std::string audience;                           // "public" where the table has none
    std::optional<std::int64_t> organisation = {};  // whose it is, where the table says it
};

class MarkedCity {
public:
    explicit MarkedCity(town::Dialect dialect);

    web::Site& site() { return *site_; }
    std::vector<Module> const& modules() { return world_.city().modules(); }
    web::testing::Browser browser(std::string const& role);
    // One for each audience and for each organisation that acts in the town (1, 2, others), of "table" or "table.column";
    // "=text" is that text. Throws std::runtime_error where there is none.
    std::vector<Thing> things(std::string const& table);
    std::int64_t events();

private:
    void plant();
    void plant_by_forms();
    void mark();
    void read_columns();

    town::World world_;
    std::map<std::string, std::set<std::string>> columns_;  // by table
    std::unique_ptr<web::Site> site_;
};

// Every role, by its name in rights.txt.
std::map<std::string, access::Actor> const& actors();
// The marks in a page that this viewer may not see.
std::vector<std::string> leaks(std::string const& page, Viewer const& viewer);

}  // namespace lenkwerk::app
