#include <fmt/format.h>
#include <gtest/gtest.h>

#include "commands/tests/sortition/program.hpp"

namespace lenkwerk::commands::tests {
namespace {

TEST(Check, says_in_words_what_to_change_and_who_would_be_needed) {
    Folder folder;
    auto const quotas = folder.file("q.csv", "feature,value,min,max\nsex,f,3,3\nsex,m,1,1\n");
    auto const people = folder.file("p.csv", "id,sex\n1,f\n2,m\n3,m\n4,m\n");
    auto const ended = lenkwerk({"sortition", "check", "--people", people, "--quotas", quotas, "--size", "4"});
    EXPECT_EQ(ended.code, 1);
    for (auto const* said : {"lower sex = f min from 3 to 1", "raise sex = m max from 1 to 3", "2 \xC3\x97 sex = f"}) {
        EXPECT_NE(ended.out.find(said), std::string::npos) << said << " in " << ended.out;
    }
}

TEST(Check, names_who_is_in_no_panel_and_why) {
    Folder folder;
    auto const quotas =
        folder.file("q.csv", "feature,value,min,max\nsex,f,1,1\nsex,m,1,1\nage,old,2,2\nage,young,0,1\n");
    auto const people = folder.file("p.csv", "id,sex,age\n1,f,old\n2,m,old\nanna,f,young\n4,m,old\n");
    auto const ended = lenkwerk({"sortition", "check", "--people", people, "--quotas", quotas, "--size", "2"});
    EXPECT_EQ(ended.code, 0);
    EXPECT_NE(ended.out.find("anna: excluded by the quotas of age = old"), std::string::npos) << ended.out;
}

TEST(Invite, writes_who_is_drawn_with_order_stratum_and_probability) {
    Folder folder;
    std::string csv = "code,born,district\n";
    for (int i = 0; i < 30; ++i) csv += fmt::format("c{},1970-01-01,{}\n", i, i % 3 == 0 ? "North" : "South");
    auto const extract = folder.file("register.csv", csv), out = folder.file("letters.csv");
    auto const ended = lenkwerk({"sortition", "invite", "--extract", extract, "--letters", "6", "--seed", "s",
                                 "--strata", "district", "--birth", "born", "--day", "2025-01-01", "--out", out});
    ASSERT_EQ(ended.code, 0) << ended.err;
    auto const letters = bytes_of(out);
    EXPECT_TRUE(letters.starts_with("order,code,stratum,probability\n1,c")) << letters;
    EXPECT_NE(letters.find(",North,0.2\n"), std::string::npos) << letters;
    EXPECT_NE(ended.out.find("30 rows, 30 eligible, 6 letters"), std::string::npos) << ended.out;
}

}  // namespace
}  // namespace lenkwerk::commands::tests
