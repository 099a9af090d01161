#include "modules/measures/store/plan_documents.hpp"

namespace lenkwerk::measures::store {

bool is_printed(storage::Reader const& reader, plan::PlanId plan, PlanForm form, std::string const& digest) {
    return reader.exists("SELECT 1 FROM measures_plan_documents WHERE plan_id = $1 AND form = $2 AND digest = $3",
                         {plan, word(form), digest});
}

std::optional<std::string> printed(storage::Reader const& reader, plan::PlanId plan, PlanForm form,
                                   std::string const& digest) {
    return reader.first("SELECT content FROM measures_plan_documents WHERE plan_id = $1 AND form = $2 AND digest = $3",
                        {plan, word(form), digest}, [](storage::Row const& row) { return row.bytes(0).content; });
}

void keep_printed(storage::Transaction& tx, plan::PlanId plan, PlanForm form, std::string const& digest,
                  std::string const& bytes) {
    tx.change(R"(
        INSERT INTO measures_plan_documents (plan_id, form, digest, made_at, content) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (plan_id, form) DO UPDATE
        SET digest = excluded.digest, made_at = excluded.made_at, content = excluded.content)",
              {plan, word(form), digest, tx.now(), storage::Bytes{bytes}});
}

void drop_printed(storage::Transaction& tx) { tx.change("DELETE FROM measures_plan_documents", {}); }

}  // namespace lenkwerk::measures::store
