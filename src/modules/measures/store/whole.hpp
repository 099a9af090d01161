#pragma once
// Everything of a plan at once, for its export: a handful of statements, however many activities there are.
#include "modules/measures/store/reports.hpp"

namespace lenkwerk::measures::store {

// Every activity with its lists, by topic and title.
std::vector<Activity> activities_of_plan(storage::Reader const& reader, Reading const& reading, plan::PlanId plan);
// Every report of an activity that the reader may see too, by activity, newest first.
std::vector<Report> reports_of_plan(storage::Reader const& reader, Reading const& reading, plan::PlanId plan);

// The newest reports, each with its activity, for feeds.
struct ReportNews {
    Report report;
    plan::TopicId topic;
    std::string title, responsible;
};
std::vector<ReportNews> news_of_plan(storage::Reader const& reader, Viewer const& viewer, plan::PlanId plan,
                                     std::size_t most);
// The same by the day they speak of, whenever it was that they came in.
std::vector<ReportNews> latest_of_plan(storage::Reader const& reader, Viewer const& viewer, plan::PlanId plan,
                                       std::size_t most);
std::vector<ReportNews> news_of_district(storage::Reader const& reader, Viewer const& viewer,
                                         places::DistrictId district, std::size_t most);

}  // namespace lenkwerk::measures::store
