#include "platform/access/actor.hpp"

#include <gtest/gtest.h>

namespace lenkwerk::access {
namespace {

class Rights : public testing::Test {
protected:
    void SetUp() override {
        register_permissions(
            {{"plan.edit", {{Role::office}, {Role::lead, Reach::own}}}, {"log.read", {{Role::auditor}}}});
    }
    static Actor with(Role role, std::optional<Subject> scope = std::nullopt) {
        return {AccountId{1}, "N.", {{role, scope}}};
    }
    Subject const group{"body", 3}, other_group{"body", 4};
};

TEST_F(Rights, reach_everywhere_or_only_the_own_body) {
    EXPECT_TRUE(with(Role::office).may("plan.edit"));
    EXPECT_TRUE(with(Role::office).may("plan.edit", group));
    EXPECT_FALSE(with(Role::lead, group).may("plan.edit"));
    EXPECT_TRUE(with(Role::lead, group).may("plan.edit", group));
    EXPECT_FALSE(with(Role::lead, group).may("plan.edit", other_group));
    EXPECT_TRUE(with(Role::lead, group).may_somewhere("plan.edit"));
    EXPECT_FALSE(with(Role::member, group).may_somewhere("plan.edit"));
    EXPECT_TRUE(with(Role::lead).may("plan.edit"));  // of the whole city
}

TEST_F(Rights, a_visitor_has_none_and_the_system_all) {
    EXPECT_FALSE(Actor::visitor().may_somewhere("plan.edit"));
    EXPECT_TRUE(Actor::system("job:x").may("log.read"));
    EXPECT_EQ(Actor::system("job:x").signature(), "system:job:x");
}

TEST_F(Rights, asking_for_an_unknown_one_is_a_fault_even_of_the_system) {
    EXPECT_THROW((void)with(Role::office).may("plan.eddit"), std::logic_error);
    EXPECT_THROW((void)Actor::system("x").may("plan.eddit"), std::logic_error);
    EXPECT_THROW((void)Actor::visitor().may_somewhere("plan.eddit"), std::logic_error);
    EXPECT_THROW(register_permissions({{"a", {}}, {"a", {}}}), std::logic_error);
}

TEST_F(Rights, what_somebody_sees_follows_from_the_roles) {
    EXPECT_EQ(Actor::visitor().viewer(), Viewer::visitor());
    EXPECT_EQ(with(Role::office).viewer(), Viewer::everything());
    EXPECT_EQ(with(Role::auditor).viewer(), Viewer::everything());
    EXPECT_EQ(with(Role::department, Subject{"organisation", 1}).viewer(), Viewer::insider({}));
    EXPECT_EQ(with(Role::administrator).viewer(), Viewer::insider({}));
    EXPECT_EQ(with(Role::member, group).viewer(), Viewer::insider({3}));
    EXPECT_EQ(with(Role::partner, Subject{"organisation", 2}).viewer(), Viewer::visitor());
}

TEST_F(Rights, names_of_roles_read_back) {
    for (auto const role : {Role::member, Role::lead, Role::department, Role::partner, Role::councillor, Role::office,
                            Role::auditor, Role::administrator})
        EXPECT_EQ(role_of(word(role)), role);
    EXPECT_EQ(role_of("king"), std::nullopt);
}

}  // namespace
}  // namespace lenkwerk::access
