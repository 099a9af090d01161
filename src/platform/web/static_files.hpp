#pragma once
// The files of assets/dist that the program carries: /assets/NAME-HASH.css. Their names change with their content, so browsers
// keep them for ever.
#include "platform/web/packed.hpp"

#include <array>
#include <map>
#include <mutex>

namespace lenkwerk::web {

class StaticFiles {
public:
    StaticFiles();
    // What lies ready in this coding: never compresses.
    std::optional<Reply> ready(std::string_view target, Delivery const& delivery) const;
    // Compresses where nobody asked for this coding before; nothing where there is no such file.
    std::optional<Reply> serve(std::string_view target, Delivery const& delivery);

private:
    struct File {
        std::string_view content;
        std::string content_type;
        std::array<std::shared_ptr<Packed const>, 6> packed;  // by coding, plain and over TLS
    };
    mutable std::mutex mutex_;
    std::map<std::string, File, std::less<>> files_;
};

std::string content_type_of(std::string_view file_name);

}  // namespace lenkwerk::web
