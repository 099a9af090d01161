#pragma once
// Law 2 while the tests run: a store touches only tables of its own module, or views that their owner publishes.
#include "platform/storage/connection.hpp"
#include "platform/storage/migrations.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace lenkwerk::storage {

class Ownership {
public:
    explicit Ownership(Schema const& schema);

    // Statements of a module's folder may touch its own tables directly and those behind a published view of whoever owns
    // both; the platform's folder the platform's tables. Tests and texts made at run time (migrations, export) may all.
    bool allows(Touch const& touch) const;
    // For DatabaseOptions. A refusal names file, table and owner in an exception, so that it is seen.
    Guard guard() const;

private:
    std::string_view owner_of(std::string_view relation) const;
    std::map<std::string, std::string, std::less<>> owners_;  // by table, view or trigger
    std::set<std::string, std::less<>> published_;            // the views of store/views.sql
};

// "measures" of "…/modules/measures/store/x.cpp", "platform"; empty for other files and for tests.
std::string_view module_of_file(std::string_view file);

}  // namespace lenkwerk::storage
