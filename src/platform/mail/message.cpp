#include "platform/mail/message.hpp"

#include "platform/mail/mime_encoding.hpp"

#include <algorithm>
#include <stdexcept>

namespace lenkwerk::mail {

namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_local_part(std::string_view text) {
    return !text.empty() && text.size() <= 64 && text.front() != '.' && text.back() != '.' &&
           text.find("..") == std::string_view::npos && std::ranges::all_of(text, [](char c) {
               return is_letter_or_digit(c) ||
                      std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
           });
}

bool is_label(std::string_view text) {
    return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-' &&
           std::ranges::all_of(text, [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

bool is_domain(std::string_view text) {
    bool has_dot = false;
    for (;;) {
        auto const dot = text.find('.');
        if (!is_label(text.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return has_dot;
        has_dot = true;
        text.remove_prefix(dot + 1);
    }
}

std::string const& checked(std::string const& address) {
    if (!is_address(address))
        throw std::invalid_argument("this is no mail address");  // and not the address: it may be a person's
    return address;
}

std::string domain_of(std::string_view address) { return std::string(address.substr(address.rfind('@') + 1)); }

std::string headers(Mail const& mail, Sender const& sender, std::string_view id, Instant date) {
    std::string out;
    out += "From: " + encoded_words(sender.name) + " <" + checked(sender.address) + ">\r\n";
    out += "To: <" + checked(mail.to) + ">\r\n";
    out += "Subject: " + encoded_words(mail.subject) + "\r\n";
    out += "Date: " + mail_date(date) + "\r\n";
    out.append("Message-ID: <").append(id).append("@" + domain_of(sender.address) + ">\r\n");
    out += "MIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\n";  // RFC 3834: no answers from holiday machines
    return out;
}

std::string text_part(std::string_view text) {
    return "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
           quoted_printable(text);
}

std::string attachment_part(Attachment const& attachment) {
    return "Content-Type: " + one_line(attachment.content_type) +
           "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename*=utf-8''" +
           percent_encoded(attachment.name) + "\r\n\r\n" + base64_lines(attachment.content);
}

}  // namespace

bool is_address(std::string_view text) {
    auto const at = text.rfind('@');
    return at != std::string_view::npos && text.size() <= 254 && is_local_part(text.substr(0, at)) &&
           is_domain(text.substr(at + 1));
}

std::string mime(Mail const& mail, Sender const& sender, std::string_view id, Instant date) {
    auto out = headers(mail, sender, id, date);
    if (mail.attachments.empty()) return out + text_part(mail.text);
    // Encoded parts hold no line that begins with "--=_": = is followed by hexadecimal digits there, and base64 has no _.
    constexpr std::string_view kBoundary = "=_lenkwerk_part_=";
    auto const next = "\r\n--" + std::string(kBoundary);
    out.append("Content-Type: multipart/mixed; boundary=\"").append(kBoundary).append("\"\r\n");
    out += next + "\r\n" + text_part(mail.text);
    for (auto const& attachment : mail.attachments) out += next + "\r\n" + attachment_part(attachment);
    return out + next + "--\r\n";
}

}  // namespace lenkwerk::mail
