#include <fmt/format.h>

#include "commands/sortition/sortition.hpp"
#include "cores/sortition/advice.hpp"

namespace lenkwerk::commands::sortition {

std::string names_of(core::Quotas const& quotas, std::vector<int> const& rows) {
    std::string words;
    for (int const row : rows) {
        auto const index = static_cast<std::size_t>(row);
        bool const is_quota = index < quotas.rows.size();  // the rows behind are limits of households
        auto const name = is_quota ? quotas.rows[index].feature + " = " + quotas.rows[index].value : "the household";
        words += (words.empty() ? "" : ", ") + name;
    }
    return words;
}

std::string excluded_in_words(Pool const& pool, core::TypedPool const& typed, std::vector<int> const& people,
                              core::engine::Progress const& progress) {
    std::string words;
    for (auto const& excluded : core::explain_excluded(typed, people, progress)) {
        auto const& id = pool.people.members[static_cast<std::size_t>(excluded.person)].id;
        if (!excluded.explained)
            words += fmt::format("  {}: the reason was not found, the search was ended early\n", id);
        else if (excluded.quotas.empty())
            words += fmt::format("  {}: no panel of this size has room for a household of this kind\n", id);
        else
            words += fmt::format("  {}: excluded by the quotas of {}\n", id, names_of(pool.quotas, excluded.quotas));
    }
    return words;
}

}  // namespace lenkwerk::commands::sortition
