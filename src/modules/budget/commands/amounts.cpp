#include "modules/budget/commands/amounts.hpp"

#include "base/text.hpp"
#include "modules/budget/rules/refusals.hpp"
#include "modules/budget/store/amounts.hpp"

namespace lenkwerk::budget {
namespace {

constexpr std::size_t kLongestStatement = 300;  // characters

void record(storage::Transaction& tx, std::string verb, AmountId id) {
    tx.record({"budget." + std::move(verb), {"budget_amount", id.value}});
}

Outcome<std::vector<Grant>> checked(std::vector<Grant> const& grants) {
    std::vector<Grant> good;
    for (auto const& grant : grants) {
        auto line = check_line(grant.line);
        if (!line) return line.problems();
        auto amount = check_amount(grant.amount);
        if (!amount) return amount.problems();
        good.push_back({*std::move(line), *std::move(amount)});
    }
    return good;
}

bool is_same(store::Amount const& kept, Grant const& grant) {
    return kept.line.facts == grant.line && kept.facts.from == grant.amount.from && kept.facts.to == grant.amount.to;
}

// The kept amount as the source grants it now.
store::Amount granted(store::Amount kept, Grant const& grant, Grants const& from) {
    kept.facts.cents = grant.amount.cents;
    kept.plan = from.plan;
    if (grant.amount.basis == Basis::not_stated) return kept;
    kept.facts.basis = grant.amount.basis;
    kept.statement.clear();
    return kept;
}

bool differ(store::Amount const& a, store::Amount const& b) {
    return a.facts != b.facts || a.statement != b.statement || a.plan != b.plan;
}

class Keeping {
public:
    Keeping(storage::Transaction& tx, Grants const& from)
        : tx_(tx), from_(from), before_(store::amounts_of_source(tx, Viewer::everything(), from.source)) {}

    void keep(Grant const& grant) {
        auto const known = std::ranges::find_if(before_, [&](auto const& one) { return is_same(one, grant); });
        if (known == before_.end()) return add(grant);
        auto const now = granted(*known, grant, from_);
        if (differ(*known, now)) put(now, "amount_changed");
        before_.erase(known);
    }
    void end_the_rest() {
        for (auto& amount : before_) {
            amount.ended_at = tx_.now();
            put(amount, "amount_ended");
        }
    }
    int changes() const { return changes_; }

private:
    void add(Grant const& grant) {
        store::Line const line{store::keep_line(tx_, grant.line), grant.line};
        auto const id = store::insert_amount(tx_, {{},
                                                   line,
                                                   grant.amount,
                                                   "",
                                                   {from_.source, from_.label, from_.address},
                                                   from_.plan,
                                                   from_.audience,
                                                   std::nullopt,
                                                   1});
        record(tx_, "amount_granted", id);
        ++changes_;
    }
    void put(store::Amount const& amount, std::string verb) {
        store::update_amount(tx_, amount);
        record(tx_, std::move(verb), amount.id);
        ++changes_;
    }

    storage::Transaction& tx_;
    Grants const& from_;
    std::vector<store::Amount> before_;
    int changes_ = 0;
};

Outcome<std::string> checked_statement(BasisStatement const& statement) {
    auto said = text::squeeze(statement.statement);
    if (text::length(said) > kLongestStatement) return statement_too_long();
    if (statement.basis == Basis::not_stated) return std::string();
    if (said.empty()) return statement_missing();
    return said;
}

}  // namespace

Outcome<int> keep_grants(storage::Transaction& tx, Grants const& grants) {
    if (!tx.actor().may(kEdit)) return refuse("access.denied");
    auto const good = checked(grants.grants);
    if (!good) return good.problems();
    Keeping keeping(tx, grants);
    for (auto const& grant : *good) keeping.keep(grant);
    keeping.end_the_rest();
    return keeping.changes();
}

Outcome<Done> show_grants(storage::Transaction& tx, Subject const& source, Audience const& audience) {
    if (!tx.actor().may(kEdit)) return refuse("access.denied");
    store::show_amounts(tx, source, audience);
    tx.record({audience == Audience::everyone() ? "budget.published" : "budget.hidden", source});
    return Done{};
}

Outcome<LineId> state_basis(storage::Transaction& tx, BasisStatement const& statement) {
    if (!tx.actor().may(kEdit)) return refuse("access.denied");
    auto amount = store::find_amount(tx, tx.actor().viewer(), statement.amount);
    if (!amount || amount->ended_at) return amount_unknown();
    auto said = checked_statement(statement);
    if (!said) return said.problems();
    amount->facts.basis = statement.basis;
    amount->statement = *std::move(said);
    amount->version = statement.version;
    if (!store::update_amount(tx, *amount)) return refuse("form.changed_meanwhile");
    record(tx, "basis_stated", amount->id);
    return amount->line.id;
}

}  // namespace lenkwerk::budget
