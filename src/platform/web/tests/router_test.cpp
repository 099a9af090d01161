#include "platform/web/router.hpp"

#include "platform/web/visit.hpp"

#include <gtest/gtest.h>

namespace lenkwerk::web {
namespace {

Route route(Method method, std::string pattern) {
    return {method, std::move(pattern), [](Visit&) { return Response{}; }};
}

class RouterTest : public testing::Test {
protected:
    RouterTest() {
        for (auto const& each : routes) router.add(each);
    }
    std::string pattern(std::string_view path, Method method = Method::get) const {
        auto const match = router.find(method, path);
        return match.route ? match.route->pattern : "";
    }

    std::vector<Route> const routes{
        route(Method::get, "/"),
        route(Method::get, "/massnahmen"),
        route(Method::post, "/massnahmen"),
        route(Method::get, "/massnahmen/neu"),
        route(Method::get, "/massnahmen/{id}"),
        route(Method::get, "/massnahmen/{id}/sachstaende/{report}"),
        route(Method::get, "/massnahmen/neu/vorlage"),
    };
    Router router;
};

TEST_F(RouterTest, a_literal_beats_a_parameter) {
    EXPECT_EQ(pattern("/massnahmen/neu"), "/massnahmen/neu");
    EXPECT_EQ(pattern("/massnahmen/42"), "/massnahmen/{id}");
}

TEST_F(RouterTest, goes_back_where_a_literal_leads_nowhere) {
    EXPECT_EQ(pattern("/massnahmen/neu/sachstaende/1"), "/massnahmen/{id}/sachstaende/{report}");
}

TEST_F(RouterTest, names_the_parameters) {
    auto const match = router.find(Method::get, "/massnahmen/42/sachstaende/7");
    EXPECT_EQ(match.parameters, (Parameters{{"id", "42"}, {"report", "7"}}));
}

TEST_F(RouterTest, head_finds_the_route_of_get) {
    EXPECT_EQ(pattern("/massnahmen/42", Method::head), "/massnahmen/{id}");
}

TEST_F(RouterTest, says_what_is_allowed_where_only_the_method_is_wrong) {
    auto const match = router.find(Method::remove, "/massnahmen");
    EXPECT_EQ(match.route, nullptr);
    EXPECT_EQ(match.allowed, (std::vector{Method::get, Method::post}));
}

TEST_F(RouterTest, finds_nothing_for_unknown_addresses) {
    for (auto const* const path : {"", "massnahmen", "/massnahmen/", "//", "/massnahmen//sachstaende/1", "/x"}) {
        EXPECT_EQ(pattern(path), "") << path;
        EXPECT_TRUE(router.find(Method::get, path).allowed.empty()) << path;
    }
}

TEST_F(RouterTest, refuses_two_routes_for_one_address) {
    auto const twin = route(Method::get, "/massnahmen/{nummer}");
    EXPECT_THROW(router.add(twin), std::logic_error);
}

}  // namespace
}  // namespace lenkwerk::web
