#pragma once
// One request being answered: who asks, in which language, of which city, on which snapshot of the database.
#include "base/outcome.hpp"
#include "platform/access/actor.hpp"
#include "platform/i18n/locale.hpp"
#include "platform/storage/database.hpp"
#include "platform/web/http.hpp"

#include <string>
#include <string_view>

namespace lenkwerk {
class City;  // platform/city.hpp: database, settings, locales, modules, clock
}

namespace lenkwerk::web {

// Thrown by web/ only; the dispatcher turns them into pages.
struct NotFound {};
struct Forbidden {};

class Visit {
public:
    virtual ~Visit() = default;
    virtual Request const& request() const = 0;
    virtual City& city() = 0;
    virtual storage::Reader const& reader() = 0;  // one snapshot for the whole visit
    virtual access::Actor const& actor() const = 0;
    virtual Viewer const& viewer() const = 0;
    virtual i18n::Locale const& locale() const = 0;
    virtual Instant now() const = 0;
    virtual std::string parameter(std::string_view name) const = 0;  // of the route's pattern
    virtual Fields const& form() = 0;                                // the body's fields; CSRF was checked before
    virtual std::string const& csrf_token() = 0;

    Day today() const { return locale().day_of(now()); }
    // The id in the route's pattern; NotFound where it is no positive number.
    template <class TheId> TheId id(std::string_view name) const { return TheId{number(name)}; }
    std::string text(std::string_view key) const { return locale().text(key); }
    std::string text(std::string_view key, MessageArguments const& arguments) const { return locale().text(key, arguments); }
    void require(bool allowed) const {
        if (!allowed) throw Forbidden{};
    }

    // Opens the one transaction of this request and runs the command in it: `perform([&](auto& tx) { return report(tx, input); })`.
    template <class Command>
    auto perform(Command&& command) -> std::invoke_result_t<Command, storage::Transaction&>;

private:
    std::int64_t number(std::string_view name) const;
};

}  // namespace lenkwerk::web
