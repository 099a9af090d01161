#include <gtest/gtest.h>

#include "cores/sortition/input/read.hpp"

namespace lenkwerk::sortition::input {
namespace {

Quotas quotas_in(std::string const& csv) {
    auto quotas = read_quotas({"quotas.csv", csv});
    EXPECT_TRUE(quotas) << csv;
    return std::move(*quotas);
}

void expect_women_and_men(std::string const& csv) {
    auto const quotas = quotas_in(csv);
    EXPECT_EQ(quotas.features, std::vector<std::string>{"sex"}) << csv;
    ASSERT_EQ(quotas.rows.size(), 2U) << csv;
    EXPECT_EQ(quotas.rows[0].value, "women") << csv;
    EXPECT_EQ(quotas.rows[1].min, 3) << csv;
    EXPECT_EQ(quotas.rows[1].max, 4) << csv;
}

TEST(Quotas, are_read_under_each_header_of_the_field) {
    for (auto const* header : {"feature,value,min,max", "category,name,min,max", "category,feature,min,max",
                               "Feature , VALUE,Min,MAX", "feature,value,min,max,min_flex,max_flex"}) {
        expect_women_and_men(std::string(header) + "\nsex,women,1,2\nsex,men,3,4\n");
    }
}

TEST(Quotas, are_read_with_any_delimiter_and_line_end) {
    expect_women_and_men("feature;value;min;max\r\nsex;women;1;2\r\nsex;men;3;4\r\n");
    expect_women_and_men("feature\tvalue\tmin\tmax\nsex\twomen\t1\t2\n\nsex\tmen\t3\t4");
    expect_women_and_men(
        "\xEF\xBB\xBF"
        "feature,value,min,max\r\"sex\",\"women\",1,2\r\"sex\", men ,3,4\r");
}

TEST(Quotas, keep_their_flexible_bounds_where_they_are_given) {
    auto const quotas = quotas_in("feature,value,min,max,min_flex,max_flex\nsex,f,3,4,2,5\nsex,m,3,4,,\n");
    EXPECT_EQ(quotas.rows[0].flex_min, 2);
    EXPECT_EQ(quotas.rows[0].flex_max, 5);
    EXPECT_FALSE(quotas.rows[1].flex_min);
    EXPECT_FALSE(quotas.rows[1].flex_max);
}

TEST(People, are_the_same_in_utf8_and_windows_1252) {
    auto const quotas = quotas_in(
        "feature,value,min,max\nViertel,S\xC3\x9C"
        "D,0,1\nViertel,\xE2\x82\xAC,0,1\n");
    auto const utf8 = read_people({"a",
                                   "id,Viertel\nM\xC3\xBCller,s\xC3\xBC"
                                   "d\n2,\xE2\x82\xAC\n"},
                                  quotas);
    auto const windows = read_people({"a",
                                      "id,Viertel\nM\xFCller,s\xFC"
                                      "d\n2,\x80\n"},
                                     quotas);
    ASSERT_TRUE(utf8 && windows);
    for (auto const& people : {*utf8, *windows}) {
        ASSERT_EQ(people.members.size(), 2U);
        EXPECT_EQ(people.members[0].id, "M\xC3\xBCller");
        EXPECT_EQ(people.members[0].quotas, std::vector{0});
        EXPECT_EQ(people.members[1].quotas, std::vector{1});
    }
}

TEST(People, take_their_id_from_the_named_the_usual_or_the_first_column) {
    auto const quotas = quotas_in("feature,value,min,max\nsex,f,0,1\n");
    auto const id = [&](std::string const& csv, std::string const& column) {
        auto const people = read_people({"a", csv}, quotas, {column, {}});
        return people ? people->members.front().id : std::string("refused");
    };
    EXPECT_EQ(id("sex,nationbuilder_id,id\nf,7,8\n", ""), "7");
    EXPECT_EQ(id("sex,other,id\nf,7,8\n", ""), "8");
    EXPECT_EQ(id("code,sex\n9,f\n", ""), "9");
    EXPECT_EQ(id("id,sex,code\n9,f,10\n", "code"), "10");
}

TEST(Address, is_one_however_it_is_spelled) {
    for (auto const* spelled : {"Musterstr. 5",
                                "Musterstra\xC3\x9F"
                                "e 5",
                                "MUSTERSTRASSE 5", "musterstr 5", " Muster-Str. 5", "Musterstrasse, 5"}) {
        EXPECT_EQ(normalised_address(spelled), "musterstrasse5") << spelled;
    }
    EXPECT_EQ(normalised_address("\xC3\x9C"
                                 "bergang 1"),
              normalised_address("Uebergang 1"));
    EXPECT_NE(normalised_address("Musterstr. 5"), normalised_address("Musterstr. 51"));
    EXPECT_NE(normalised_address("Strohgasse 1"), normalised_address("Strandgasse 1"));
}

}  // namespace
}  // namespace lenkwerk::sortition::input
