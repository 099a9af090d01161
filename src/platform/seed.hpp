#pragma once
// How `lenkwerk init` fills a city from its folder (cities/README.md): every module plants its files, in NEEDS order and in one
// transaction, and finds by key what modules before it have planted.
#include "platform/storage/transaction.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lenkwerk {

// A sign-in of the demo city, printed once by `init`.
struct DemoSignIn {
    std::string role, email, password;
};

class SeedFolder {
public:
    SeedFolder(std::string path, Day today) : path_(std::move(path)), today_(today) {}

    bool with_plan = true;   // --without-plan: bodies, districts, organisations only
    bool with_demo = false;  // what is marked "demo", and the demo sign-ins
    Day today() const { return today_; }

    // The content of a file of the folder; nothing where there is none. Throws std::runtime_error where it cannot be read.
    std::optional<std::string> file(std::string_view name) const;

    // What was planted under which key: kind is the subject's ("organisation"). An unknown key is a fault of the folder:
    // std::runtime_error names it.
    void planted(Subject const& subject, std::string const& key) { ids_[{subject.kind, key}] = subject.id; }
    bool has(std::string const& kind, std::string const& key) const { return ids_.contains({kind, key}); }
    std::int64_t id(std::string const& kind, std::string const& key) const;
    template <class TheId> TheId id(std::string const& kind, std::string const& key) const {
        return TheId{id(kind, key)};
    }

    std::vector<DemoSignIn> sign_ins;

private:
    std::string path_;
    Day today_;
    std::map<std::pair<std::string, std::string>, std::int64_t> ids_;
};

struct Seed {
    std::function<void(storage::Transaction&, SeedFolder&)> plant;
};

// The value of a step that a seed cannot do without; a refusal is a fault of the folder: std::runtime_error names `what` and the key.
template <class T> T must(Outcome<T> outcome, std::string const& what) {
    if (outcome) return *std::move(outcome);
    throw std::runtime_error(what + ": " + outcome.problems().front().key);
}

}  // namespace lenkwerk
