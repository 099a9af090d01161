#include "cores/sortition/draw/invite.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "cores/sortition/digest.hpp"
#include "cores/sortition/wording.hpp"

namespace lenkwerk::sortition::draw {
namespace {

std::string const kHeader = "code;born;district;street;moved_in\n";

// `people` of each district, each at an address of their own.
std::string extract(std::map<std::string, int> const& people) {
    std::string csv = kHeader;
    int number = 0;
    for (auto const& [district, count] : people) {
        for (int i = 0; i < count; ++i, ++number) {
            csv += fmt::format("c{};1980-05-17;{};Weg {};2020-01-01\n", number, district, number);
        }
    }
    return csv;
}

InvitationRequest by_district(std::int64_t letters) {
    InvitationRequest request;
    request.strata_columns = {"district"};
    request.letters = letters;
    request.seed = "seed";
    return request;
}

Invitations drawn(std::string const& csv, InvitationRequest const& request) {
    auto result = invite("extract.csv", csv, request);
    EXPECT_TRUE(result) << sentence(result.problems().front());
    return std::move(*result);
}

std::set<std::string> codes(Invitations const& drawn) {
    std::set<std::string> result;
    for (auto const& invitation : drawn.invitations) result.insert(invitation.code);
    return result;
}

TEST(Invite, gives_each_stratum_letters_in_proportion) {
    auto const result = drawn(extract({{"North", 60}, {"South", 30}, {"West", 10}}), by_district(20));
    ASSERT_EQ(result.strata.size(), 3U);
    EXPECT_EQ(result.strata[0].letters, 12);
    EXPECT_EQ(result.strata[1].letters, 6);
    EXPECT_EQ(result.strata[2].letters, 2);
    for (auto const& invitation : result.invitations) EXPECT_DOUBLE_EQ(invitation.probability, 0.2);
}

TEST(Invite, can_be_repeated_by_anybody_who_holds_the_list) {
    auto const result = drawn(extract({{"North", 60}}), by_district(5));
    std::vector<std::pair<Digest, std::string>> ranked;
    for (int i = 0; i < 60; ++i) ranked.emplace_back(sha256("seed\nc" + std::to_string(i)), "c" + std::to_string(i));
    std::ranges::sort(ranked);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(result.invitations[i].code, ranked[i].second);
}

TEST(Invite, does_not_depend_on_the_order_of_rows) {
    auto const csv = extract({{"North", 60}, {"South", 30}});
    std::vector<std::string> rows;
    for (std::size_t begin = kHeader.size(); begin < csv.size();) {
        auto const end = csv.find('\n', begin) + 1;
        rows.push_back(csv.substr(begin, end - begin));
        begin = end;
    }
    std::ranges::reverse(rows);
    auto const turned = std::accumulate(rows.begin(), rows.end(), kHeader);
    EXPECT_EQ(codes(drawn(csv, by_district(10))), codes(drawn(turned, by_district(10))));
}

TEST(Invite, writes_to_one_person_an_address_however_it_is_spelled) {
    auto const csv = kHeader + "a;1980-01-01;N;Musterstr. 5;\nb;1981-01-01;N;MUSTERSTRASSE 5;\n" +
                     "c;1982-01-01;N;Musterstra\xC3\x9F"
                     "e 5;\nd;1983-01-01;N;Weg 1;\n";
    auto request = by_district(2);
    request.address_columns = {"street"};
    auto const result = drawn(csv, request);
    EXPECT_EQ(result.eligible, 4);
    EXPECT_EQ(result.strata[0].candidates, 2);
    auto const chosen = codes(result);
    EXPECT_TRUE(chosen.contains("d"));
    for (auto const& invitation : result.invitations) {
        EXPECT_DOUBLE_EQ(invitation.probability, invitation.code == "d" ? 1.0 : 1.0 / 3);
    }
}

TEST(Invite, takes_only_who_is_eligible) {
    auto const csv =
        kHeader + "young;2012-01-01;N;;2020-01-01\nold;1930-01-01;N;;2020-01-01\nelsewhere;1980-01-01;S;;2020-01-01\n" +
        "new;1980-01-01;N;;2025-04-01\nexcluded;1980-01-01;N;;2020-01-01\nright;1980-01-01; n ;;01.02.2020\n" +
        "birthday;2009-06-01;N;;2020-01-01\ntomorrow;2009-06-02;N;;2020-01-01\n";
    auto request = by_district(2);
    request.strata_columns = {};
    request.birth_column = "born";
    request.day = 20250601;
    request.age_to = 80;
    request.area_column = "district";
    request.areas = {"N"};
    request.moved_in_column = "moved_in";
    request.moved_in_by = 20250101;
    request.excluded = {"excluded"};
    EXPECT_EQ(codes(drawn(csv, request)), (std::set<std::string>{"birthday", "right"}));
}

TEST(Invite, oversamples_as_stated_and_says_the_chances) {
    auto request = by_district(30);
    request.oversampling = {{"South", 2}};
    auto const result = drawn(extract({{"North", 100}, {"South", 50}}), request);
    EXPECT_EQ(result.strata[0].letters, 15);
    EXPECT_EQ(result.strata[1].letters, 15);
    double sum = 0;
    for (auto const& invitation : result.invitations) sum += 1 / invitation.probability;
    EXPECT_NEAR(sum, 150, 1e-9);  // Horvitz and Thompson: the letters stand for everybody
}

TEST(Invite, keeps_the_minimum_of_a_small_stratum) {
    auto request = by_district(10);
    request.minimum_per_stratum = 2;
    auto const result = drawn(extract({{"Large", 990}, {"Small", 10}}), request);
    EXPECT_EQ(result.strata[0].letters, 8);
    EXPECT_EQ(result.strata[1].letters, 2);
}

TEST(Apportionment, follows_both_methods) {
    std::vector<double> const votes{53, 24, 23};
    std::vector<std::int64_t> const available{100, 100, 100};
    auto const apportioned = [&](std::int64_t seats, Apportionment method) {
        return *apportion(votes, available, seats, 0, method);
    };
    EXPECT_EQ(apportioned(7, Apportionment::sainte_lague), (std::vector<std::int64_t>{3, 2, 2}));
    EXPECT_EQ(apportioned(10, Apportionment::largest_remainder), (std::vector<std::int64_t>{5, 3, 2}));
    EXPECT_EQ(apportioned(10, Apportionment::sainte_lague), (std::vector<std::int64_t>{6, 2, 2}));
}

TEST(Apportionment, never_gives_more_than_there_are) {
    auto const letters = *apportion({1, 1}, {3, 100}, 20, 0, Apportionment::sainte_lague);
    EXPECT_EQ(letters, (std::vector<std::int64_t>{3, 17}));
}

// Four megabytes, so that several threads read them; many cells hold line breaks, at which no part may begin, or quotes.
std::string large_extract() {
    std::string csv = kHeader;
    std::string const note(40, '-');
    for (int i = 0; i < 40'000; ++i) {
        auto const street = i % 3 == 0 ? fmt::format("\"{}\n{} \"\"x\"\" {}\"", note, note, i % 9000)
                                       : fmt::format("{}{} {}", note, note, i % 9000);
        csv += fmt::format("c{};19{:02}-05-17;D{};{};2020-01-01\n", i, 30 + i % 60, i % 7, street);
    }
    return csv;
}

TEST(Invite, does_not_depend_on_the_number_of_threads) {
    auto const csv = large_extract();
    auto request = by_district(500);
    request.address_columns = {"street"};
    request.birth_column = "born";
    request.day = 20250601;
    request.threads = 1;
    auto const alone = drawn(csv, request);
    EXPECT_EQ(alone.rows, 40'000);
    for (int const threads : {2, 3, 4}) {
        request.threads = threads;
        auto const together = drawn(csv, request);
        EXPECT_EQ(together.rows, alone.rows);
        EXPECT_EQ(together.eligible, alone.eligible);
        ASSERT_EQ(together.invitations.size(), alone.invitations.size());
        for (std::size_t i = 0; i < alone.invitations.size(); ++i) {
            ASSERT_EQ(together.invitations[i].code, alone.invitations[i].code);
            ASSERT_EQ(together.invitations[i].stratum, alone.invitations[i].stratum);
            ASSERT_EQ(together.invitations[i].probability, alone.invitations[i].probability);
        }
    }
}

TEST(Invite, names_the_first_fault_whichever_thread_meets_it) {
    auto csv = large_extract();
    auto const lines = std::ranges::count(csv, '\n');
    csv += "last;1980-01-01;;;\nbeyond;1980-01-01;;;\n";
    auto const result = invite("extract.csv", csv, by_district(5));
    ASSERT_FALSE(result);
    EXPECT_EQ(
        sentence(result.problems().front()),
        fmt::format("extract.csv, line {}, column 3: the cell is empty; fill it in or remove the row.", lines + 1));
}

std::string said(std::string const& csv, InvitationRequest const& request, std::string const& key) {
    auto const result = invite("extract.csv", csv, request);
    if (result) return "not refused";
    EXPECT_EQ(result.problems().front().key, key);
    return sentence(result.problems().front());
}

TEST(BadInput, in_a_register_is_named_with_its_place_and_its_remedy) {
    auto request = by_district(2);
    EXPECT_EQ(
        said("code;district\na;N\na;S\n", request, "sortition.invite.code_twice"),
        "extract.csv, line 3, column 1: the code \"a\" stands in two rows; give every person a code of their own.");
    EXPECT_EQ(said("code;district\na;N\nb;\n", request, "sortition.input.empty_cell"),
              "extract.csv, line 3, column 2: the cell is empty; fill it in or remove the row.");
    EXPECT_EQ(said("code;part\na;N\n", request, "sortition.people.column_missing"),
              "extract.csv, line 1: there is no column \"district\"; add it or correct the header.");
    EXPECT_EQ(said("code;district\na;N\n", request, "sortition.invite.too_few_people"),
              "Only 1 people can be drawn, fewer than the 2 letters; lower --letters or widen who is eligible.");
    request.minimum_per_stratum = 2;
    EXPECT_EQ(said(extract({{"North", 5}, {"South", 5}}), request, "sortition.invite.minima_exceed_letters"),
              "The minima of the strata sum to 4, more than the 2 letters; lower --minimum or raise --letters.");
    request.birth_column = "born";
    EXPECT_EQ(said(kHeader, request, "sortition.invite.day_missing"),
              "Age counts, but on which day is not said; add --day.");
    request.day = 20250601;
    EXPECT_EQ(said(kHeader + "a;31.02.1980;N;;\n", request, "sortition.invite.not_a_day"),
              "extract.csv, line 2, column 2: \"31.02.1980\" is not a day; write 2024-05-31 or 31.05.2024.");
    EXPECT_EQ(said(kHeader, request, "sortition.input.empty_pool"),
              "extract.csv, line 1: there is nobody in this file; add one row a person below the header.");
}

}  // namespace
}  // namespace lenkwerk::sortition::draw
