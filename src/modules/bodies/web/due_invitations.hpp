#pragma once
// What reminds the office of invitations; a person sends them (docs/adr, 26).
#include "platform/module.hpp"

namespace lenkwerk::bodies {

// On the office's start page: those that should have gone out by today. Nothing for everybody else.
void show_due_invitations(web::Visit& visit, Subject const& start, html::Writer& w);

}  // namespace lenkwerk::bodies
