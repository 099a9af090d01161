#pragma once
// What an address asks for behind its "?", read strictly: a word that means nothing is no filter, and whoever wrote it is told.
#include "base/outcome.hpp"
#include "base/time.hpp"
#include "platform/html/writer.hpp"
#include "platform/web/http.hpp"
#include "platform/web/visit.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace lenkwerk::web {

class Query {
public:
    explicit Query(Fields const& fields) : fields_(fields) {}

    // Each gives back nothing where the parameter is absent or empty, and notes a problem where it cannot be read.
    // What `parse` makes of the word; `allowed` names all words in the refusal: "idea, planned".
    template <class Parse> auto word(std::string_view name, Parse parse, std::string_view allowed) {
        auto const typed = fields_.text(name);
        auto found = typed.empty() ? decltype(parse(typed)){} : parse(typed);
        if (!typed.empty() && !found) refuse_word(name, typed, allowed);
        return found;
    }
    std::optional<std::int64_t> number(std::string_view name);  // from 1
    std::optional<Day> day(std::string_view name);              // 2026-03-01

    // For programs, whose typing error nobody sees: a parameter with another name is refused too. "sprache" is known everywhere.
    void expect(std::initializer_list<std::string_view> names);

    Problems const& problems() const { return problems_; }

private:
    void refuse_word(std::string_view name, std::string const& typed, std::string_view allowed);

    Fields const& fields_;
    Problems problems_;
};

// On a page: which filters were not understood, and so do not apply. Nothing where all were.
void show_not_understood(html::Writer& w, Visit const& visit, Query const& query);

}  // namespace lenkwerk::web
