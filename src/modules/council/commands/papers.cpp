#include "modules/council/commands/papers.hpp"

#include "modules/budget/budget.hpp"
#include "modules/council/commands/storing.hpp"
#include "modules/council/rules/reading_refusals.hpp"
#include "modules/council/store/papers.hpp"

#include <fmt/format.h>

namespace lenkwerk::council {
namespace {

Outcome<store::Paper> paper_to_change(storage::Transaction& tx, std::string_view permission, PaperId id,
                                      std::int64_t version) {
    if (!tx.actor().may(permission)) return refuse("access.denied");
    auto paper = store::find_paper(tx, tx.actor().viewer(), id);
    if (!paper) return paper_unknown();
    if (paper->version != version) return refuse("form.changed_meanwhile");
    return *std::move(paper);
}

// The steps of one paper while results are entered: each entry is checked against what those before it made of the sequence.
class Entering {
public:
    Entering(storage::Transaction& tx, PaperId paper, Day today)
        : tx_(tx), today_(today), steps_(store::steps_of(tx, paper)) {}

    Outcome<Done> enter(ResultEntry const& entry) {
        auto const found = std::ranges::find(steps_, entry.consultation, &store::Step::id);
        if (found == steps_.end()) return consultation_unknown();
        auto note = check_note(entry.note);
        if (!note) return at(entry, note.problems());
        if (found->facts.result == entry.result && found->note == *note) return Done{};
        auto const index = static_cast<std::size_t>(found - steps_.begin());
        if (entry.result)
            if (auto const fits = check_result(facts(), index, today_); !fits) return at(entry, fits.problems());
        found->facts.result = entry.result, found->note = *std::move(note);
        store::update_step(tx_, *found, static_cast<int>(index) + 1);
        record(*found);
        return Done{};
    }
    int changes() const { return changes_; }

private:
    // The problem at the entry's own field of the form: "result" becomes "r7-result".
    static Problems at(ResultEntry const& entry, Problems problems) {
        for (auto& problem : problems) problem.field = fmt::format("r{}-{}", entry.consultation.value, problem.field);
        return problems;
    }
    std::vector<Consultation> facts() const {
        std::vector<Consultation> found;
        for (auto const& step : steps_) found.push_back(step.facts);
        return found;
    }
    void record(store::Step const& step) {
        tx_.record({"council.result_recorded",
                    {"paper", step.paper.value},
                    fmt::format(R"({{"consultation":{},"result":"{}"}})", step.id.value,
                                step.facts.result ? word(*step.facts.result) : "")});
        ++changes_;
    }

    storage::Transaction& tx_;
    Day today_;
    std::vector<store::Step> steps_;
    int changes_ = 0;
};

}  // namespace

Outcome<Done> show_paper_to(storage::Transaction& tx, PaperId id, Audience const& audience, std::int64_t version) {
    auto paper = paper_to_change(tx, kPublish, id, version);
    if (!paper) return paper.problems();
    if (auto const allowed = check_audience(paper->facts, audience); !allowed) return allowed.problems();
    paper->audience = audience;
    store::update_paper(tx, *paper);
    index_paper(tx, id, paper->facts, audience);
    tx.record({audience == Audience::everyone() ? "council.published" : "council.hidden", {"paper", id.value}});
    return budget::show_grants(tx, {"paper", id.value}, audience);
}

Outcome<int> record_results(storage::Transaction& tx, Results const& results) {
    auto const paper = paper_to_change(tx, kRecord, results.paper, results.version);
    if (!paper) return paper.problems();
    Entering entering(tx, results.paper, results.today);
    for (auto const& entry : results.entries)
        if (auto const entered = entering.enter(entry); !entered) return entered.problems();
    if (entering.changes() > 0) store::update_paper(tx, *paper);
    return entering.changes();
}

}  // namespace lenkwerk::council
