// A day that is read is written the same way again; everything else is nothing.
#include "base/time.hpp"
#include "tests/fuzz/input.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    auto const text = lenkwerk::fuzz::text_of(bytes, size);
    auto const day = lenkwerk::Day::parse(text);
    lenkwerk::fuzz::must(!day || day->iso() == text);
    return 0;
}
