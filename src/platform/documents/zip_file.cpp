#include "platform/documents/zip_file.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <stdexcept>

namespace lenkwerk::documents {

struct ZipFile::State {
    struct Discard {
        void operator()(zip_t* archive) const { zip_discard(archive); }
    };
    std::filesystem::path path;
    std::unique_ptr<zip_t, Discard> archive;

    [[noreturn]] void fail() const {
        throw std::runtime_error(fmt::format("{} cannot be written: {}", path.string(), zip_strerror(archive.get())));
    }
};

ZipFile::ZipFile(std::filesystem::path const& path) : state_(std::make_unique<State>()) {
    int error = 0;
    state_->path = path;
    state_->archive.reset(zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error));
    if (!state_->archive) throw std::runtime_error(fmt::format("{} cannot be made (code {})", path.string(), error));
}

ZipFile::~ZipFile() = default;

void ZipFile::add(std::string const& name, std::filesystem::path const& file) {
    auto* const archive = state_->archive.get();
    auto* const source = zip_source_file(archive, file.c_str(), 0, -1);
    if (source == nullptr) state_->fail();
    if (zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0) return;
    zip_source_free(source);
    state_->fail();
}

void ZipFile::close() {
    if (zip_close(state_->archive.get()) != 0) state_->fail();
    (void)state_->archive.release();  // closed, and gone with it
}

}  // namespace lenkwerk::documents
