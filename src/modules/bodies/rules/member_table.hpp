#pragma once
// A row of a filled-in list of members: what its words mean, and what is wrong with which cell. Cells are named by the keys of
// their columns; problems carry that key as their field.
#include "modules/bodies/rules/body.hpp"

#include <map>

namespace lenkwerk::bodies {

// The columns, in the order in which they are named to people.
inline constexpr std::array<std::string_view, 9> kMemberColumns{
    "name", "function", "sector", "perspectives", "organisation", "deputy", "first", "last", "email"};
inline constexpr std::array<std::string_view, 2> kRequiredMemberColumns{"name", "sector"};

// Words in every language of the product, in lower case, and ours.
struct MemberWords {
    std::map<std::string, std::string> functions, sectors, perspectives;
};

struct MemberRow {
    MemberDraft facts;
    std::string email;  // empty: without an account
};

// Without a function an ordinary member, without a first day from `today` on; perspectives stand between commas. Refuses a day that
// is none (bodies.sheet.day_unreadable) and what check_member() refuses.
Outcome<MemberRow> read_member_row(std::map<std::string, std::string> const& cells, MemberWords const& words,
                                   Day today);

// Whether both are the same seat: same name for the same organisation, however they are written.
bool is_same_seat(MemberDraft const& left, MemberDraft const& right);

}  // namespace lenkwerk::bodies
