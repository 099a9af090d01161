#pragma once
// What the city says of itself: kept in the table `settings`, secrets and what the machine decides in the environment.
#include "platform/storage/transaction.hpp"

#include <string>
#include <string_view>

namespace lenkwerk {

struct Settings {
    std::string city_name;                           // city.name
    std::string city_adjective;                      // city.adjective: "Musterstädter"; empty where none was given
    std::string language = "de";                     // city.language: of who has chosen none
    std::string time_zone = "Europe/Berlin";         // city.time_zone
    std::string base_url = "http://localhost:8080";  // LENKWERK_BASE_URL or city.base_url; without a slash at the end
    std::string smtp_url;                  // LENKWERK_SMTP_URL or mail.smtp_url; empty: mails stay on the outbox page
    std::string smtp_user, smtp_password;  // LENKWERK_SMTP_USER, LENKWERK_SMTP_PASSWORD
    std::string mail_from;                 // LENKWERK_MAIL_FROM or mail.from
    std::string audit_mail;                // audit.mail: who gets the head of the hash chain every day
};

Settings read_settings(storage::Reader const& reader);
// The day it is in the city at that moment. Where a City is at hand, City::today() says it for now.
Day day_in_city(storage::Reader const& reader, Instant instant);

// One value as it stands in the table; empty where it was never set. For the settings of modules: "dialogue.policy".
std::string setting(storage::Reader const& reader, std::string_view name);

// Keeps a value and records "settings.changed" with the name (not the value).
void change_setting(storage::Transaction& tx, std::string_view name, std::string_view value);

}  // namespace lenkwerk
