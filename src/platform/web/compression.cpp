#include "platform/web/compression.hpp"

#include "platform/web/encoding.hpp"
#include "platform/web/languages.hpp"

#include <brotli/encode.h>
#include <zlib.h>
#include <stdexcept>

namespace lenkwerk::web {
namespace {

constexpr std::size_t kWorthFrom = 512;
constexpr int kGzipWindow = 15 + 16;  // zlib.h, deflateInit2: the largest window, with a gzip header

std::string gzip(std::string_view text, int level) {
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib cannot start");
    std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // zlib only reads it
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    int const result = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END) throw std::runtime_error("zlib cannot compress");
    return packed;
}

std::string brotli(std::string_view text, int quality) {
    std::size_t size = BrotliEncoderMaxCompressedSize(text.size());
    std::string packed(size, '\0');
    if (!BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, text.size(),
                               reinterpret_cast<std::uint8_t const*>(text.data()), &size,
                               reinterpret_cast<std::uint8_t*>(packed.data())))
        throw std::runtime_error("brotli cannot compress");
    packed.resize(size);
    return packed;
}

}  // namespace

std::string_view word(Coding coding) {
    switch (coding) {
        case Coding::identity: return "";
        case Coding::gzip: return "gzip";
        case Coding::brotli: return "br";
    }
    throw std::logic_error("unknown coding");
}

Coding negotiated(std::string_view accept_encoding) {
    if (accept_encoding.empty()) return Coding::identity;
    bool takes_brotli = false, takes_gzip = false;
    each_part(accept_encoding, ',', [&](std::string_view part) {
        auto const [name, weight] = weighted(part);
        if (weight <= 0) return;
        takes_brotli |= name == "br";
        takes_gzip |= name == "gzip" || name == "*";
    });
    return takes_brotli ? Coding::brotli : takes_gzip ? Coding::gzip : Coding::identity;
}

std::string compressed(std::string_view text, Coding coding, Effort effort) {
    switch (coding) {
        case Coding::identity: return std::string(text);
        case Coding::gzip: return gzip(text, effort == Effort::quick ? 4 : 9);
        case Coding::brotli: return brotli(text, effort == Effort::quick ? 4 : 10);
    }
    throw std::logic_error("unknown coding");
}

bool is_worth_compressing(std::string_view content_type, std::size_t size) {
    if (size < kWorthFrom) return false;
    return content_type.starts_with("text/") || content_type.find("json") != std::string_view::npos ||
           content_type.find("xml") != std::string_view::npos ||
           content_type.find("javascript") != std::string_view::npos;
}

}  // namespace lenkwerk::web
