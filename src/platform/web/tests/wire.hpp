#pragma once
// Bytes on a socket, for tests that must say exactly what a hostile or slow peer says.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace lenkwerk::web {

class Wire {
public:
    explicit Wire(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("cannot connect");
        timeval const patience{.tv_sec = 20, .tv_usec = 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    Wire(Wire const&) = delete;
    Wire& operator=(Wire const&) = delete;
    ~Wire() { ::close(socket_); }

    Wire& send(std::string_view bytes) {
        while (!bytes.empty()) {
            auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) break;  // the server may have closed: what it said is read anyway
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return *this;
    }

    // Everything until the server closes.
    std::string read_all() {
        while (more()) {
        }
        return std::exchange(received_, {});
    }

    // One answer by its Content-Length; what follows stays for the next call.
    std::string read_one() {
        while (received_.find("\r\n\r\n") == std::string::npos)
            if (!more()) return std::exchange(received_, {});
        auto const end = received_.find("\r\n\r\n") + 4 + length();
        while (received_.size() < end && more()) {
        }
        auto const one = received_.substr(0, end);
        received_.erase(0, end);
        return one;
    }

private:
    bool more() {
        char buffer[16 * 1024];
        auto const size = ::recv(socket_, buffer, sizeof buffer, 0);
        if (size < 0 && errno == EAGAIN) throw std::runtime_error("the server neither answers nor closes");
        if (size > 0) received_.append(buffer, static_cast<std::size_t>(size));
        return size > 0;
    }

    std::size_t length() const {
        static constexpr std::string_view kName = "content-length: ";
        auto const at = received_.find(kName);
        return at == std::string::npos ? 0 : std::stoul(received_.substr(at + kName.size()));
    }

    int socket_;
    std::string received_;
};

// "200", "400 404": the statuses in a stream of answers.
inline std::string statuses(std::string_view stream) {
    std::string found;
    static constexpr std::string_view kBegin = "HTTP/1.1 ";
    for (auto at = stream.find(kBegin); at != std::string_view::npos; at = stream.find(kBegin, at + 1))
        found += (found.empty() ? "" : " ") + std::string(stream.substr(at + kBegin.size(), 3));
    return found;
}

}  // namespace lenkwerk::web
