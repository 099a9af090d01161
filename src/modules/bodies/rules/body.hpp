#pragma once
// A body (Gremium): of the plan (steering group, working group, assembly) or of the council, who sits in it, and who is missing.
#include "base/outcome.hpp"
#include "base/time.hpp"
#include "modules/bodies/ids.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lenkwerk::bodies {

inline constexpr std::array<std::string_view, 7> kBodyKinds{
    "steering_group", "working_group", "assembly", "council", "committee", "district_council", "advisory_board"};
// Bodies that this product runs; the others are met through the council's papers.
bool is_of_the_plan(std::string_view kind);

// From which part of the town somebody comes.
inline constexpr std::array<std::string_view, 8> kSectors{
    "administration", "security_and_justice", "trade_and_business", "civil_society", "politics", "science", "residents",
    "other"};
// Under which angle somebody looks; the paper asks for more of these voices.
inline constexpr std::array<std::string_view, 3> kPerspectives{"diversity", "integration", "inclusion"};

struct BodyDraft {
    std::string name;                              // 1 to 200 characters
    std::string kind;                              // one of kBodyKinds
    std::optional<BodyId> reports_to;              // where its results go
    std::vector<std::string> wanted_sectors;       // of kSectors: who should sit in it
    std::vector<std::string> wanted_perspectives;  // of kPerspectives
    int quorum_percent = 50;                       // more than this share of the members must be present; 0 to 99
};
Outcome<BodyDraft> check_body(BodyDraft draft);

inline constexpr std::array<std::string_view, 5> kFunctions{"chair", "deputy_chair", "member", "advisory", "guest"};

// A seat: a function of the town ("Leitung Ordnungsamt"), not a person's private self. Its deputy is a seat's name too.
struct MemberDraft {
    std::string name;                       // 1 to 120 characters
    std::string function = "member";        // one of kFunctions
    std::string sector;                     // one of kSectors
    std::vector<std::string> perspectives;  // of kPerspectives
    std::string organisation;               // as written on the list; may be empty
    std::string deputy;                     // may be empty
    Period term;
};
Outcome<MemberDraft> check_member(MemberDraft draft);

struct Share {
    std::string what;  // a sector or a perspective
    int members = 0;
    bool wanted = false;
    bool is_gap() const { return wanted && members == 0; }
};
struct Composition {
    std::vector<Share> sectors, perspectives;  // those that are wanted or there, in the order of the arrays above
    int members = 0;                           // advisory ones too, guests not
    bool has_gaps() const;
};
// Of the members whose term holds on `today`.
Composition composition(BodyDraft const& body, std::span<MemberDraft const> members, Day today);

}  // namespace lenkwerk::bodies
