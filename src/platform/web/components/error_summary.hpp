#pragma once
// At the top of a form that was refused: everything that is wrong, each with a link to its field. It takes the focus, so
// that a screen reader begins there.
#include "platform/web/components/form.hpp"

namespace lenkwerk::web::components {

// Writes nothing where nothing is wrong. `form` calls it.
void error_summary(OpenForm const& open);

}  // namespace lenkwerk::web::components
