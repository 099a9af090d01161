#pragma once
// A member of the description file, read as what it has to be; what does not fit is told by its path.
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/outcome.hpp"

namespace lenkwerk::survey_statistics {

// A member that is not as it should be; caught where the whole description has been read.
struct Unfit {
    Problem problem;
    std::vector<std::string> steps;  // to where it stands
};

// A JSON object and the way to it. All readers throw Unfit.
class Node {
public:
    // Levels and scale points keep the order in which they were written.
    using Json = nlohmann::ordered_json;
    Node(Json const& json, std::vector<std::string> steps);

    // Other members than these are unknown.
    void allow(std::set<std::string> const& known) const;
    bool has(std::string const& name) const;
    std::vector<std::string> names() const;

    Node node(std::string const& name) const;
    std::vector<Node> list(std::string const& name) const;  // of objects; empty where it is left out
    std::string text(std::string const& name) const;
    std::string text(std::string const& name, std::string otherwise) const;
    bool is_text(std::string const& name) const;
    std::vector<std::string> texts(std::string const& name) const;  // empty where it is left out
    double number(std::string const& name) const;
    std::vector<double> numbers(std::string const& name) const;  // empty where it is left out
    // A whole number between the two, both included.
    std::uint64_t whole(std::string const& name, std::uint64_t least, std::uint64_t most) const;
    bool flag(std::string const& name, bool otherwise) const;
    template <class Choice>
    Choice choice(std::string const& name, Choice otherwise,
                  std::vector<std::pair<std::string, Choice>> const& choices) const {
        if (!has(name)) return otherwise;
        std::string list;
        for (auto const& [word, value] : choices) {
            if (text(name) == word) return value;
            list += (list.empty() ? "" : " or ") + word;
        }
        unfit(name, list);
    }

    [[noreturn]] void unfit(std::string const& name, std::string expected) const;

private:
    Json const& at(std::string const& name) const;
    std::vector<std::string> below(std::string const& name) const;

    Json const& json_;
    std::vector<std::string> steps_;
};

}  // namespace lenkwerk::survey_statistics
