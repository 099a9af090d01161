#pragma once
// Papers and their sequences as they are kept.
#include "modules/bodies/ids.hpp"
#include "modules/council/rules/paper.hpp"
#include "modules/plan/ids.hpp"
#include "platform/storage/database.hpp"

namespace lenkwerk::council::store {

struct Paper {
    PaperId id;
    PaperFacts facts;
    std::optional<plan::PlanId> plan;
    Audience audience = Audience::administration();
    Instant imported_at;
    std::int64_t version = 0;
};
std::vector<Paper> list_papers(storage::Reader const& reader, Viewer const& viewer);  // newest first
struct PaperTitle {
    PaperId id;
    std::string number, title;
};
std::vector<PaperTitle> papers_of_plan(storage::Reader const& reader, Viewer const& viewer, plan::PlanId plan);
std::optional<Paper> find_paper(storage::Reader const& reader, Viewer const& viewer, PaperId id);
std::optional<Paper> paper_numbered(storage::Reader const& reader, Viewer const& viewer, std::string const& number);
PaperId insert_paper(storage::Transaction& tx, Paper const& paper);
bool update_paper(storage::Transaction& tx, Paper const& paper);  // by id and version

// One step of a sequence with what became of it. `body_id`: where the city knows a body of that name.
struct Step {
    ConsultationId id;
    PaperId paper;
    Consultation facts;
    std::optional<bodies::BodyId> body_id;
    std::string note;
};
std::vector<Step> steps_of(storage::Reader const& reader, PaperId paper);  // in the order of the paper
std::vector<Consultation> sequence_of(storage::Reader const& reader,
                                      PaperId paper);  // the same without what we know of it
// Of every paper that the viewer may see, paper by paper.
std::vector<Step> all_steps(storage::Reader const& reader, Viewer const& viewer);
std::vector<Step> steps_of_body(storage::Reader const& reader, Viewer const& viewer,
                                bodies::BodyId body);  // newest first
ConsultationId insert_step(storage::Transaction& tx, Step const& step, int position);
void update_step(storage::Transaction& tx, Step const& step, int position);
void remove_step(storage::Transaction& tx, ConsultationId id);
std::optional<bodies::BodyId> body_named(storage::Reader const& reader, std::string const& name);

// The plan that names this number as its mandate, if there is one.
std::optional<plan::PlanId> plan_mandated_by(storage::Reader const& reader, std::string const& number);

// A field or topic that came from a paper, under the number it has there.
struct Origin {
    std::string number;
    plan::TopicId topic;
    std::string title;
};
std::vector<Origin> topics_from(storage::Reader const& reader, Viewer const& viewer, plan::PlanId plan,
                                std::string const& paper_number);
struct TopicOrigin {
    PaperId paper;
    std::string paper_number, number;
};
std::vector<TopicOrigin> origins_of(storage::Reader const& reader, Viewer const& viewer, plan::TopicId topic);

}  // namespace lenkwerk::council::store
