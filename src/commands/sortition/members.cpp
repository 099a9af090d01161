#include "commands/sortition/members.hpp"

#include "cores/sortition/reserves/members.hpp"

namespace lenkwerk::commands::sortition {

std::vector<int> members_in(std::string const& file, core::People const& people) {
    auto const bytes = read_table(file);
    return accepted(core::reserves::read_members({file, bytes}, people));
}

std::vector<std::string> ids_of(core::People const& people, std::vector<int> const& members) {
    std::vector<std::string> ids;
    for (int const member : members) ids.push_back(people.members[static_cast<std::size_t>(member)].id);
    return ids;
}

void write_members(std::string const& file, core::People const& people, std::vector<int> const& members) {
    std::string lines;
    for (auto const& id : ids_of(people, members)) lines += id + "\n";
    write_file(file, lines);
}

}  // namespace lenkwerk::commands::sortition
