#include "platform/storage/tables.hpp"

#include <stdexcept>

namespace lenkwerk::storage {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Calls `take` with each word, in lower case, quoted or not.
template <class Take> void each_word(std::string_view sql, Take take) {
    std::string word;
    for (char const c : sql) {
        if (is_letter(c)) {
            word += lower(c);
        } else if (!word.empty()) {
            take(word);
            word.clear();
        }
    }
    if (!word.empty()) take(word);
}

// Whether the word before a name says that its rows change: INSERT INTO t, UPDATE t, DELETE FROM t.
bool announces_write(std::string_view word, std::string_view before) {
    return word == "into" || word == "update" || (word == "from" && before == "delete");
}

}  // namespace

Tables::Tables(std::vector<Relation> const& relations) {
    number_tables(relations);
    follow_cascades(relations);
    open_views(relations);
}

void Tables::number_tables(std::vector<Relation> const& relations) {
    for (auto const& relation : relations) {
        if (!relation.view_definition.empty()) continue;
        if (names_.size() == kMostTables) throw std::logic_error("more tables than storage::kMostTables");
        TableSet self;
        self.set(names_.size());
        names_.push_back(relation.name);
        reads_[relation.name] = self;
        writes_[relation.name] = self;
    }
}

void Tables::follow_cascades(std::vector<Relation> const& relations) {
    for (bool grew = true; grew;) {
        grew = false;
        for (auto const& relation : relations)
            for (auto const& target : relation.cascades_to) {
                auto& reached = writes_.at(relation.name);
                auto const more = reached | writes_.at(target);
                grew = grew || more != reached;
                reached = more;
            }
    }
}

// Views may stand on views: repeated until nothing is added.
void Tables::open_views(std::vector<Relation> const& relations) {
    for (bool grew = true; grew;) {
        grew = false;
        for (auto const& relation : relations) {
            if (relation.view_definition.empty()) continue;
            auto& behind = reads_[relation.name];
            auto const more = behind | read_by(relation.view_definition);
            grew = grew || more != behind;
            behind = more;
        }
    }
}

TableSet Tables::read_by(std::string_view sql) const {
    TableSet found;
    each_word(sql, [&](std::string const& word) {
        if (auto const at = reads_.find(word); at != reads_.end()) found |= at->second;
    });
    return found;
}

TableSet Tables::written_by(std::string_view sql) const {
    TableSet found;
    std::string last, before;
    each_word(sql, [&](std::string const& word) {
        auto const at = announces_write(last, before) ? writes_.find(word) : writes_.end();
        if (at != writes_.end()) found |= at->second;
        before = std::exchange(last, word);
    });
    return found;
}

std::vector<std::string> Tables::names(TableSet const& tables) const {
    std::vector<std::string> found;
    for (std::size_t at = 0; at < names_.size(); ++at)
        if (tables.test(at)) found.push_back(names_[at]);
    return found;
}

TableSet Tables::named(std::string_view table) const {
    auto const at = writes_.find(table);
    if (at == writes_.end()) return {};
    TableSet self;
    for (std::size_t number = 0; number < names_.size(); ++number)
        if (names_[number] == table) self.set(number);
    return self;
}

}  // namespace lenkwerk::storage
