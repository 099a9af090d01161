#include "modules/steering/commands/overview.hpp"

#include "modules/measures/measures.hpp"
#include "modules/plan/plan.hpp"
#include "modules/steering/store/findings.hpp"
#include "modules/steering/store/overviews.hpp"
#include "modules/steering/store/signals.hpp"
#include "platform/settings.hpp"

#include <algorithm>
#include <unordered_map>

namespace lenkwerk::steering {
namespace {

// What was so at the last session is asked for this moment; readers are told its day.
struct Since {
    std::optional<Instant> moment;
    std::optional<Day> day;
};

Viewer viewer_of(Form form, bodies::BodyId body) {
    return form == Form::body ? Viewer::insider({body.value}) : Viewer::visitor();
}

Since since_of(storage::Reader const& reader, bodies::SessionLine const& session) {
    auto const before = bodies::regular_before(reader, session.body, session.day);
    auto const frozen = store::frozen_before(reader, session.body, session.id);
    if (!before && !frozen) return {};
    if (!before) return {frozen, day_in_city(reader, *frozen)};
    // A session from before the program kept overviews: what was so on its day.
    auto const noon =
        std::chrono::floor<std::chrono::milliseconds>(before->day.days().time_since_epoch()) + std::chrono::hours{12};
    return {frozen ? frozen : Instant{noon.count()}, before->day};
}

News news_in(measures::ActivityStanding const& standing, Since const& since) {
    if (!since.moment) return News::none;
    if (!standing.phase_then) return News::added;
    if (*standing.phase_then != standing.phase) return News::phase;
    return standing.reported_since ? News::reported : News::none;
}

Entry entry_of(measures::ActivityStanding&& standing, Since const& since, std::string const& number) {
    auto const news = news_in(standing, since);
    Entry entry{.id = standing.id.value,
                .topic = number,
                .title = std::move(standing.title),
                .responsible = std::move(standing.responsible),
                .phase = std::move(standing.phase),
                .freshness = std::move(standing.freshness),
                .lateness = std::move(standing.lateness),
                .last_report = standing.last_report,
                .planned_start = standing.planned_start,
                .planned_end = standing.planned_end,
                .status = std::nullopt,
                .news = news,
                .phase_then = {},
                .serves_goal = standing.serves_goal,
                .internal = standing.audience != Audience::everyone(),
                .demo = standing.demo};
    if (standing.report)
        entry.status =
            Status{standing.report->day, std::move(standing.report->phase), std::move(standing.report->text)};
    if (news == News::phase) entry.phase_then = std::move(*standing.phase_then);
    return entry;
}

// Collects what belongs to the fields of a plan, each at its place.
class Fields {
public:
    explicit Fields(std::vector<plan::TopicLine> const& outline) {
        std::unordered_map<std::int64_t, std::size_t> of_id;
        for (auto const& line : outline) {
            if (line.depth == 0) {
                of_id.emplace(line.id.value, fields_.size());
                fields_.push_back(
                    {.id = line.id.value, .number = line.number, .title = line.title, .subtitle = line.subtitle});
            }
            places_.emplace(line.id.value, topics_.size());
            topics_.push_back({line.number, of_id.at(line.field.value)});
        }
    }

    // An activity whose topic was retired stands behind all others, in a part without a number: it must not get lost.
    void add(measures::ActivityStanding&& standing, Since const& since) {
        auto const place = places_.find(standing.topic.value);
        if (place == places_.end()) return homeless_.push_back(entry_of(std::move(standing), since, ""));
        auto& topic = topics_[place->second];
        topic.entries.push_back(entry_of(std::move(standing), since, topic.number));
    }
    // The field of a topic; nullptr where it stands in none.
    FieldPart* of(plan::TopicId topic) {
        auto const place = places_.find(topic.value);
        return place == places_.end() ? nullptr : &fields_[topics_[place->second].field];
    }
    std::vector<FieldPart> take() && {
        for (auto& topic : topics_) {
            std::ranges::sort(topic.entries, is_before);
            std::ranges::move(topic.entries, std::back_inserter(fields_[topic.field].entries));
        }
        std::ranges::sort(homeless_, is_before);
        if (!homeless_.empty()) fields_.push_back({.entries = std::move(homeless_)});
        return std::move(fields_);
    }

private:
    struct Topic {
        std::string number;
        std::size_t field = 0;
        std::vector<Entry> entries = {};
    };
    static bool is_before(Entry const& left, Entry const& right) {
        return std::tie(left.title, left.id) < std::tie(right.title, right.id);
    }

