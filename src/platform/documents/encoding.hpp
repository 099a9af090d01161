#pragma once
// Bytes of a file that people send as UTF-8, whatever their program made of it.
#include <string>
#include <string_view>

namespace lenkwerk::documents {

bool is_utf8(std::string_view bytes);  // well-formed (RFC 3629): no overlong forms, no surrogates

// UTF-8 with or without BOM and UTF-16 with BOM are recognised; everything else is read as Windows-1252, which German offices
// still write and in which every byte means something.
std::string as_utf8(std::string_view bytes);

}  // namespace lenkwerk::documents
