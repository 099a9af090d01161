#pragma once
// What a visitor meets first.
#include "platform/web/visit.hpp"

namespace lenkwerk::home {

web::Response show_start(web::Visit& visit);
web::Response show_content_page(web::Visit& visit);
web::Response show_edit_content_page(web::Visit& visit);
web::Response save_content_page(web::Visit& visit);

}  // namespace lenkwerk::home
