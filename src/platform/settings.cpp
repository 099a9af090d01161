#include "platform/settings.hpp"

#include "platform/i18n/locale.hpp"

#include <nlohmann/json.hpp>

#include <cstdlib>

namespace lenkwerk {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

void take(std::string& into, Values const& values, std::string_view name) {
    if (auto const found = values.find(name); found != values.end()) into = found->second;
}

void take_environment(std::string& into, char const* name) {
    // Nothing sets a variable while Lenkwerk runs.
    // NOLINTNEXTLINE(concurrency-mt-unsafe)
    if (auto const* value = std::getenv(name); value != nullptr && *value != '\0') into = value;
}

}  // namespace

Settings read_settings(storage::Reader const& reader) {
    Values values;
    reader.each("SELECT name, value FROM settings", {},
                [&](storage::Row const& row) { values[row.text(0)] = row.text(1); });
    Settings settings;
    take(settings.city_name, values, "city.name");
    take(settings.city_adjective, values, "city.adjective");
    take(settings.language, values, "city.language");
    take(settings.time_zone, values, "city.time_zone");
    take(settings.base_url, values, "city.base_url");
    take(settings.smtp_url, values, "mail.smtp_url");
    take(settings.mail_from, values, "mail.from");
    take(settings.audit_mail, values, "audit.mail");
    take_environment(settings.base_url, "LENKWERK_BASE_URL");
    take_environment(settings.smtp_url, "LENKWERK_SMTP_URL");
    take_environment(settings.smtp_user, "LENKWERK_SMTP_USER");
    take_environment(settings.smtp_password, "LENKWERK_SMTP_PASSWORD");
    take_environment(settings.mail_from, "LENKWERK_MAIL_FROM");
    while (settings.base_url.ends_with('/')) settings.base_url.pop_back();
    return settings;
}

Day day_in_city(storage::Reader const& reader, Instant instant) {
    auto const settings = read_settings(reader);
    return i18n::Locale(settings.language, settings.time_zone).day_of(instant);
}

std::string setting(storage::Reader const& reader, std::string_view name) {
    auto const found = reader.first("SELECT value FROM settings WHERE name = $1", {name},
                                    [](storage::Row const& row) { return row.text(0); });
    return found.value_or("");
}

void change_setting(storage::Transaction& tx, std::string_view name, std::string_view value) {
    tx.change(
        "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        {name, value});
    tx.record({"settings.changed", {"setting", 0}, nlohmann::json{{"name", name}}.dump()});
}

}  // namespace lenkwerk
