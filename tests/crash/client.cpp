#include "client.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>

namespace lenkwerk::crash {
namespace {

class Socket {
public:
    explicit Socket(std::uint16_t port) : handle_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        timeval const patience{20, 0};
        ::setsockopt(handle_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(handle_, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
    }
    ~Socket() { ::close(handle_); }
    Socket(Socket const&) = delete;
    Socket& operator=(Socket const&) = delete;

    // All that comes until the other side closes.
    std::string exchange(std::string const& text) const {
        if (!connected_ || ::send(handle_, text.data(), text.size(), MSG_NOSIGNAL) < 0) return {};
        std::string answer;
        std::array<char, 8192> chunk{};
        for (ssize_t size = 0; (size = ::recv(handle_, chunk.data(), chunk.size(), 0)) > 0;)
            answer.append(chunk.data(), static_cast<std::size_t>(size));
        return answer;
    }

private:
    int handle_;
    bool connected_ = false;
};

std::string encoded(std::string const& text) {
    std::string out;
    for (char const c : text)
        out += std::isalnum(static_cast<unsigned char>(c)) != 0
                   ? std::string(1, c)
                   : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    return out;
}

// Of the last form on the page: the first is the header's, for signing out.
std::string hidden(std::string const& page, std::string const& name) {
    auto const begin = fmt::format("name=\"{}\" value=\"", name);
    auto const at = page.rfind(begin);
    if (at == std::string::npos) return {};
    auto const from = at + begin.size();
    return page.substr(from, page.find('"', from) - from);
}

std::string own_fields(std::string const& page) {
    return fmt::format("_form_token={}&_once={}", encoded(hidden(page, "_form_token")), encoded(hidden(page, "_once")));
}

}  // namespace

void Client::keep_cookies(std::string const& head) {
    std::string const field = "\r\nset-cookie: ";
    auto lower = head;
    for (auto& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (auto at = lower.find(field); at != std::string::npos; at = lower.find(field, at + 1)) {
        auto const cookie =
            head.substr(at + field.size(), head.find_first_of(";\r", at + field.size()) - at - field.size());
        cookies_[cookie.substr(0, cookie.find('='))] = cookie.substr(cookie.find('=') + 1);
    }
}

std::string Client::cookies() const {
    std::string all;
    for (auto const& [name, value] : cookies_) all += fmt::format("{}{}={}", all.empty() ? "" : "; ", name, value);
    return all;
}

Answer Client::send(std::uint16_t port, std::string const& request) {
    auto const answer = Socket{port}.exchange(request);
    auto const end = answer.find("\r\n\r\n");
    if (end == std::string::npos || answer.size() < 12) return {};
    keep_cookies(answer.substr(0, end + 2));
    return {std::stoi(answer.substr(9, 3)), answer.substr(end + 4)};
}

Answer Client::get(std::uint16_t port, std::string const& path) {
    return send(port, fmt::format("GET {} HTTP/1.1\r\nHost: localhost:{}\r\nCookie: {}\r\nConnection: close\r\n\r\n",
                                  path, port, cookies()));
}

Answer Client::post(std::uint16_t port, std::string const& path, std::string const& body) {
    return send(port, fmt::format("POST {} HTTP/1.1\r\nHost: localhost:{}\r\nCookie: {}\r\nConnection: close\r\n"
                                  "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{}",
                                  path, port, cookies(), body.size(), body));
}

bool Client::sign_in(std::uint16_t port, std::string const& email, std::string const& password) {
    auto const page = get(port, "/anmelden");
    auto const answer =
        post(port, "/anmelden",
             fmt::format("{}&email={}&password={}", own_fields(page.body), encoded(email), encoded(password)));
    return answer.status == 303;
}

std::optional<std::string> Client::organisation_form(std::uint16_t port, std::string const& name) {
    auto const page = get(port, "/organisationen/neu");
    EXPECT_TRUE(page.status == 200 || page.status == 0) << "the form was answered with " << page.status;
    if (page.status != 200) return std::nullopt;
    return fmt::format("{}&name={}&short_name=&kind=association&email=", own_fields(page.body), encoded(name));
}

}  // namespace lenkwerk::crash
