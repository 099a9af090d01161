// Organisations as programs read them: no address of anybody.
#include "modules/people/commands/organisations.hpp"
#include "modules/people/module.hpp"
#include "town/browsers.hpp"

#include <nlohmann/json.hpp>

namespace lenkwerk::people {
namespace {

class OrganisationApi : public town::StoreTest {};
LENKWERK_ON_BOTH_DATABASES(OrganisationApi);

TEST_P(OrganisationApi, lists_them_without_their_mail) {
    town::World world{GetParam(), {people::module()}};
    town::Browsers browsers{world.city()};
    auto const id = world.write(town::office(), [](auto& tx) {
        return add_organisation(tx, {"Ordnungsamt", "", "administration", "amt@stadt.example"});
    });
    ASSERT_TRUE(id);
    auto const answer = browsers.visitor().get("/api/v1/organisations");
    auto const list = nlohmann::json::parse(answer.body).at("organisations");
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].at("id"), id->value);
    EXPECT_EQ(list[0].at("kind"), "administration");
    EXPECT_TRUE(list[0].at("short_name").is_null());
    EXPECT_FALSE(answer.contains("amt@stadt.example"));
}

}  // namespace
}  // namespace lenkwerk::people
