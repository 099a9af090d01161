#pragma once
// One request being answered: who asks, in which language, of which city, on which snapshot of the database.
#include "base/outcome.hpp"
#include "platform/access/actor.hpp"
#include "platform/i18n/locale.hpp"
#include "platform/storage/database.hpp"
#include "platform/web/http.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

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
    virtual std::string const& csrf_token() = 0;          // for a form; a page that asks for it is not cached
    virtual std::string const& display_name() const = 0;  // of who is signed in; empty for visitors

    // The named part that an enhanced page asks for (the target of htmx); empty where the whole page is wanted.
    std::string_view fragment() const;
    Day today() const { return locale().day_of(now()); }
    // The id in the route's pattern; NotFound where it is no positive number.
    template <class TheId> TheId id(std::string_view name) const { return TheId{number(name)}; }
    std::string text(std::string_view key) const { return locale().text(key); }
    std::string text(std::string_view key, MessageArguments const& arguments) const {
        return locale().text(key, arguments);
    }
    void require(bool allowed) const {
        if (!allowed) throw Forbidden{};
    }

    // Opens the one transaction of this request and runs the command in it: `perform([&](auto& tx) { return report(tx,
    // input); })`.
    template <class Command> auto perform(Command&& command) -> std::invoke_result_t<Command, storage::Transaction&> {
        return database().write(actor(), clock(), std::forward<Command>(command));
    }

    // What a form's POST does: performs the command and answers with 303 to `where(value)`. The address is kept with
    // the form's idempotency key in the same transaction, so that sending the same form again answers the same and does
    // nothing.
    template <class Command, class Where> Outcome<Response> submit(Command&& command, Where&& where) {
        return perform([&](storage::Transaction& tx) -> Outcome<Response> {
            if (auto const earlier = earlier_address(tx)) return Response::see_other(*earlier);
            auto outcome = command(tx);
            if (!outcome) return outcome.problems();
            std::string const address = where(*outcome);
            keep_address(tx, address);
            return Response::see_other(address);
        });
    }

protected:
    virtual storage::Database& database() = 0;
    virtual Clock const& clock() const = 0;
    virtual std::optional<std::string> earlier_address(storage::Transaction& tx) = 0;
    virtual void keep_address(storage::Transaction& tx, std::string const& address) = 0;

private:
    std::int64_t number(std::string_view name) const;
};

}  // namespace lenkwerk::web
