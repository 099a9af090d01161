#include <gtest/gtest.h>

#include "cores/sortition/input/read.hpp"
#include "cores/sortition/select.hpp"
#include "cores/sortition/wording.hpp"

namespace lenkwerk::sortition {
namespace {

// One fault, and the sentence in which somebody is told: where it is and what to do.
struct Fault {
    std::string what, quotas, people;
    int size;
    std::string key, said;
};

std::string const kQuotas = "feature,value,min,max\nsex,f,1,2\nsex,m,1,2\n";
std::string const kPeople = "id,sex\np1,f\np2,m\np3,f\np4,m\n";

Problems problems_of(Fault const& fault) {
    auto const quotas = input::read_quotas({"quotas.csv", fault.quotas});
    if (!quotas) return quotas.problems();
    auto const people = input::read_people({"people.csv", fault.people}, *quotas);
    if (!people) return people.problems();
    auto const selection = select(*people, *quotas, {{fault.size}, Objective::leximin, "seed"});
    return selection ? Problems{} : selection.problems();
}

std::vector<Fault> const kQuotaFaults{
    {"unknown header", "thing,worth,low,high\nsex,f,1,2\n", kPeople, 2, "sortition.quotas.unknown_header",
     "quotas.csv, line 1, column 1: the header \"thing,worth,low,high\" is unknown; use feature,value,min,max or "
     "category,name,min,max or category,feature,min,max."},
    {"no quotas", "feature,value,min,max\n", kPeople, 2, "sortition.quotas.empty",
     "quotas.csv, line 1: there are no quotas in this file; add one row a value below the header."},
    {"not a number", "feature,value,min,max\nsex,f,one,2\n", kPeople, 2, "sortition.quotas.not_a_number",
     "quotas.csv, line 2, column 3: \"one\" is not a whole number of at least 0; write digits only."},
    {"not a whole number", "feature,value,min,max\nsex,f,1,2.5\n", kPeople, 2, "sortition.quotas.not_a_number",
     "quotas.csv, line 2, column 4: \"2.5\" is not a whole number of at least 0; write digits only."},
    {"min above max", "feature,value,min,max\nsex,f,3,2\n", kPeople, 2, "sortition.quotas.min_above_max",
     "quotas.csv, line 2, column 3: the minimum 3 of sex = f exceeds its maximum 2; lower the minimum or raise the "
     "maximum."},
    {"flexible bound inside", "feature,value,min,max,min_flex,max_flex\nsex,f,1,2,0,1\n", kPeople, 2,
     "sortition.quotas.flex_inside",
     "quotas.csv, line 2, column 6: the flexible bound of sex = f lies inside 1–2; it has to be at least as wide."},
    {"twice", "feature,value,min,max\nsex,f,1,2\nsex,F,1,2\n", kPeople, 2, "sortition.quotas.twice",
     "quotas.csv, line 3, column 2: the quota of sex = F is given twice; remove one of the rows."},
    {"empty cell", "feature,value,min,max\nsex,,1,2\n", kPeople, 2, "sortition.input.empty_cell",
     "quotas.csv, line 2, column 2: the cell is empty; fill it in or remove the row."},
    {"minima exceed the size", "feature,value,min,max\nsex,f,2,3\nsex,m,1,2\n", kPeople, 2,
     "sortition.quotas.minima_exceed_size",
     "quotas.csv, line 3, column 3: the minima of sex sum to 3, more than the 2 seats of the panel; lower some of "
     "them."},
    {"maxima below the size", "feature,value,min,max\nsex,f,0,1\nsex,m,0,1\n", kPeople, 3,
     "sortition.quotas.maxima_below_size",
     "quotas.csv, line 3, column 4: the maxima of sex sum to 2, fewer than the 3 seats of the panel; raise some of "
     "them."},
    {"more wanted than there are", "feature,value,min,max\nsex,f,3,3\nsex,m,0,2\n", kPeople, 3,
     "sortition.quotas.too_few_people",
     "quotas.csv, line 2, column 3: sex = f needs at least 3 people, but the pool has 2; lower the minimum or find "
     "more."},
};

std::vector<Fault> const kPeopleFaults{
    {"value without quota", kQuotas, "id,sex\np1,f\np2,d\n", 2, "sortition.people.value_without_quota",
     "people.csv, line 3, column 2: sex = \"d\" has no quota; add a row for it to quotas.csv or correct the value."},
    {"person without a feature", kQuotas, "id,sex\np1\n", 2, "sortition.input.empty_cell",
     "people.csv, line 2, column 2: the cell is empty; fill it in or remove the row."},
    {"feature without column", kQuotas, "id,gender\np1,f\n", 2, "sortition.people.column_missing",
     "people.csv, line 1: there is no column \"sex\"; add it or correct the header."},
    {"column twice", kQuotas, "id,sex,Sex\np1,f,m\n", 2, "sortition.people.column_twice",
     "people.csv, line 1, column 3: the column \"sex\" stands twice in the header; rename one of them."},
    {"id twice", kQuotas, "id,sex\np1,f\np1,m\n", 2, "sortition.people.id_twice",
     "people.csv, line 3, column 1: the id \"p1\" was already given in line 2; give every person an id of their own."},
    {"nobody", kQuotas, "id,sex\n", 2, "sortition.input.empty_pool",
     "people.csv, line 1: there is nobody in this file; add one row a person below the header."},
    {"an empty file", kQuotas, "", 2, "sortition.input.empty_pool",
     "people.csv, line 1: there is nobody in this file; add one row a person below the header."},
    {"no text", kQuotas, std::string("id,sex\np1,\0\1\2", 14), 2, "sortition.input.not_text",
     "people.csv, line 2, column 2: this is not a text file; export the table as CSV (UTF-8 or Windows-1252) and try "
     "again."},
    {"over-long line", kQuotas, "id,sex\np1," + std::string(200'000, 'f') + "\n", 2, "sortition.input.line_too_long",
     "people.csv, line 2, column 2: the line is longer than 100000 bytes; check that rows end in line breaks."},
    {"open quote", kQuotas, "id,sex\np1,\"f\np2,m\n", 2, "sortition.input.quote_open",
     "people.csv, line 2, column 2: a quotation mark is opened and never closed; close it or remove it."},
    {"more seats than people", kQuotas, "id,sex\np1,f\np2,m\n", 3, "sortition.size.exceeds_pool",
     "people.csv: a panel of 3 cannot be chosen from 2 people; lower --size or find more people."},
    {"no seat", kQuotas, kPeople, 0, "sortition.size.too_small",
     "The panel needs at least one seat, not 0; give --size a positive number."},
    {"quotas that contradict each other", "feature,value,min,max\nsex,f,2,2\nsex,m,0,0\nage,old,2,2\nage,young,0,0\n",
     "id,sex,age\np1,f,young\np2,m,old\np3,f,old\np4,m,old\n", 2, "sortition.quotas.infeasible",
     "quotas.csv, line 1: no panel of 2 people satisfies all quotas together; `lenkwerk sortition check` names the "
     "smallest changes that would help."},
};

void expect_said(std::vector<Fault> const& faults) {
    for (auto const& fault : faults) {
        auto const problems = problems_of(fault);
        ASSERT_EQ(problems.size(), 1U) << fault.what;
        EXPECT_EQ(problems.front().key, fault.key) << fault.what;
        EXPECT_EQ(sentence(problems.front()), fault.said) << fault.what;
    }
}

TEST(BadInput, in_quotas_is_named_with_its_place_and_its_remedy) { expect_said(kQuotaFaults); }
TEST(BadInput, among_people_is_named_with_its_place_and_its_remedy) { expect_said(kPeopleFaults); }

TEST(BadInput, is_no_refusal_where_nothing_is_wrong) {
    EXPECT_EQ(problems_of({"fine", kQuotas, kPeople, 2, {}, {}}), Problems{});
}

}  // namespace
}  // namespace lenkwerk::sortition
