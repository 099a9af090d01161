#pragma once
// Somebody at the office with a browser of the simplest kind: signs in, fills in the form for an organisation, sends it.
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace lenkwerk::crash {

struct Answer {
    int status = 0;  // 0: the server died before it answered
    std::string body;
};

class Client {
public:
    Answer get(std::uint16_t port, std::string const& path);
    Answer post(std::uint16_t port, std::string const& path, std::string const& body);

    // A sign-in of the demo city; false where it was refused.
    bool sign_in(std::uint16_t port, std::string const& email, std::string const& password);

    // The form for a new organisation, filled in but not sent: sent twice it does its work once.
    std::optional<std::string> organisation_form(std::uint16_t port, std::string const& name);

private:
    Answer send(std::uint16_t port, std::string const& request);
    void keep_cookies(std::string const& head);
    std::string cookies() const;

    std::map<std::string, std::string> cookies_;
};

}  // namespace lenkwerk::crash
