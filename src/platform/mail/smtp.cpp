#include "platform/mail/smtp.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>

#include <curl/curl.h>

namespace lenkwerk::mail {

namespace {

struct CleanUp {
    void operator()(CURL* transfer) const { curl_easy_cleanup(transfer); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Transfer = std::unique_ptr<CURL, CleanUp>;
using List = std::unique_ptr<curl_slist, CleanUp>;

Transfer new_transfer() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    Transfer transfer(curl_easy_init());
    if (!transfer) throw std::runtime_error("mail: libcurl cannot begin");
    return transfer;
}

std::size_t give(char* into, std::size_t size, std::size_t count, void* from) {
    auto& rest = *static_cast<std::string_view*>(from);
    auto const given = std::min(size * count, rest.size());
    std::memcpy(into, rest.data(), given);
    rest.remove_prefix(given);
    return given;
}

template <class Value> void set(Transfer const& transfer, CURLoption option, Value value) {
    if (auto const code = curl_easy_setopt(transfer.get(), option, value); code != CURLE_OK)
        throw std::runtime_error(std::string("mail: ") + curl_easy_strerror(code));
}

void set_connection(Transfer const& transfer, SmtpServer const& server) {
    set(transfer, CURLOPT_URL, server.url.c_str());
    set(transfer, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(transfer, CURLOPT_NOSIGNAL, 1L);
    set(transfer, CURLOPT_CONNECTTIMEOUT, 15L);
    set(transfer, CURLOPT_TIMEOUT, 60L);
    set(transfer, CURLOPT_USE_SSL, static_cast<long>(server.tls == Tls::required ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    if (!server.certificates.empty()) set(transfer, CURLOPT_CAINFO, server.certificates.c_str());
    if (server.user.empty()) return;
    set(transfer, CURLOPT_USERNAME, server.user.c_str());
    set(transfer, CURLOPT_PASSWORD, server.password.c_str());
}

void require_success(CURL* transfer, CURLcode code) {
    if (code == CURLE_OK) return;
    long answer = 0;
    curl_easy_getinfo(transfer, CURLINFO_RESPONSE_CODE, &answer);
    auto const what = std::string("mail: ") + curl_easy_strerror(code) +
                      (answer > 0 ? ", the server answered " + std::to_string(answer) : "");
    // a sign-in that fails is a matter of settings, not of this mail: it is tried again
    if (answer >= 500 && answer < 600 && code != CURLE_LOGIN_DENIED) throw MailRefused(what);
    throw std::runtime_error(what);
}

[[noreturn]] void wrong(std::string const& why) {
    throw std::invalid_argument("LENKWERK_SMTP_URL " + why +
                                ": write smtp://HOST:PORT or smtps://HOST:PORT, perhaps with ?tls=none");
}

void take_option(SmtpServer& server, std::string_view option) {
    if (option == "tls=none")
        server.tls = Tls::none;
    else if (option == "tls=required")
        server.tls = Tls::required;
    else if (option.starts_with("ca=/"))
        server.certificates = option.substr(3);
    else
        wrong("knows no option \"" + std::string(option) + "\"");
}

}  // namespace

SmtpServer smtp_server(std::string_view setting, std::string user, std::string password) {
    auto const question = setting.find('?');
    SmtpServer server{
        .url = std::string(setting.substr(0, question)), .user = std::move(user), .password = std::move(password)};
    bool const known = server.url.starts_with("smtp://") || server.url.starts_with("smtps://");
    if (!known || server.url.ends_with("//")) wrong("is no address of a mail server");
    auto options = question == std::string_view::npos ? std::string_view{} : setting.substr(question + 1);
    while (!options.empty()) {
        auto const end = std::min(options.find('&'), options.size());
        take_option(server, options.substr(0, end));
        options.remove_prefix(std::min(end + 1, options.size()));
    }
    if (server.tls == Tls::none && server.url.starts_with("smtps://")) wrong("asks for TLS and for none");
    return server;
}

void deliver(SmtpServer const& server, std::string const& from, std::string const& to, std::string_view message) {
    auto const transfer = new_transfer();
    set_connection(transfer, server);
    auto const sender = "<" + from + ">", recipient = "<" + to + ">";
    List const recipients(curl_slist_append(nullptr, recipient.c_str()));
    set(transfer, CURLOPT_MAIL_FROM, sender.c_str());
    set(transfer, CURLOPT_MAIL_RCPT, recipients.get());
    set(transfer, CURLOPT_UPLOAD, 1L);
    set(transfer, CURLOPT_READFUNCTION, &give);
    set(transfer, CURLOPT_READDATA, static_cast<void*>(&message));
    require_success(transfer.get(), curl_easy_perform(transfer.get()));
}

}  // namespace lenkwerk::mail
