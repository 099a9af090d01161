#pragma once
// A city: its database, clock, settings, languages and modules. An object, never a global: one process may serve many.
#include "platform/i18n/locale.hpp"
#include "platform/module.hpp"
#include "platform/settings.hpp"
#include "platform/storage/database.hpp"
#include "platform/storage/migrations.hpp"
#include "platform/web/session.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk {

class City {
public:
    // `modules` in NEEDS order (std::logic_error where one comes before what it needs). The clock outlives the city.
    // Registers the permissions and lets the subscribers hear; the schema is not looked at: see require_current().
    City(std::unique_ptr<storage::Database> database, Clock const& clock, std::vector<Module> modules);
    ~City();
    City(City const&) = delete;
    City& operator=(City const&) = delete;

    storage::Database& database() { return *database_; }
    Clock const& clock() const { return clock_; }
    // The day it is in the city now: what is due, overdue or valid turns at its midnight.
    Day today();
    // The platform's own first, then those given.
    std::vector<Module> const& modules() const { return modules_; }
    storage::Schema schema() const;
    // Throws storage::WrongSchema, which says what to do.
    void require_current();

    // As they stand now; read again only after a change.
    std::shared_ptr<Settings const> settings();

    // "de" for "de", "de-AT" and for languages nobody has translated (the city's own language then).
    i18n::Locale const& locale(std::string_view tag);
    std::vector<std::string> const& languages() const { return languages_; }

    // Whose session a token is, as the module says that keeps them. Without one nobody is signed in.
    void authenticate_by(web::Authenticate authenticate) { authenticate_ = std::move(authenticate); }
    web::Authenticate const& authenticate() const { return authenticate_; }

private:
    struct Languages;
    struct CachedSettings;
    std::unique_ptr<storage::Database> database_;
    Clock const& clock_;
    std::vector<Module> modules_;
    std::vector<std::string> languages_;
    web::Authenticate authenticate_;
    std::unique_ptr<Languages> spoken_;
    std::unique_ptr<CachedSettings> cached_settings_;
};

// The names of the modules, as Schema::of wants them.
std::vector<std::string> names_of(std::vector<Module> const& modules);

}  // namespace lenkwerk
