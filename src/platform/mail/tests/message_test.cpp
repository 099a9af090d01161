#include "platform/mail/message.hpp"

#include "platform/mail/mime_encoding.hpp"
#include "platform/mail/smtp.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace lenkwerk::mail {
namespace {

constexpr Instant kMorning{1795420800000};  // 2026-11-23T08:00Z
Sender const kOffice{"plan@stadt.example", "Geschäftsstelle"};

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(Address, is_what_people_type) {
    for (auto const* good : {"a@b.de", "vorname.nachname+plan@amt.stadt.example", "o'neil_1@x-y.org"})
        EXPECT_TRUE(is_address(good)) << good;
    for (auto const* bad :
         {"", "a", "a@b", "@b.de", "a@", "a b@c.de", "a@b.de\r\nBcc: x@y.de", "a@b.de,c@d.de", "<a@b.de>", "a@@b.de",
          "a..b@c.de", ".a@c.de", "ä@b.de", "a@-b.de", "a@b..de", "\"a b\"@c.de", "a@b.de>"})
        EXPECT_FALSE(is_address(bad)) << bad;
    EXPECT_FALSE(is_address(std::string(65, 'a') + "@b.de"));
    EXPECT_FALSE(is_address("a@" + std::string(250, 'b') + ".de"));
}

TEST(Mime, writes_a_plain_mail) {
    auto const text = mime({"member@verein.example", "Einladung: 3. Sitzung", "Guten Tag,\n\nschön = gut.\n"}, kOffice,
                           "mail-7", kMorning);
    EXPECT_TRUE(text.starts_with(
        "From: =?utf-8?B?R2VzY2jDpGZ0c3N0ZWxsZQ==?= <plan@stadt.example>\r\nTo: <member@verein.example>\r\n"))
        << text;
    EXPECT_TRUE(has(text, "Date: Mon, 23 Nov 2026 08:00:00 +0000\r\nMessage-ID: <mail-7@stadt.example>\r\n"));
    EXPECT_TRUE(has(text, "\r\n\r\nGuten Tag,\r\n\r\nsch=C3=B6n =3D gut.\r\n"));
}

TEST(Mime, attaches_files) {
    auto const text = mime({"a@b.de",
                            "s",
                            "t",
                            {{"Sitzung ä.ics", "text/calendar; method=REQUEST; charset=utf-8", std::string(100, 'x')}}},
                           kOffice, "1", kMorning);
    EXPECT_TRUE(
        has(text, "Content-Type: multipart/mixed; boundary=\"=_lenkwerk_part_=\"\r\n\r\n--=_lenkwerk_part_=\r\n"));
    EXPECT_TRUE(has(text, "Content-Type: text/calendar; method=REQUEST; charset=utf-8\r\n"));
    EXPECT_TRUE(has(text, "filename*=utf-8''Sitzung%20%C3%A4.ics\r\n"));
    EXPECT_TRUE(text.ends_with("\r\n--=_lenkwerk_part_=--\r\n"));
}

TEST(Mime, refuses_an_address_that_is_none_and_does_not_repeat_it) {
    try {
        mime({"x@y.de\r\nBcc: z@y.de", "s", "t"}, kOffice, "1", kMorning);
        FAIL() << "this has to be refused";
    } catch (std::invalid_argument const& error) {
        EXPECT_FALSE(has(error.what(), "y.de"));
    }
}

// Whatever stands in subject, sender's name or the name of a file: there are as many headers as before, and every line is short ASCII.
RC_GTEST_PROP(Mime, lets_no_text_add_a_header, (std::string const& random)) {
    auto const piece =
        *rc::gen::element<std::string>("", "\r\nBcc: x@y.de\r\n\r\n", "ä€😀", "=?utf-8?B?", "\n.\r\n", "\"; x=\"");
    auto const text = random + piece + random;
    auto const mail = mime({"a@b.de", text, text, {{text, text, text}}}, {"plan@stadt.example", text}, "1", kMorning);
    auto const head = mail.substr(0, mail.find("\r\n\r\n"));
    std::size_t fields = 0;
    for (std::size_t from = 0; from < mail.size();) {
        auto const end = std::min(mail.find("\r\n", from), mail.size());
        auto const line = std::string_view(mail).substr(from, end - from);
        RC_ASSERT(std::ranges::all_of(line, [](char c) { return c == '\t' || (c >= ' ' && c < 0x7F); }) ||
                  from > head.size());
        if (from < head.size() && !line.starts_with(' ')) ++fields;
        from = end + 2;
    }
    RC_ASSERT(fields == 8U);
}

TEST(QuotedPrintable, keeps_lines_short_and_spaces_at_their_end) {
    auto const text = quoted_printable(std::string(200, 'a') + " \nb");
    EXPECT_TRUE(has(text, "a=20\r\nb\r\n"));
    for (std::size_t from = 0; from < text.size();) {
        auto const end = text.find("\r\n", from);
        EXPECT_LE(end - from, 76U);
        from = end + 2;
    }
}

RC_GTEST_PROP(Base64, comes_back, (std::string const& bytes)) { RC_ASSERT(from_base64(base64(bytes)) == bytes); }

TEST(EncodedWords, cut_no_character) {
    auto const words = encoded_words(std::string(41, 'a') + "äöü" + std::string(60, 'b'));
    EXPECT_TRUE(words.starts_with("=?utf-8?B?" + base64(std::string(41, 'a')) + "?=\r\n =?utf-8?B?")) << words;
    EXPECT_EQ(encoded_words("Einladung 3. Sitzung"), "Einladung 3. Sitzung");
    EXPECT_EQ(encoded_words("a\r\nb"), "a  b");
}

TEST(SmtpServer, reads_the_setting) {
    auto const plain = smtp_server("smtp://relay.example:25?tls=none", "u", "p");
    EXPECT_EQ(plain.url, "smtp://relay.example:25");
    EXPECT_EQ(plain.tls, Tls::none);
    auto const own = smtp_server("smtps://mail.example?ca=/etc/own.pem&tls=required");
    EXPECT_EQ(own.certificates, "/etc/own.pem");
    EXPECT_EQ(own.tls, Tls::required);
    for (auto const* wrong : {"", "mail.example", "http://x", "smtp://", "smtp://x?tls=maybe", "smtp://x?ca=relative",
                              "smtps://x?tls=none"})
        EXPECT_THROW(smtp_server(wrong), std::invalid_argument) << wrong;
}

}  // namespace
}  // namespace lenkwerk::mail
