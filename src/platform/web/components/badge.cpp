#include "platform/web/components/badge.hpp"

namespace lenkwerk::web::components {

void badge(html::Writer& w, std::string_view text, Tone tone) {
    constexpr std::array<std::string_view, 5> kNames{"neutral", "info", "good", "warning", "bad"};
    w.put(R"(<span class="lw-badge lw-badge--{}">{}</span>)", kNames[static_cast<std::size_t>(tone)], text);
}

}  // namespace lenkwerk::web::components
