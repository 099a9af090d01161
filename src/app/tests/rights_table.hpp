#pragma once
// Who may do what, as rights.txt says it: one row a route. A route without a row, and a row without a route, fail.
#include "platform/web/http.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::app {

struct RightsRow {
    std::string route;             // "GET /themen/{id}"
    std::vector<std::string> who;  // roles; "department:own" for the organisation's own only; "everyone", "signed-in"
    std::map<std::string, std::string> things;  // parameter → table or "table.column" it is an id of

    bool lets_in(std::string_view role) const;      // whatever the thing
    bool lets_in_own(std::string_view role) const;  // for what belongs to the role's own organisation
};

// Throws std::runtime_error with the line that cannot be read.
std::vector<RightsRow> read_rights(std::string_view text);

}  // namespace lenkwerk::app
