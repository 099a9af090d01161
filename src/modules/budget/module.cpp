#include "modules/budget/module.hpp"

#include "modules/budget/commands/amounts.hpp"
#include "modules/budget/web/pages.hpp"

namespace lenkwerk::budget {

Module module() {
    using web::Method;
    Door const edit{Door::Kind::permission, std::string(kEdit)};
    Module module;
    module.name = "budget";
    module.needs = {"people", "plan", "measures"};
    module.routes = {{Method::get, "/haushalt", show_budget},
                     {Method::get, "/haushalt/{id}", show_line},
                     {Method::get, "/haushalt/betraege/{id}/grundlage", show_basis_form, edit},
                     {Method::post, "/haushalt/betraege/{id}/grundlage", save_basis, edit},
                     {Method::get, "/api/v1/budget-lines", list_lines_as_json},
                     {Method::get, "/api/v1/budget-lines/{id}", show_line_as_json},
                     {Method::post, "/api/v1/budget-amounts/{id}/basis", save_basis, edit}};
    module.permissions = {{std::string(kEdit), {{access::Role::office}}}};
    module.navigation = {{45, "budget.list.title", "/haushalt"}};
    module.panels = {{"plan.plan", 30, show_plan_panel}, {"council.paper", 20, show_paper_panel}};
    return module;
}

}  // namespace lenkwerk::budget
