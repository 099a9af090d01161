// A day that is read is written the same way again; everything else is nothing.
#include "base/time.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    std::string_view const text{reinterpret_cast<char const*>(bytes), size};
    auto const day = lenkwerk::Day::parse(text);
    if (day && day->iso() != text) std::abort();
    return 0;
}
