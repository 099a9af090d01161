#include "platform/storage/page.hpp"

#include <sodium.h>

#include <charconv>

namespace lenkwerk {
namespace {

constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string decoded(std::string const& written) {
    std::string text(written.size(), '\0');
    std::size_t length = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(text.data()), text.size(), written.data(), written.size(),
                          nullptr, &length, nullptr, kVariant) != 0)
        throw BadCursor("a cursor is no base64");
    text.resize(length);
    return text;
}

}  // namespace

std::string Cursor::write() const {
    auto const plain = std::to_string(id) + ' ' + text;
    std::string written(sodium_base64_ENCODED_LEN(plain.size(), kVariant), '\0');
    sodium_bin2base64(written.data(), written.size(), reinterpret_cast<unsigned char const*>(plain.data()),
                      plain.size(), kVariant);
    written.pop_back();  // the terminating null
    return written;
}

Cursor Cursor::read(std::optional<std::string> const& written) {
    if (!written) return {};
    auto const plain = decoded(*written);
    Cursor cursor;
    auto const [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), cursor.id);
    auto const at = static_cast<std::size_t>(end - plain.data());
    if (error != std::errc{} || at >= plain.size() || plain[at] != ' ') throw BadCursor("a cursor has no id");
    cursor.text = plain.substr(at + 1);
    return cursor;
}

}  // namespace lenkwerk
