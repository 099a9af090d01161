#include "platform/documents/encoding.hpp"

#include <unicode/unistr.h>
#include <unicode/ustring.h>

namespace lenkwerk::documents {

namespace {

std::string converted(std::string_view bytes, char const* encoding) {
    icu::UnicodeString const text(bytes.data(), static_cast<int32_t>(bytes.size()), encoding);
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(nullptr, 0, &length, bytes.data(), static_cast<int32_t>(bytes.size()), &status);
    return status != U_INVALID_CHAR_FOUND;  // the other codes say only that we gave it no room
}

std::string as_utf8(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    else if (bytes.starts_with("\xFF\xFE"))
        return converted(bytes.substr(2), "UTF-16LE");
    else if (bytes.starts_with("\xFE\xFF"))
        return converted(bytes.substr(2), "UTF-16BE");
    return is_utf8(bytes) ? std::string(bytes) : converted(bytes, "windows-1252");
}

}  // namespace lenkwerk::documents