    std::vector<FieldPart> fields_;
    std::vector<Topic> topics_;                             // in the order of the plan
    std::unordered_map<std::int64_t, std::size_t> places_;  // of a topic's id: its place in topics_
    std::vector<Entry> homeless_;
};

struct Making {
    storage::Reader const& reader;
    Viewer viewer;
    plan::PlanSummary plan;
    Since since;
    Day today;
};

void add_activities(Making const& making, Fields& fields) {
    auto const& plan = making.plan;
    measures::StandingQuestion const question{making.viewer,      plan.id,          making.today,       plan.due_after,
                                              plan.overdue_after, plan.stale_after, making.since.moment};
    measures::each_standing(making.reader, question, [&](measures::ActivityStanding&& standing) {
        fields.add(std::move(standing), making.since);
    });
}

void add_goals(Making const& making, Fields& fields, Overview& overview) {
    auto const served = measures::goals_served(making.reader, making.viewer, making.plan.id);
    for (auto const& goal : plan::goals(making.reader, making.viewer, making.plan.id)) {
        if (served.contains(goal.id)) continue;
        auto* const field = goal.topic ? fields.of(*goal.topic) : nullptr;
        (field ? field->goals_without_activities : overview.goals_without_activities).push_back(goal.title);
    }
}

void add_changes(Making const& making, Fields& fields, Overview& overview) {
    if (!making.since.moment) return;
    for (auto const& change : plan::changes_since(making.reader, making.viewer, making.plan.id, *making.since.moment)) {
        auto* const field = fields.of(change.id);
        (field ? field->changes : overview.changes)
            .push_back({change.id.value, change.number, change.title, change.difference});
    }
}

void add_findings(Making const& making, Fields& fields) {
    for (auto const& finding : store::findings(making.reader, making.viewer))
        if (auto* const field = fields.of(finding.facts.field))
            field->findings.push_back(
                {finding.facts.perspective, finding.facts.text, finding.facts.source, finding.day});
}

SignalLine line_of(store::Signal const& signal, Day today) {
    SignalLine line{.id = signal.id.value, .title = signal.facts.title, .reaction = {}, .filed_on = signal.filed_on};
    if (signal.reaction) line.reaction = signal.reaction->kind, line.reacted_on = signal.reaction->day;
    line.days = line.reacted_on.value_or(today) - signal.filed_on;
    return line;
}

void fill(Making const& making, Overview& overview) {
    overview.plan = making.plan.title;
    Fields fields(plan::outline(making.reader, making.viewer, making.plan.id));
    add_activities(making, fields);
    add_goals(making, fields, overview);
    add_changes(making, fields, overview);
    add_findings(making, fields);
    overview.fields = std::move(fields).take();
    sum_up(overview);
}

}  // namespace

bool has_overview(bodies::SessionLine const& session) {
    return session.body_kind == "steering_group" && session.kind == "regular";
}

Overview make_overview(storage::Reader const& reader, bodies::SessionLine const& session, Form form, Day today) {
    auto const viewer = viewer_of(form, session.body);
    auto const since = since_of(reader, session);
    Overview overview{.plan = {},
                      .body = session.body_name,
                      .session = session.id.value,
                      .day = session.day,
                      .start_minute = session.start_minute,
                      .place = session.place,
                      .form = form,
                      .made_on = today,
                      .since = since.day};
    if (auto const plan = plan::current_plan(reader, viewer)) fill({reader, viewer, *plan, since, today}, overview);
    // Since the freezing and not since the session: what was answered between the two stood in no overview yet.
    auto const answered_since = since.moment ? std::optional{day_in_city(reader, *since.moment)} : std::nullopt;
    for (auto const& signal : store::signals_for(reader, viewer, session.body, answered_since))
        overview.signals.push_back(line_of(signal, today));
    return overview;
}

}  // namespace lenkwerk::steering
