#pragma once
// A file to upload; the form has to say `.sends = Sends::files`.
#include "platform/web/components/field.hpp"

namespace lenkwerk::web::components {

struct FileField : Field {
    std::string accept = {};  // ".pdf,.txt": a help, the server decides
};

void file_field(OpenForm const& open, FileField const& field);

}  // namespace lenkwerk::web::components
