// Walks every route as every role over things of every audience, and compares with rights.txt.
#include "marked_city.hpp"
#include "rights_table.hpp"

#include "platform/web/router.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace lenkwerk::app {
namespace {

using testing::IsEmpty;

std::vector<RightsRow> const& table() {
    static auto const rows = [] {
        std::ifstream file(LENKWERK_SOURCE_DIR "/src/app/tests/rights.txt");
        std::ostringstream text;
        text << file.rdbuf();
        return read_rights(text.str());
    }();
    return rows;
}

std::string name_of(Route const& route) { return fmt::format("{} {}", web::word(route.method), route.pattern); }

// The address of a thing: its id in place of the last parameter, the first thing's of its table in place of the others.
struct Address {
    std::string text;
    Thing thing;
};

void fill(std::string& address, std::string const& name, std::string const& value) {
    auto const parameter = "{" + name + "}";
    if (auto const at = address.find(parameter); at != std::string::npos) address.replace(at, parameter.size(), value);
}

std::vector<Address> addresses(MarkedCity& city, RightsRow const& row) {
    auto const pattern = row.route.substr(row.route.find(' ') + 1);
    if (pattern.find('{') == std::string::npos) return {{pattern, {"", "public"}}};
    std::vector<Address> found{{pattern, {"", "public"}}};
    for (auto const& [name, source] : row.things) {
        std::vector<Address> longer;
        for (auto const& thing : city.things(source))
            for (auto address : found) {
                fill(address.text, name, thing.id);
                if (thing.audience != "public" || thing.organisation || address.thing.id.empty()) address.thing = thing;
                longer.push_back(std::move(address));
            }
        found = std::move(longer);
    }
    return found;
}

// The organisation that a role acts for in the town.
std::int64_t organisation_of(std::string_view role) { return role == "department" ? 1 : 2; }

bool is_let_in(RightsRow const& row, std::string const& role, Thing const& thing) {
    if (!Viewer::may_see(actors().at(role).viewer().text(), thing.audience)) return false;
    bool const is_own = !thing.organisation || *thing.organisation == organisation_of(role);
    return is_own ? row.lets_in_own(role) : row.lets_in(role);
}

bool leads_to_sign_in(web::testing::Answer const& answer) {
    return answer.status == 303 && answer.header("location").starts_with("/anmelden");
}
bool is_turned_away(web::testing::Answer const& answer) {
    return answer.status == 401 || answer.status == 403 || answer.status == 404 || leads_to_sign_in(answer);
}

class Rights : public town::StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (!IsSkipped()) city = std::make_unique<MarkedCity>(GetParam());
    }
    std::unique_ptr<MarkedCity> city;
};

TEST_P(Rights, every_route_has_its_row_and_every_row_its_route) {
    std::vector<std::string> routes, rows;
    for (auto const& module : city->modules())
        for (auto const& route : module.routes) routes.push_back(name_of(route));
    for (auto const& row : table()) rows.push_back(row.route);
    EXPECT_THAT(rows, testing::UnorderedElementsAreArray(routes));
}

TEST_P(Rights, nobody_reads_more_than_the_table_says_and_everybody_as_much) {
    for (auto const& row : table()) {
        if (!row.route.starts_with("GET ")) continue;
        for (auto const& address : addresses(*city, row))
            for (auto const& [role, actor] : actors()) {
                auto const where = fmt::format("{} ({}) as {}", address.text, address.thing.audience, role);
                auto const answer = city->browser(role).get(address.text);
                EXPECT_THAT(leaks(answer.body, actor.viewer()), IsEmpty()) << where;
                if (is_let_in(row, role, address.thing))
                    EXPECT_TRUE(answer.status / 100 == 2 || (answer.status == 303 && !leads_to_sign_in(answer)))
                        << where << " answered " << answer.status;
                else
                    EXPECT_TRUE(is_turned_away(answer)) << where << " answered " << answer.status;
            }
    }
}

TEST_P(Rights, nobody_changes_what_the_table_does_not_let_them) {
    for (auto const& row : table()) {
        if (!row.route.starts_with("POST ")) continue;
        for (auto const& address : addresses(*city, row))
            for (auto const& [role, actor] : actors()) {
                if (is_let_in(row, role, address.thing)) continue;
                auto browser = city->browser(role);
                browser.get("/anmelden");  // brings a form's token
                auto const before = city->events();
                auto const answer = browser.post(address.text);
                auto const where = fmt::format("{} ({}) as {}", address.text, address.thing.audience, role);
                EXPECT_TRUE(is_turned_away(answer)) << where << " answered " << answer.status;
                EXPECT_EQ(city->events(), before) << where << " left an event";
            }
    }
}

LENKWERK_ON_BOTH_DATABASES(Rights);

}  // namespace
}  // namespace lenkwerk::app
