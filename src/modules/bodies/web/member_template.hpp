#pragma once
// The row of the template that shows how a list of members is filled in.
#include "platform/documents/table.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::bodies {

// Whether the row still is the example, in any language of the product: then it is nobody's seat.
bool is_example(web::Visit& visit, documents::TableRow const& row);

}  // namespace lenkwerk::bodies
