#pragma once
// What measures shows on the pages of other modules.
#include "platform/html/writer.hpp"
#include "platform/web/visit.hpp"

namespace lenkwerk::measures {

void show_topic_panel(web::Visit& visit, Subject const& subject, html::Writer& w);
void show_goal_panel(web::Visit& visit, Subject const& subject, html::Writer& w);
void show_organisation_panel(web::Visit& visit, Subject const& subject, html::Writer& w);
void show_district_panel(web::Visit& visit, Subject const& subject, html::Writer& w);
void show_plan_panel(web::Visit& visit, Subject const& subject, html::Writer& w);
// On the start page: the reports that came last.
void show_news(web::Visit& visit, Subject const& start, html::Writer& w);

}  // namespace lenkwerk::measures
