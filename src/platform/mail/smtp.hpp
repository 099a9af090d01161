#pragma once
// Hands a mail to the city's mail server (SMTP by libcurl), over TLS unless the city says otherwise.
#include <stdexcept>
#include <string>
#include <string_view>

namespace lenkwerk::mail {

// required: the connection is encrypted and the server's certificate valid, or nothing is sent · none: for a relay in the same
// house; it has to be asked for ("?tls=none").
enum class Tls { required, none };

struct SmtpServer {
    std::string
        url;  // "smtp://mail.stadt.example:587" (STARTTLS) or "smtps://mail.stadt.example" (TLS from the first byte)
    Tls tls = Tls::required;
    std::string certificates = {};  // a file of authorities, where it is not the system's
    std::string user = {}, password = {};
};

// From the setting: the URL with ?tls=none and &ca=/path/to/file.pem behind it. std::invalid_argument says what is wrong with it.
SmtpServer smtp_server(std::string_view setting, std::string user = {}, std::string password = {});

// The server says no for good (5xx): to try again changes nothing.
struct MailRefused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// `message`: as mime() builds it. Throws MailRefused, or std::runtime_error for what may go well later (no connection, 4xx). What
// it says names no address.
void deliver(SmtpServer const& server, std::string const& from, std::string const& to, std::string_view message);

}  // namespace lenkwerk::mail
