// One person's part in the lottery: the proof that the office hands out, and what its owner checks with it.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "commands/commands.hpp"
#include "commands/sortition/lottery.hpp"

namespace lenkwerk::commands::sortition {
namespace {

void prove(std::string const& opening_file, std::string const& code, std::string const& out) {
    auto const opening = read_opening(opening_file);
    auto const proof = accepted(public_lottery::prove_inclusion(opening.lottery, opening.salt, code));
    write_file(out, public_lottery::to_json(proof));
    fmt::print("{}: the entry of {}, for its owner alone.\n", out, code);
}

using Json = nlohmann::ordered_json;

struct Checking {
    std::string file, commitment, published;
    bool json = false;
};

void say(public_lottery::InclusionProof const& proof, public_lottery::Commitment const& commitment,
         std::string const& hash) {
    fmt::print("{} is part of the lottery sealed as {}.\n", proof.id, hash);
    for (auto const& [feature, value] : proof.values) fmt::print("  {}: {}\n", feature, value);
    fmt::print("Randomness as announced: {}\n", commitment.announced);
    std::string numbers;
    for (int const panel : proof.panels)
        numbers += " " + public_lottery::padded(panel, static_cast<std::size_t>(commitment.panels));
    fmt::print("Chance in the exact lottery {:.6f}; on {} of {} panels:{}\n", static_cast<double>(proof.chance) / 1e9,
               proof.panels.size(), commitment.panels, numbers);
}

Json json_of(public_lottery::InclusionProof const& proof, public_lottery::Commitment const& commitment,
             std::string const& hash) {
    Json values = Json::object();
    for (auto const& [feature, value] : proof.values) values[feature] = value;
    return {{"status", "included"},
            {"id", proof.id},
            {"values", std::move(values)},
            {"chance", static_cast<double>(proof.chance) / 1e9},
            {"panels", proof.panels},
            {"of", commitment.panels},
            {"announced", commitment.announced},
            {"commitment", hash}};
}

void check(Checking const& checking) {
    auto const& [file, commitment_file, published, json] = checking;
    auto const proof = accepted(public_lottery::proof_from_json(file, read_file(file)), json);
    auto const commitment = read_commitment(commitment_file);
    auto const hash = core::hex(hash_of(commitment));
    if (!published.empty() && published != hash)
        end_objected(commitment_file, "it is not what was published as " + published, json);
    if (!is_proven(proof, commitment))
        end_objected(file, "this entry is not part of the lottery sealed as " + hash, json);
    if (json)
        fmt::print("{}\n", json_of(proof, commitment, hash).dump());
    else
        say(proof, commitment, hash);
}

}  // namespace

void add_entry(CLI::App& lottery) {
    auto& prover = *lottery.add_subcommand("proof", "one person's entry with the proof that it is in the lottery");
    auto opening = std::make_shared<std::string>(), code = std::make_shared<std::string>(),
         out = std::make_shared<std::string>();
    prover.add_option("--opening", *opening, "what `seal` kept secret")->required();
    prover.add_option("--code", *code, "the person's id")->required();
    prover.add_option("--out", *out, "file for the person")->required();
    prover.callback([=] { prove(*opening, *code, *out); });

    auto& checker = *lottery.add_subcommand("entry", "check one's own entry; succeeds only if it is in the lottery");
    auto checking = std::make_shared<Checking>();
    checker.add_option("proof", checking->file, "what `proof` wrote")->required();
    checker.add_option("--commitment", checking->commitment, "what was published before the draw")->required();
    checker.add_option("--published", checking->published, "the hash as it stood in the paper, to compare");
    checker.add_flag("--json", checking->json, "the result as JSON on stdout");
    checker.callback([checking] { check(*checking); });
}

}  // namespace lenkwerk::commands::sortition
