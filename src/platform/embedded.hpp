#pragma once
// The files that the program carries inside itself: migrations, locale files, assets.
#include <string_view>
#include <vector>

namespace lenkwerk {

struct EmbeddedFile {
    std::string_view name, content;  // name: the path below src/, or "assets/dist/…"
    bool operator==(EmbeddedFile const&) const = default;
};

// Those whose name begins with `prefix`, ordered by name. They live as long as the program.
std::vector<EmbeddedFile> embedded_files(std::string_view prefix);

// Its content; throws std::out_of_range where the program carries no such file.
std::string_view embedded_file(std::string_view name);

namespace detail {
// The generated table (cmake/Embed.cmake), ordered by name.
std::vector<EmbeddedFile> const& all_embedded_files();
}  // namespace detail

}  // namespace lenkwerk
