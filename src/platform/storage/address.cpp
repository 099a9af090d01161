#include "platform/storage/address.hpp"

#include "platform/storage/errors.hpp"

#include <libpq-fe.h>

#include <memory>

namespace lenkwerk::storage {

Address parsed_address(std::string const& address) {
    bool const postgres = address.starts_with("postgresql://") || address.starts_with("postgres://") ||
                          address.find("dbname=") != std::string::npos || address.starts_with("host=");
    if (postgres) return {Dialect::postgres, address};
    return {Dialect::sqlite, address.starts_with("sqlite:") ? address.substr(7) : address};
}

std::string database_name(std::string const& target) {
    std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> const options{PQconninfoParse(target.c_str(), nullptr),
                                                                               &PQconninfoFree};
    for (auto const* option = options.get(); option != nullptr && option->keyword != nullptr; ++option)
        if (std::string_view(option->keyword) == "dbname" && option->val != nullptr) return option->val;
    throw DatabaseError("the address of PostgreSQL names no database (dbname)");
}

}  // namespace lenkwerk::storage
