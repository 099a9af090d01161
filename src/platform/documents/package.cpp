#include "platform/documents/package.hpp"

#include <array>

#include <zip.h>

namespace lenkwerk::documents {

namespace {

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using OpenFile = std::unique_ptr<zip_file_t, CloseFile>;

}  // namespace

struct Package::State {
    zip_t* archive = nullptr;
    std::size_t left = 0;  // bytes that may still be unpacked

    State() = default;
    State(State const&) = delete;
    State& operator=(State const&) = delete;
    ~State() {
        if (archive) zip_discard(archive);
    }
};

Package::Package(std::unique_ptr<State> state) : state_(std::move(state)) {}
Package::~Package() = default;
Package::Package(Package&&) noexcept = default;

std::optional<Package> Package::open(std::string_view bytes, std::size_t unpacked_limit) {
    auto* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (!source) throw std::bad_alloc();
    auto state = std::make_unique<State>();
    state->archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    state->left = unpacked_limit;
    if (state->archive) return Package(std::move(state));
    zip_source_free(source);
    return std::nullopt;
}

// What the archive says of its sizes is not believed: bytes are counted as they come.
std::optional<std::string> Package::part(std::string const& name) {
    OpenFile const file(zip_fopen(state_->archive, name.c_str(), ZIP_FL_UNCHANGED));
    if (!file) return std::nullopt;
    std::string content;
    std::array<char, 65536> chunk;
    for (;;) {
        auto const read = zip_fread(file.get(), chunk.data(), chunk.size());
        if (read < 0) return std::nullopt;
        if (read == 0) return content;
        if (static_cast<std::size_t>(read) > state_->left) throw PackageTooLarge{};
        state_->left -= static_cast<std::size_t>(read);
        content.append(chunk.data(), static_cast<std::size_t>(read));
    }
}

}  // namespace lenkwerk::documents
