// One person's part in the lottery: the proof that the office hands out, and what its owner checks with it.
#include <fmt/format.h>

#include <algorithm>

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

void check(std::string const& file, std::string const& commitment_file, std::string const& published) {
    auto const proof = accepted(public_lottery::proof_from_json(file, read_file(file)));
    auto const commitment = read_commitment(commitment_file);
    auto const hash = core::hex(hash_of(commitment));
    if (!published.empty() && published != hash)
        end_objected(commitment_file, "it is not what was published as " + published);
    if (!is_proven(proof, commitment)) end_objected(file, "this entry is not part of the lottery sealed as " + hash);
    fmt::print("{} is part of the lottery sealed as {}.\n", proof.id, hash);
    for (auto const& [feature, value] : proof.values) fmt::print("  {}: {}\n", feature, value);
    fmt::print("Randomness as announced: {}\n", commitment.announced);
    std::string numbers;
    for (int const panel : proof.panels)
        numbers += " " + public_lottery::padded(panel, static_cast<std::size_t>(commitment.panels));
    fmt::print("Chance in the exact lottery {:.6f}; on {} of {} panels:{}\n", static_cast<double>(proof.chance) / 1e9,
               proof.panels.size(), commitment.panels, numbers);
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
    auto file = std::make_shared<std::string>(), commitment = std::make_shared<std::string>(),
         published = std::make_shared<std::string>();
    checker.add_option("proof", *file, "what `proof` wrote")->required();
    checker.add_option("--commitment", *commitment, "what was published before the draw")->required();
    checker.add_option("--published", *published, "the hash as it stood in the paper, to compare");
    checker.callback([=] { check(*file, *commitment, *published); });
}

}  // namespace lenkwerk::commands::sortition
