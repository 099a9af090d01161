#pragma once
// The dates that come next, on everybody's start page.
#include "platform/module.hpp"

namespace lenkwerk::bodies {

// As far as the viewer may see them; nothing where none is planned.
void show_next_sessions(web::Visit& visit, Subject const& start, html::Writer& w);

}  // namespace lenkwerk::bodies
